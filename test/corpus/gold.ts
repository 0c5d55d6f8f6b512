/**
 * The gold of a generated letter: the parse that the generator knows to be right, in the parser's output shape.
 *
 * The reading text of the gold is the letter's own text before it was set in lines and pages, its paragraphs apart by
 * an empty line; its offsets are offsets in that text. A parser can only guess whether a wrapped line ended in
 * `non-` or `non- `, so texts are to be compared without their white space, and offsets not at all.
 * Citations follow docs/decisions/2026-11-22-reading-text.md because they are written that way, not because they are
 * read back. `diagnostics` is always empty: what a parser has to say of a letter is no fact of the letter.
 */
import type { Citation, Furniture, Item, ParseOutput } from '../../shared/model/letter-parse.ts';
import type { TextSpan } from '../../shared/model/span.ts';
import { gap, type Mark, type MarkedText, newline, rewrite, tight } from './marked-text.ts';

/** A parse output whose layout may be one that no parser knows yet. */
export type Gold = Omit<ParseOutput, 'layout'> & { readonly layout: string };

const headerDates = ['injury', 'assigned', 'urDenial', 'decision', 'received'] as const;

/** The gold of `letter`; `file`, `sha256` and `furniture` are those of the printed file. */
export function goldOf(letter: MarkedText, file: string, sha256: string, furniture: readonly Furniture[]): Gold {
  const { text, marks } = rewrite(letter, new RegExp(`[${gap}${tight}${newline}]`, 'g'), ([mark]) =>
    mark === newline ? ' ' : '\n\n',
  );
  // A value that the letter repeats is taken from its first place.
  const first = new Map<string, Mark>();
  for (const mark of marks) if (!first.has(mark.path)) first.set(mark.path, mark);

  const string = (path: string): string | undefined => {
    const at = first.get(path);
    // A second topic has the guideline that only the first one names.
    return typeof at?.value === 'string' && path.endsWith('.guideline') ? at.value : at && text.slice(at.start, at.end);
  };
  const value = <T>(path: string): T | undefined => first.get(path)?.value as T | undefined;
  const span = (path: string): TextSpan => {
    const { start, end } = first.get(path) ?? { start: 0, end: 0 };
    return { text: text.slice(start, end), start, end };
  };
  const count = (path: string): number => {
    let n = 0;
    while (first.has(`${path}.${n}`)) n++;
    return n;
  };
  const strings = (path: string): string[] =>
    Array.from({ length: count(path) }, (_, n) => string(`${path}.${n}`) ?? '');
  const optional = (path: string, keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      keys.flatMap((key) => (first.has(`${path}.${key}`) ? [[key, string(`${path}.${key}`) ?? '']] : [])),
    );

  const citation = (path: string): Citation => ({
    source: value<Citation['source']>(`${path}.source`) ?? 'OTHER',
    ...optional(path, ['guideline', 'chapter', 'section']),
    pages: strings(`${path}.pages`),
    ...optional(path, ['regulation']),
    ...span(path),
  });
  const statement = (path: string): Item['reviewer'] => ({
    ...span(path),
    citations: Array.from({ length: count(`${path}.citations`) }, (_, n) => citation(`${path}.citations.${n}`)),
  });
  const item = (index: number): Item => ({
    ordinal: index + 1,
    title: string(`items.${index}.title`) ?? '',
    decision: value<Item['decision']>(`items.${index}.decision`) ?? 'unknown',
    decisionText: string(`items.${index}.decision`) ?? '',
    claimsAdministrator: statement(`items.${index}.claimsAdministrator`),
    reviewer: statement(`items.${index}.reviewer`),
    rationale: span(`items.${index}.rationale`),
  });
  const title = value<'expert reviewer' | 'physician reviewer'>('reviewer.title');
  // A number that only the head or foot of pages prints is the letter's as well.
  const number = string('number') ?? furniture.map(({ text: line }) => /CM\d\d-\d{7}/.exec(line)?.[0]).find(Boolean);
  const age = value<number>('patient.age');
  const sex = value<'female' | 'male'>('patient.sex');
  return {
    file,
    sha256,
    layout: value<string>('layout') ?? 'unrecognised',
    readingText: text,
    case: {
      ...(number !== undefined && { number }),
      dates: Object.fromEntries(
        headerDates.flatMap((name) => (first.has(`dates.${name}`) ? [[name, value<string>(`dates.${name}`)]] : [])),
      ),
      reviewer: {
        ...(title && { title }),
        certifications: strings('reviewer.certifications'),
        licensedIn: strings('reviewer.licensedIn'),
      },
      patient: { ...(age !== undefined && { age }), ...(sex && { sex }) },
      summary: span('summary'),
      items: Array.from({ length: count('items') }, (_, index) => item(index)),
    },
    unassigned: first.has('unassigned') ? [span('unassigned')] : [],
    furniture: [...furniture],
    diagnostics: [],
  };
}
