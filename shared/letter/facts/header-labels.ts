import type { Span } from '../../model/span.ts';
import { caseNumberPattern } from '../case-number.ts';
import { paragraphEnd } from '../paragraphs.ts';
import { headerPatterns } from '../printed-labels.ts';
import { trimRange } from '../white-space.ts';
import { datePattern } from './dates.ts';

export type HeaderField = keyof typeof headerPatterns;

/** A label of the header, with its colon if it has one. */
export interface HeaderLabel extends Span {
  readonly field: HeaderField;
}

const patterns = Object.entries(headerPatterns).map(([field, pattern]) => `(?<${field}>${pattern})`);
const anyLabel = new RegExp(
  `(?<![\\p{L}\\d])(?:${patterns.join('|')})(?<colon>\\s{0,3}[:\uFF1A])?(?![\\p{L}\\d])`,
  'giu',
);
const labelNext = new RegExp(`\\s{1,40}(?:${Object.values(headerPatterns).join('|')})(?![\\p{L}\\d])`, 'iuy');
const values = new RegExp(`${caseNumberPattern}|${datePattern}\\d{0,2}(?:,\\s\\d{4})?|Standard|Expedited`, 'giu');
/** The longest paragraph of nothing but values. */
const longestValues = 200;
const valueNext = new RegExp(`\\s{1,40}(?:${caseNumberPattern}|${datePattern})|\\s{0,3}(?:\\n|$)`, 'iuy');
/** The longest value that may stand between two labels of which the second has no colon. */
const longestValue = 40;

/**
 * The labels in `span`, in order. One without a colon must be written as a title, stand where a label may (at the start
 * of a paragraph, behind a wide gap, or behind another field) and be followed by a value, a label or its line's end.
 */
export function headerLabels(readingText: string, { start, end }: Span): HeaderLabel[] {
  const text = readingText.slice(start, end);
  const labels: HeaderLabel[] = [];
  for (const match of text.matchAll(anyLabel)) {
    const { colon, ...fields } = match.groups ?? {};
    const field = (Object.keys(fields) as HeaderField[]).find((name) => fields[name] !== undefined);
    const at = match.index;
    if (!field || (colon === undefined && !standsAsLabel(text, at, match[0], (labels.at(-1)?.end ?? -1) - start)))
      continue;
    labels.push({ field, start: start + at, end: start + at + match[0].length });
  }
  return labels;
}

function standsAsLabel(text: string, at: number, label: string, lastEnd: number): boolean {
  if (!label.split(/\s+/).every((word) => /^(?:of|\p{Lu})/u.test(word))) return false;
  const gap = at === 0 || /(?:\n|\s{2})$/.test(text.slice(Math.max(0, at - 2), at));
  const between = lastEnd >= 0 && at - lastEnd <= longestValue ? text.slice(lastEnd, at) : undefined;
  if (!gap && (between === undefined || /[.;]\s/.test(between))) return false;
  labelNext.lastIndex = at + label.length;
  valueNext.lastIndex = at + label.length;
  return labelNext.test(text) || valueNext.test(text);
}

/** `header` with the paragraphs of values that follow it, up to `end`: they stand below their labels. */
export function withValuesBelow(readingText: string, header: Span, end: number): Span {
  let found = header;
  for (;;) {
    const next = trimRange(readingText, found.end, end);
    const stop = Math.min(end, paragraphEnd(readingText, next.start));
    const isValues =
      next.end > next.start &&
      stop - next.start <= longestValues &&
      readingText.slice(next.start, stop).replace(values, '').trim() === '';
    if (!isValues) return found;
    found = { start: header.start, end: trimRange(readingText, next.start, stop).end };
  }
}
