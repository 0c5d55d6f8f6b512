import { titlePatterns } from '../layout-headings.ts';
import { headerPatterns, labelled } from '../printed-labels.ts';

const landmark = new RegExp(
  `(?<![\\p{L}\\d])(?:${Object.values(titlePatterns).join('|')}|${labelled(`(?:${Object.values(headerPatterns).join('|')})`)})`,
  'iu',
);

/** Where the letterhead, the title or the header's first field stands before `end`; `end` without any of them. */
export function letterStart(readingText: string, end: number): number {
  const found = readingText.slice(0, end).search(landmark);
  return found < 0 ? end : found;
}
