import type { Target } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';

/** How many code units of context a quote keeps on either side. */
export const contextLength = 32;

/**
 * The target of a span: its position, its exact text, and up to {@link contextLength} code units around it. The
 * context never ends within a surrogate pair. Offsets beyond the text are drawn in.
 */
export function describeTarget(readingText: string, span: Span): Target {
  const start = Math.min(Math.max(0, span.start), readingText.length);
  const end = Math.min(Math.max(start, span.end), readingText.length);
  let from = Math.max(0, start - contextLength);
  if (from < start && splitsPair(readingText, from)) from++;
  let to = Math.min(readingText.length, end + contextLength);
  if (to > end && splitsPair(readingText, to)) to--;
  return {
    start,
    end,
    quote: {
      exact: readingText.slice(start, end),
      prefix: readingText.slice(from, start),
      suffix: readingText.slice(end, to),
    },
  };
}

const splitsPair = (text: string, offset: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset));
