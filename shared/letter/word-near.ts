import type { Span } from '../model/span.ts';
import { isWhiteSpace, trimRange } from './white-space.ts';

/** The first word of a reading text at or after `offset`, or else its last; empty in an empty text. */
export function wordNear(readingText: string, offset: number): Span {
  const after = trimRange(readingText, Math.min(offset, readingText.length), readingText.length);
  if (after.end > after.start) {
    let end = after.start;
    while (end < after.end && !isWhiteSpace(readingText.charCodeAt(end))) end++;
    return { start: after.start, end };
  }
  const { end } = trimRange(readingText, 0, readingText.length);
  let start = end;
  while (start > 0 && !isWhiteSpace(readingText.charCodeAt(start - 1))) start--;
  return { start, end };
}
