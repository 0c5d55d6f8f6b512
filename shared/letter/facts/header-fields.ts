import type { Span } from '../../model/span.ts';
import { caseNumberPattern, normaliseCaseNumber } from '../case-number.ts';
import { trimRange } from '../white-space.ts';
import { isoDate, type PrintedDate, printedDates } from './dates.ts';
import type { Fact } from './fact.ts';
import { type HeaderField, type HeaderLabel, headerLabels } from './header-labels.ts';

const headerDates = ['injury', 'assigned', 'urDenial', 'decision', 'received'] as const;
export type HeaderDate = (typeof headerDates)[number];

/** The fields of a letter's header, each with its place. */
export interface HeaderFields {
  readonly number?: Fact<string>;
  /** yyyy-mm-dd. */
  readonly dates: Readonly<Partial<Record<HeaderDate, Fact<string>>>>;
}

/** A value in the header: its kind tells which labels it may belong to. */
interface Value extends Span {
  readonly kind: 'number' | 'date' | 'text';
  readonly date?: PrintedDate;
}

const anyNumber = new RegExp(caseNumberPattern, 'gi');
/** Numbers of other reviewers, where the label stands right before them; the last part is no word. */
const otherNumber = /^(?=[A-Z-]{0,30}\d)[A-Z0-9][A-Z0-9-]{1,29}\d[A-Z]?(?![A-Z0-9/-])/i;
/** What may stand between a label and its date: `Wednesday,`, `on`. */
const beforeDate = /^[\s(]*(?:\p{L}{1,9}[.,]?\s{1,2})?$/u;

const kindOf = (field: HeaderField): Value['kind'] =>
  field === 'number' ? 'number' : (headerDates as readonly string[]).includes(field) ? 'date' : 'text';

/**
 * Reads the labelled fields in `span`. Two columns on one line are told apart by their labels; where labels follow each
 * other without values, those below them are taken in their order, as far as their kinds leave but one way to do so.
 */
export function headerFields(readingText: string, span: Span): HeaderFields {
  const values = new Map<HeaderField, Value>();
  const labels = headerLabels(readingText, span);
  let run: HeaderLabel[] = [];
  for (const [index, label] of labels.entries()) {
    run.push(label);
    const stretch = trimRange(readingText, label.end, labels[index + 1]?.start ?? span.end);
    if (stretch.end === stretch.start && index < labels.length - 1) continue;
    const found = run.length === 1 ? ownValue(readingText, label, stretch) : valuesInOrder(readingText, run, stretch);
    for (const [field, value] of found) if (!values.has(field)) values.set(field, value);
    run = [];
  }
  const date = (name: HeaderDate, letterDate?: string): Fact<string> | undefined => {
    const at = values.get(name);
    const value = at?.date && isoDate(at.date, letterDate);
    return at && value !== undefined ? { value, start: at.start, end: at.end } : undefined;
  };
  const decision = date('decision');
  const dates: Partial<Record<HeaderDate, Fact<string>>> = {};
  for (const name of headerDates) {
    const found = name === 'decision' ? decision : date(name, decision?.value);
    if (found) dates[name] = found;
  }
  const at = values.get('number');
  if (!at) return { dates };
  return {
    number: { value: normaliseCaseNumber(readingText.slice(at.start, at.end)), start: at.start, end: at.end },
    dates,
  };
}

/** The value of a label that has its own: it stands right behind it. */
function ownValue(readingText: string, { field }: HeaderLabel, { start, end }: Span): [HeaderField, Value][] {
  const kind = kindOf(field);
  const first = valuesIn(readingText, start, end).find((value) => value.kind === kind);
  if (kind === 'text') return [];
  if (first && (kind === 'number' || beforeDate.test(readingText.slice(start, first.start)))) return [[field, first]];
  const other = kind === 'number' ? otherNumber.exec(readingText.slice(start, Math.min(end, start + 40))) : null;
  return other ? [[field, { kind, start, end: start + other[0].length }]] : [];
}

/** The values of labels that follow each other: those that are the same in every way to give them out in order. */
function valuesInOrder(readingText: string, run: readonly HeaderLabel[], { start, end }: Span): [HeaderField, Value][] {
  const kinds = run.map(({ field }) => kindOf(field));
  const all = valuesIn(readingText, start, end);
  const stop = kinds.includes('text') ? -1 : all.findIndex(({ kind }) => kind === 'text');
  const values = stop < 0 ? all : all.slice(0, stop);
  // Each value may go to the labels from its earliest to its latest; where these are one, there is no other way.
  const earliest = placesInOrder(values, kinds);
  const latest = placesInOrder(values.toReversed(), kinds.toReversed())
    .map((place) => (place === undefined ? undefined : kinds.length - 1 - place))
    .toReversed();
  return values.flatMap((value, index): [HeaderField, Value][] => {
    const label = earliest[index] === latest[index] ? run[earliest[index] ?? -1] : undefined;
    return label ? [[label.field, value]] : [];
  });
}

/** The earliest label for each value in turn; all undefined when not all of them fit. */
function placesInOrder(values: readonly Value[], kinds: readonly Value['kind'][]): (number | undefined)[] {
  let next = 0;
  const places = values.map(({ kind }) => {
    const place = kinds.indexOf(kind, next);
    next = place < 0 ? kinds.length : place + 1;
    return place;
  });
  const fits = !places.includes(-1);
  return places.map((place) => (fits ? place : undefined));
}

/** The case numbers and dates in `[start, end)`, and the text between them, paragraph by paragraph. */
function valuesIn(readingText: string, start: number, end: number): Value[] {
  const text = readingText.slice(start, end);
  const numbers = [...text.matchAll(anyNumber)].map(
    ({ 0: printed, index }): Value => ({ kind: 'number', start: start + index, end: start + index + printed.length }),
  );
  const dates = printedDates(readingText, start, end).map(
    (date): Value => ({ kind: 'date', date, start: date.start, end: date.end }),
  );
  const known = [...numbers, ...dates].sort((a, b) => a.start - b.start);
  const values: Value[] = [];
  let from = start;
  for (const value of [...known, undefined]) {
    for (const piece of readingText.slice(from, value?.start ?? end).matchAll(/[^\n]+/g)) {
      const found = trimRange(readingText, from + piece.index, from + piece.index + piece[0].length);
      if (found.end > found.start) values.push({ kind: 'text', ...found });
    }
    if (value) values.push(value);
    from = value?.end ?? end;
  }
  return values;
}
