import { closingPattern } from '../layout-headings.ts';
import { afterSentence } from './headed-parts.ts';

const closing = new RegExp(closingPattern, 'gi');

/**
 * Where the closing of a letter starts in `[start, end)`: what the decision is good for, the signature, copies and the
 * disclaimer. `end` when there is none.
 */
export function closingStart(readingText: string, start: number, end: number): number {
  for (const match of readingText.slice(start, end).matchAll(closing)) {
    const at = start + match.index;
    const behind = at + match[0].length;
    if (!/^(?:\p{Lu}|cc)/u.test(match[0]) || !afterSentence(readingText, at)) continue;
    // "Effect of the decision on his work" is no heading.
    if (!(match[0].startsWith('E') && /^\s{1,3}\p{Ll}/u.test(readingText.slice(behind, behind + 4)))) return at;
  }
  return end;
}
