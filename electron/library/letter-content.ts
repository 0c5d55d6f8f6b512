import { createHash } from 'node:crypto';
import type { SourceMap } from '../../shared/letter/source-map.ts';
import type { Extraction } from '../../shared/model/extraction.ts';
import type { LetterParse } from '../../shared/model/letter-parse.ts';
import { FailureError } from '../../shared/result.ts';
import type { ReadDatabase, WriteDatabase } from './database.ts';
import type { LetterContent } from './packed-content.ts';

interface StoredContent {
  source_text: string;
  reading_text: string;
  parse: string;
  source_map: string;
  extraction: string;
}

/** Stores the texts and the parse of a letter, over earlier ones, with a checksum over them. */
export function insertContent(db: WriteDatabase, letterId: number, content: LetterContent): void {
  const { readingText, ...parse } = content.parse;
  const stored: StoredContent = {
    source_text: content.sourceText,
    reading_text: readingText,
    parse: JSON.stringify(parse),
    source_map: JSON.stringify(content.sourceMap),
    extraction: JSON.stringify(content.extraction),
  };
  db.prepare(
    `INSERT OR REPLACE INTO letter_content (letter_id, source_text, reading_text, parse, source_map, extraction, text_sha256)
     VALUES (@letterId, @source_text, @reading_text, @parse, @source_map, @extraction, @checksum)`,
  ).run({ ...stored, letterId, checksum: checksum(stored) });
}

/**
 * The parse of a letter as it was stored, without the corrections.
 * @throws FailureError `no-such-letter`; `library-damaged` when the stored content does not match its checksum
 */
export function readParse(db: ReadDatabase, letterId: number): LetterParse {
  return parseOf(readStored(db, letterId));
}

/** All that is stored of a letter's texts and parse. @throws as {@link readParse} */
export function readContent(db: ReadDatabase, letterId: number): Omit<LetterContent, 'parserVersion'> {
  const stored = readStored(db, letterId);
  return {
    parse: parseOf(stored),
    sourceMap: JSON.parse(stored.source_map) as SourceMap,
    sourceText: stored.source_text,
    extraction: JSON.parse(stored.extraction) as Extraction,
  };
}

/** A letter that was stored before the parser read clinical facts has none until it is read again. */
function parseOf({ parse, reading_text }: StoredContent): LetterParse {
  const stored = JSON.parse(parse) as Omit<LetterParse, 'readingText' | 'facts'>;
  return { facts: { diagnoses: [], medications: [], items: [] }, ...stored, readingText: reading_text };
}

function readStored(db: ReadDatabase, letterId: number): StoredContent {
  const stored = db
    .prepare<[number], StoredContent & { text_sha256: string }>(
      `SELECT source_text, reading_text, parse, source_map, extraction, text_sha256
       FROM letter_content WHERE letter_id = ?`,
    )
    .get(letterId);
  if (!stored) throw new FailureError('no-such-letter', 'This letter is no longer in the library.');
  if (checksum(stored) !== stored.text_sha256) {
    throw new FailureError(
      'library-damaged',
      'The stored text of this letter has changed on the disk and is not shown. The original file is kept in the library folder.',
    );
  }
  return stored;
}

/** The reading text alone. @throws FailureError `no-such-letter` */
export function readReadingText(db: ReadDatabase, letterId: number): string {
  const text = db
    .prepare<[number], string>(
      `SELECT c.reading_text FROM letter_content c JOIN letter l ON l.id = c.letter_id
       WHERE l.id = ? AND l.deleted_at IS NULL`,
    )
    .pluck()
    .get(letterId);
  if (text === undefined) throw new FailureError('no-such-letter', 'This letter is no longer in the library.');
  return text;
}

/** Hex SHA-256 over the texts, each preceded by its length so that no two contents run together alike. */
function checksum({ source_text, reading_text, parse, source_map, extraction }: StoredContent): string {
  const hash = createHash('sha256');
  for (const text of [source_text, reading_text, parse, source_map, extraction])
    hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}
