import type { Diagnostic } from './letter-parse.ts';

/** Where a page stands in the source text, in UTF-16 code units. Pages follow each other with one form feed between. */
export interface PageRange {
  /** 1 for the first page. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** What reading a file gave besides its source text; kept with the letter, since a parse does not know it. */
export interface Extraction {
  /** The pages of a PDF; empty for formats without pages. */
  readonly pages: readonly PageRange[];
  /** What could not be read, and what was left out. Shown with the diagnostics of the parse. */
  readonly diagnostics: readonly Diagnostic[];
}
