import { deserialize, serialize } from 'node:v8';
import type { ParsedLetter } from '../../shared/letter/parse-letter.ts';
import type { Extraction } from '../../shared/model/extraction.ts';

/** What reading a letter gave, ready to be stored. */
export interface LetterContent extends ParsedLetter {
  readonly sourceText: string;
  readonly extraction: Extraction;
  readonly parserVersion: number;
}

/**
 * Letter content as bytes. Import worker and library thread exchange it through the main process, which hands the
 * bytes on by reference and never unpacks them, so that a large letter does not hold up the windows.
 */
export type PackedContent = Uint8Array<ArrayBuffer>;

export function packContent(content: LetterContent): PackedContent {
  // A copy of its own: the serializer's buffer may be larger than what it holds.
  return new Uint8Array(serialize(content));
}

export function unpackContent(packed: PackedContent): LetterContent {
  return deserialize(packed);
}
