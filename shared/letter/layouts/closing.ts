import { closingPattern } from '../layout-headings.ts';
import { afterSentence } from './headed-parts.ts';

const closing = new RegExp(`(?<![\\p{L}\\d])(?:${closingPattern})`, 'giu');

/**
 * Where the closing of a letter starts in `[start, end)`: what the decision is good for, the signature, copies and the
 * disclaimer. `end` when there is none.
 */
export function closingStart(readingText: string, start: number, end: number): number {
  for (const match of readingText.slice(start, end).matchAll(closing)) {
    if (/^(?:\p{Lu}|cc)/u.test(match[0]) && afterSentence(readingText, start + match.index)) return start + match.index;
  }
  return end;
}
