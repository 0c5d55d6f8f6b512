import { createHash } from 'node:crypto';
import type { SourceMap } from '../../shared/letter/source-map.ts';
import type { Extraction } from '../../shared/model/extraction.ts';
import type { LetterParse } from '../../shared/model/letter-parse.ts';
import type { LetterContent } from './packed-content.ts';

/** The texts and the parse of a letter, and their checksum, as the columns of `letter_content`. */
export interface StoredContent {
  readonly source_text: string;
  readonly reading_text: string;
  readonly parse: string;
  readonly source_map: string;
  readonly extraction: string;
  readonly text_sha256: string;
}

/** Content as it is stored, with a checksum over it. */
export function storedContent(content: Omit<LetterContent, 'parserVersion'>): StoredContent {
  const { readingText, ...parse } = content.parse;
  const stored = {
    source_text: content.sourceText,
    reading_text: readingText,
    parse: JSON.stringify(parse),
    source_map: JSON.stringify(content.sourceMap),
    extraction: JSON.stringify(content.extraction),
  };
  return { ...stored, text_sha256: checksum(stored) };
}

/** What was stored, to work with; its checksum is not looked at. */
export function contentOf(stored: StoredContent): Omit<LetterContent, 'parserVersion'> {
  return {
    parse: parseOf(stored),
    sourceMap: JSON.parse(stored.source_map) as SourceMap,
    sourceText: stored.source_text,
    extraction: JSON.parse(stored.extraction) as Extraction,
  };
}

/** A letter that was stored before the parser read clinical facts has none until it is read again. */
export function parseOf({ parse, reading_text }: StoredContent): LetterParse {
  const stored = JSON.parse(parse) as Omit<LetterParse, 'readingText'>;
  const noFacts = !('facts' in stored) && { facts: { diagnoses: [], medications: [], items: [] } };
  return { ...noFacts, ...stored, readingText: reading_text };
}

/** Hex SHA-256 over the texts, each preceded by its length so that no two contents run together alike. */
export function checksum(stored: Omit<StoredContent, 'text_sha256'>): string {
  const { source_text, reading_text, parse, source_map, extraction } = stored;
  const hash = createHash('sha256');
  for (const text of [source_text, reading_text, parse, source_map, extraction]) {
    hash.update(`${text.length}:`).update(text);
  }
  return hash.digest('hex');
}
