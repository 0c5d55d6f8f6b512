import type { Diagnostic, LetterParse } from '../model/letter-parse.ts';
import { isWhiteSpace } from './white-space.ts';

/**
 * How much of a letter its layout accounts for: the share, 0 to 1, of the characters other than white space that are
 * in a section. 1 for an empty text: nothing is missing from it.
 */
export function completeness({ readingText, unassigned }: Pick<LetterParse, 'readingText' | 'unassigned'>): number {
  const all = printedLength(readingText);
  const outside = unassigned.reduce((sum, { text }) => sum + printedLength(text), 0);
  return all === 0 ? 1 : (all - outside) / all;
}

/** The remarks that speak of one item, told by their place; without an ordinal those that speak of no item. */
export function diagnosticsOf(
  { diagnostics, sections }: Pick<LetterParse, 'diagnostics' | 'sections'>,
  ordinal?: number,
): Diagnostic[] {
  const items = sections.filter((section) => section.kind === 'item' && section.ordinal !== undefined);
  return diagnostics.filter(({ start }) => {
    // A missing part is remarked on where it should stand, which may be the very end of its item.
    const item = items.findLast((section) => start !== undefined && section.start <= start && start <= section.end);
    return item?.ordinal === ordinal;
  });
}

function printedLength(text: string): number {
  let length = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (!isWhiteSpace(text.charCodeAt(offset))) length += 1;
  }
  return length;
}
