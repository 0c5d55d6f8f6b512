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
  parse: Pick<LetterParse, 'diagnostics' | 'sections'>,
  ordinal?: number,
): readonly Diagnostic[] {
  let grouped = groups.get(parse);
  if (!grouped) {
    grouped = byItem(parse);
    groups.set(parse, grouped);
  }
  return grouped.get(ordinal) ?? [];
}

/** Of the parses that are still in use: every item of a letter asks for its own. */
const groups = new WeakMap<object, Map<number | undefined, Diagnostic[]>>();

function byItem({ diagnostics, sections }: Pick<LetterParse, 'diagnostics' | 'sections'>) {
  const items = sections.filter((section) => section.kind === 'item' && section.ordinal !== undefined);
  return Map.groupBy(diagnostics, ({ start }) =>
    start === undefined
      ? undefined
      : // A missing part is remarked on where it should stand, which may be the very end of its item.
        items.findLast((section) => section.start <= start && start <= section.end)?.ordinal,
  );
}

function printedLength(text: string): number {
  let length = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (!isWhiteSpace(text.charCodeAt(offset))) length += 1;
  }
  return length;
}
