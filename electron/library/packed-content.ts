import { deserialize, serialize } from 'node:v8';
import type { ParsedLetter } from '../../shared/letter/parse-letter.ts';
import type { Extraction } from '../../shared/model/extraction.ts';
import { entryOf, type LetterEntry } from './letter-entry.ts';
import { contentOf, type StoredContent, storedContent } from './stored-content.ts';

/** What reading a letter gave. */
export interface LetterContent extends ParsedLetter {
  readonly sourceText: string;
  readonly extraction: Extraction;
  readonly parserVersion: number;
}

/** What the library puts into its tables for a letter that is new there. */
export interface ReadyLetter {
  readonly stored: StoredContent;
  readonly entry: LetterEntry;
  readonly parserVersion: number;
}

/**
 * Letter content as bytes, ready to be stored. Import worker and library thread exchange it through the main process,
 * which hands the bytes on by reference and never unpacks them, so that a large letter does not hold up the windows.
 */
export type PackedContent = Uint8Array<ArrayBuffer>;

/** Does in the thread that read the letter what would keep the library thread from its readers. */
export function packContent(content: LetterContent): PackedContent {
  const { parse, parserVersion } = content;
  const ready: ReadyLetter = { stored: storedContent(content), entry: entryOf(parse), parserVersion };
  // A copy of its own: the serializer's buffer may be larger than what it holds.
  return new Uint8Array(serialize(ready));
}

/** For storing. */
export function unpackReady(packed: PackedContent): ReadyLetter {
  return deserialize(packed);
}

/** For working with what was read. */
export function unpackContent(packed: PackedContent): LetterContent {
  const { stored, parserVersion } = unpackReady(packed);
  return { ...contentOf(stored), parserVersion };
}
