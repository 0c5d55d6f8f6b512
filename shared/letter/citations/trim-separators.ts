import type { Span } from '../../model/span.ts';
import { trimRange } from '../white-space.ts';

/** Without white space, separators and a dangling "and" at the ends. */
export function trimSeparators(text: string, from: number, to: number): Span {
  let { start, end } = trimRange(text, from, to);
  while (start < end && /[\s,;:.]/.test(text.charAt(start))) start++;
  start += /^and\s+/i.exec(text.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0;
  for (;;) {
    while (end > start && /[\s,;:.]/.test(text.charAt(end - 1))) end--;
    const dangling = /\s(?:and|but|based\son|citing|see)(?:\son)?(?:\sthe)?$/i.exec(
      text.slice(Math.max(start, end - 20), end),
    );
    if (!dangling) return { start, end };
    end -= dangling[0].length;
  }
}
