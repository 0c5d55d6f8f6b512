import type { Diagnostic, Layout, ParsedCase, Place, Section } from '../../model/letter-parse.ts';

/** What a layout makes of a reading text. What its sections leave out counts as unassigned. */
export interface LayoutParse {
  readonly case: ParsedCase;
  /** In text order, without overlaps. */
  readonly sections: readonly Section[];
  readonly places: readonly Place[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One way in which IMR letters are laid out. Both functions take any reading text and never throw. */
export interface LayoutParser {
  readonly name: Exclude<Layout, 'unrecognised'>;
  /** How surely a text is laid out this way, from 0 to 1. */
  recognise(readingText: string): number;
  parse(readingText: string): LayoutParse;
}

/** What stands before a heading or label that a sentence speaks of, as a pattern for a lookbehind with the flag `i`. */
export const spokenOf = '\\b(?:the|this|that|an?|its|their|his|her|our|your|of)\\s';
