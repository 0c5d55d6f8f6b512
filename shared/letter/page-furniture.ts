/**
 * Running headers and footers. Only what is one beyond doubt is set aside: the published footer, on lines of its
 * own. Anything else stays in the reading text, since a lost line is worse than a stray one.
 */
import { endsPrintedLine } from './source-lines.ts';

const footer =
  /(?:\d{1,4}\s+)?Final\s+Determination\s+Letter\s+for\s+IMR\s+Case\s+Number:?\s+CM\s?\d{2}\s?-\s?\d{5,9}(?:[^\S\n\r]+(?:Page[^\S\n\r]+)?\d{1,4}(?:[^\S\n\r]+of[^\S\n\r]+\d{1,4})?)?/iy;

/** Where the footer that starts at `offset`, the start of a printed line, ends; undefined if there is none. */
export function furnitureAtLineStart(source: string, offset: number): number | undefined {
  const first = source.charCodeAt(offset) | 0x20;
  if (first !== 0x66 && !(first >= 0x30 && first <= 0x39)) return undefined;
  footer.lastIndex = offset;
  const match = footer.exec(source);
  if (!match) return undefined;
  const end = offset + match[0].length;
  return endsPrintedLine(source, end) ? end : undefined;
}
