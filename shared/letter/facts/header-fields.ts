import type { Span } from '../../model/span.ts';
import { headerPatterns, labelled } from '../printed-labels.ts';
import { isoDate, printedDates } from './dates.ts';
import type { Fact } from './fact.ts';

export type HeaderDate = 'assigned' | 'injury' | 'decision' | 'urDenial' | 'received';

/** The fields of a letter's header, each with its place. */
export interface HeaderFields {
  readonly number?: Fact<string>;
  /** yyyy-mm-dd. */
  readonly dates: Readonly<Partial<Record<HeaderDate, Fact<string>>>>;
}

const anyLabel = new RegExp(
  Object.entries(headerPatterns)
    .map(([name, pattern]) => `(?<${name}>${labelled(pattern)})`)
    .join('|'),
  'gi',
);
const caseNumber = /CM\s?\d{2}\s?-\s?\d{5,9}|[A-Z0-9][A-Z0-9-]{2,30}/i;

/** Reads the labelled fields in `span`; two columns on one line are told apart by their labels. */
export function headerFields(readingText: string, span: Span): HeaderFields {
  const labels = [...readingText.slice(span.start, span.end).matchAll(anyLabel)];
  const values = new Map<string, Span>();
  for (const [index, label] of labels.entries()) {
    const name = Object.entries(label.groups ?? {}).find(([, text]) => text !== undefined)?.[0] ?? '';
    const next = labels[index + 1];
    const start = span.start + label.index + label[0].length;
    if (!values.has(name)) values.set(name, { start, end: next ? span.start + next.index : span.end });
  }
  const date = (name: HeaderDate, letterDate?: string): Fact<string> | undefined => {
    const value = values.get(name);
    const printed = value && printedDates(readingText, value.start, value.end)[0];
    return printed && { value: isoDate(printed, letterDate), start: printed.start, end: printed.end };
  };
  const decision = date('decision');
  const dates: Partial<Record<HeaderDate, Fact<string>>> = {};
  for (const name of ['injury', 'assigned', 'urDenial', 'decision', 'received'] as const) {
    const found = name === 'decision' ? decision : date(name, decision?.value);
    if (found) dates[name] = found;
  }
  const numberAt = values.get('number');
  const number = numberAt && caseNumber.exec(readingText.slice(numberAt.start, numberAt.end));
  if (!numberAt || !number) return { dates };
  const start = numberAt.start + number.index;
  return { number: { value: number[0], start, end: start + number[0].length }, dates };
}
