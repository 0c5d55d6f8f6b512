import type { LetterParse } from '../../shared/model/letter-parse.ts';

type Piece = LetterParse['furniture'][number];

/** Running headers or footers that are the same but for their numbers, in the order of the letter. */
export interface FurnitureGroup {
  /** The first of them as printed, with single spaces. */
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Groups what was set aside, in the order in which each kind first appears. */
export function groupFurniture(furniture: readonly Piece[]): FurnitureGroup[] {
  const groups = Map.groupBy(furniture, ({ text }) => text.replace(/\s+/g, ' ').replace(/\d+/g, '#'));
  return [...groups.values()].map((pieces) => ({ text: pieces[0]?.text.replace(/\s+/g, ' ') ?? '', pieces }));
}
