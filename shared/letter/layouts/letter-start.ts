import { titlePatterns } from '../layout-headings.ts';
import { headerLabelPattern } from '../printed-labels.ts';

const titles = Object.values(titlePatterns).join('|');
const title = new RegExp(`(?<![\\p{L}\\d])(?:${titles})`, 'iu');
const landmark = new RegExp(`(?<![\\p{L}\\d])(?:${titles}|${headerLabelPattern})`, 'iu');

/** Where the letterhead, the title or the header's first field stands before `end`; `end` without any of them. */
export function letterStart(readingText: string, end: number): number {
  const found = readingText.slice(0, end).search(landmark);
  return found < 0 ? end : found;
}

/** Where the letterhead or the title stands before `end`; undefined without either. */
export function letterheadStart(readingText: string, end: number): number | undefined {
  const found = readingText.slice(0, end).search(title);
  return found < 0 ? undefined : found;
}
