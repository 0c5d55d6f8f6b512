import type { Span } from '../../../model/span.ts';
import { paragraphEnd } from '../../paragraphs.ts';
import { trimRange } from '../../white-space.ts';

/**
 * The stretch of `within` from its first label to the end of the last labelled paragraph, or of the next one when
 * that label ends its paragraph without a value. `label` must be global. Undefined without any label.
 */
export function labelledBlock(readingText: string, within: Span, label: RegExp): Span | undefined {
  let start: number | undefined;
  let lastLabelEnd = within.start;
  for (const match of readingText.slice(within.start, within.end).matchAll(label)) {
    start ??= within.start + match.index;
    lastLabelEnd = within.start + match.index + match[0].length;
  }
  if (start === undefined) return undefined;
  const value = trimRange(readingText, lastLabelEnd, within.end).start;
  const end = Math.min(within.end, paragraphEnd(readingText, value));
  return { start, end: trimRange(readingText, start, end).end };
}
