/**
 * What a person types into the search box: words, `"phrases"`, `wor*`, `-not`, and fields such as `decision:upheld`,
 * `specialty:"pain medicine"`, `age:40..60`. Any text is a query; what cannot be taken literally is hinted at.
 */
import { describeUnknown, storedValue } from './field-values.ts';
import { type SearchField, searchFieldNamed, searchFields } from './search-fields.ts';
import { readRange, type ValueRange } from './value-range.ts';

/** A word or phrase to be found in a letter or in what was written about it. */
export interface TextTerm {
  readonly kind: 'text';
  readonly text: string;
  /** Found as the beginning of a word as well. */
  readonly prefix: boolean;
  readonly not: boolean;
}

/** One value of a field, or a range of them; letters need one of those asked for of the same field. */
export interface FieldTerm {
  readonly kind: 'field';
  readonly field: SearchField;
  /** As it is stored (`storedValue`); of a field with an order as typed, in small letters. */
  readonly value: string;
  /** For fields with an order: both ends inclusive, open where absent; dates and years as far as given (`2014-03`). */
  readonly range?: ValueRange | undefined;
  readonly not: boolean;
  /** Written `+field:value`: needed whatever else is asked for of the field. */
  readonly must: boolean;
}

export type SearchTerm = TextTerm | FieldTerm;

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** What could not be taken literally, as sentences for the person. */
  readonly hint?: string;
  /** The last word, when it may go on but is too short to be taken as the beginning of one. */
  readonly unfinished?: string;
}

/** More than this many terms are cut off, so that no query is too deep for the index. */
const maxTerms = 40;

/**
 * `-field:"a phrase"`, `+field:value`, `field:value`, `-"a phrase"`, `"a phrase"`, `-word`, `word`; an unclosed phrase
 * runs to the end.
 */
