import type { Extraction } from '../../../shared/model/extraction.ts';

/** What a format reads from a file's bytes: one module a format, each a function from bytes to this. */
export interface ExtractedText extends Extraction {
  /** The source text; empty only for a file that holds nothing but pictures of text. */
  readonly text: string;
}
