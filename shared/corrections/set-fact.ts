import type { Medication } from '../model/clinical-facts.ts';
import type { Fact } from '../model/correction.ts';
import type { CaseDraft } from './case-draft.ts';
import { mark } from './change-item.ts';
import { Inapplicable } from './inapplicable.ts';

/**
 * Sets a fact of the case, or takes it away. Where the letter prints a name just so, that is its place.
 * @throws Inapplicable for a diagnosis or medication that the letter does not print
 */
export function setFact(draft: CaseDraft, set: Fact, correctionId: string): void {
  const { fact, value } = set;
  if (set.fact === 'diagnoses' || set.fact === 'medications') {
    setListed(draft, set.fact, set.value, correctionId);
    return;
  }
  const before = valueAt(draft.facts, fact);
  const read = Array.isArray(before) ? before.join('; ') : before;
  mark(draft.marks, fact, correctionId, read === undefined || read === '' ? undefined : String(read));
  draft.facts = withValue(draft.facts, fact, value);
  draft.places = draft.places.filter(({ path }) => path !== fact && !path.startsWith(`${fact}.`));
  if (Array.isArray(value)) {
    for (const [index, name] of value.entries()) addPlace(draft, `${fact}.${index}`, name);
  } else if (typeof value === 'string' && fact === 'number') addPlace(draft, fact, value);
}

/** What the letter lists is shown by its words in the letter, so it has to stand there. */
function setListed(
  draft: CaseDraft,
  list: 'diagnoses' | 'medications',
  names: readonly string[],
  correctionId: string,
): void {
  const { listed, summary } = draft;
  const { readingText } = draft.parse;
  const known = new Map<string, Medication>(listed.medications.map((entry) => [entry.text, entry]));
  const entries = names.map((name): Medication => {
    const words = name.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    const printed = new RegExp(words.join('\\s+'), 'iu');
    const within = printed.exec(readingText.slice(summary.start, summary.end));
    const found = within ?? printed.exec(readingText);
    if (!found) throw new Inapplicable(`“${name}” does not stand in the letter. Write it as the letter does.`);
    const start = found.index + (within ? summary.start : 0);
    const [text] = found;
    return known.get(text) ?? { text, start, end: start + text.length, name: text };
  });
  mark(draft.marks, list, correctionId, listed[list].map(({ text }) => text).join('; ') || undefined);
  draft.listed =
    list === 'medications'
      ? { ...listed, medications: entries }
      : { ...listed, diagnoses: entries.map(({ text, start, end }) => ({ text, start, end })) };
}

function addPlace({ parse, places }: CaseDraft, path: string, printed: string): void {
  const start = parse.readingText.indexOf(printed);
  if (start >= 0) places.push({ path, start, end: start + printed.length });
}

type Facts = CaseDraft['facts'];

function valueAt(facts: Facts, fact: string): unknown {
  return fact.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], facts);
}

function withValue(facts: Facts, fact: string, value: unknown): Facts {
  const [group = '', key] = fact.split('.');
  if (key === undefined) return withProperty(facts, group, value);
  return { ...facts, [group]: withProperty(facts[group as 'dates' | 'patient' | 'reviewer'], key, value) };
}

/** Absent facts are absent: `null` takes the property away. */
function withProperty<T extends object>(holder: T, key: string, value: unknown): T {
  const { [key as keyof T]: _, ...rest } = holder;
  return (value === null ? rest : { ...rest, [key]: value }) as T;
}