const termPattern =
  /(?<sign>(?<![^\s"])[-+])?(?:(?<field>\p{L}{1,20}):(?=[^\s]))?(?:"(?<phrase>[^"]*)(?<closed>"?)|(?<word>[^\s"]+))/gu;

/** From so many letters on, a word that is still being typed is taken as the beginning of one: shorter ones begin too many. */
const shortestBeginning = 3;

/** Reads a query. Text terms come in the order typed; the last one is also taken as the beginning of a word. */
export function parseSearchQuery(text: string): SearchQuery {
  const hints = new Set<string>();
  const read: SearchTerm[] = [];
  for (const { groups = {} } of clean(text).matchAll(termPattern)) {
    if (groups['closed'] === '') hints.add('A quotation mark is not closed; the phrase runs to the end.');
    const not = groups['sign'] === '-';
    const must = groups['sign'] === '+';
    const quoted = groups['phrase'] !== undefined;
    const value = groups['phrase'] ?? groups['word'] ?? '';
    const name = groups['field'];
    const field = name === undefined ? undefined : searchFieldNamed(name);
    if (field) {
      const { term, hint } = fieldTerm(field, value, { not, must });
      if (hint !== undefined) hints.add(hint);
      if (term) read.push(term);
      continue;
    }
    const noValue = !quoted && value.endsWith(':') ? searchFieldNamed(value.slice(0, -1)) : undefined;
    if (noValue) {
      hints.add(`“${value}” was left out: write what to look for right after it.`);
      continue;
    }
    if (name !== undefined) hints.add(`There is no field “${name}”; it was searched for as a word.`);
    const words = name === undefined ? value : `${name}:${value}`;
    if (!/[\p{L}\p{N}\p{Co}]/u.test(words)) {
      hints.add(`${words || 'An empty phrase'} has no letters or digits and was left out.`);
      continue;
    }
    if (!quoted && /^(?:AND|OR|NOT)$/.test(words)) {
      hints.add(`“${words}” was searched for as a word: letters have all words, and none with a - before it.`);
    }
    read.push({ kind: 'text', text: words, prefix: !quoted && words.endsWith('*'), not });
  }
  if (read.length > maxTerms) hints.add(`Only the first ${maxTerms} words were searched for.`);
  const terms = read.slice(0, maxTerms);
  const last = terms.at(-1);
  const isBeingTyped = last?.kind === 'text' && !last.not && !last.prefix && !/["”“]\s*$/u.test(text);
  const word = isBeingTyped ? ([...last.text.matchAll(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)].at(-1)?.[0] ?? '') : '';
  const isBeginning = [...word].length >= shortestBeginning;
  return {
    terms: isBeingTyped && isBeginning ? [...terms.slice(0, -1), { ...last, prefix: true }] : terms,
    ...(hints.size > 0 && { hint: [...hints].join(' ') }),
    ...(isBeingTyped && !isBeginning && { unfinished: word }),
  };
}

/** The term, and what is odd about it, as a sentence; what cannot be read is no term. */
function fieldTerm(
  field: SearchField,
  typed: string,
  signs: Pick<FieldTerm, 'not' | 'must'>,
): { term?: FieldTerm; hint?: string | undefined } {
  const { order } = searchFields[field];
  if (order === undefined) {
    const value = storedValue(field, typed);
    return { term: { kind: 'field', field, value, ...signs }, hint: describeUnknown(field, value) };
  }
  const value = typed.toLowerCase().trim();
  const range = readRange(value, order);
  if (range) return { term: { kind: 'field', field, value, range, ...signs } };
  const example = order === 'number' ? `${field}:40..60` : `${field}:2014 or ${field}:2014-03..2015`;
  return { hint: `“${field}:${typed}” was left out: write it as in ${example}.` };
}

/** `-` before a term that must not hold, `+` before one that must hold whatever else is asked for of its field. */
export type Sign = '' | '-' | '+';

export const signOf = ({ not, must }: FieldTerm): Sign => (not ? '-' : must ? '+' : '');

/**
 * The query with a field term put in or, where it is there already with the same sign, taken out. It is put in front:
 * the last word may still be being typed.
 */
export function toggleFieldTerm(text: string, field: SearchField, value: string, sign: Sign = ''): string {
  let others = '';
  let end = 0;
  for (const { index, 0: all, groups = {} } of clean(text).matchAll(termPattern)) {
    const typed = groups['phrase'] ?? groups['word'] ?? '';
    const isOfField = searchFieldNamed(groups['field'] ?? '') === field;
    const same = isOfField && storedValue(field, typed) === storedValue(field, value);
    if (!same || (groups['sign'] ?? '') !== sign) continue;
    others += text.slice(end, index);
    end = index + all.length;
  }
  const rest = `${others}${text.slice(end)}`.replace(/\s+/g, ' ').trim();
  return end > 0 ? rest : `${printFieldTerm(field, value, sign)} ${rest}`.trim();
}

/**
 * The query with a term that all letters found must have as well. It gets a `+` where the query asks for other values
 * of the field, one of which would do.
 */
export function narrowedBy(text: string, field: SearchField, value: string): string {
  const { terms } = parseSearchQuery(text);
  const same = terms.filter((term): term is FieldTerm => term.kind === 'field' && !term.not && term.field === field);
  const stored = storedValue(field, value);
  if (same.some((term) => term.value === stored && (term.must || same.length === 1))) return text;
  return toggleFieldTerm(text, field, value, same.length > 0 ? '+' : '');
}

/** True when the query asks for this value of this field. */
export const hasFieldTerm = ({ terms }: SearchQuery, field: SearchField, value: string): boolean =>
  terms.some(
    (term) =>
      term.kind === 'field' && signOf(term) === '' && term.field === field && term.value === storedValue(field, value),
  );

/** `decision:upheld`, `-specialty:"pain medicine"`. */
export const printFieldTerm = (field: SearchField, value: string, sign: Sign = ''): string =>
  `${sign}${field}:${/[\s"]/.test(value.trim()) ? `"${value.trim().replaceAll('"', '')}"` : value.trim()}`;

/** Straight quotation marks for typographic ones, spaces for control characters (the index would stop at a NUL). */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/\p{Cc}/gu, ' ');
}
