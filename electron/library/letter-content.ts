import type { LetterParse } from '../../shared/model/letter-parse.ts';
import { FailureError } from '../../shared/result.ts';
import type { ReadDatabase, WriteDatabase } from './database.ts';
import type { LetterContent } from './packed-content.ts';
import { checksum, contentOf, parseOf, type StoredContent, storedContent } from './stored-content.ts';

/** Stores the texts and the parse of a letter, over earlier ones, with a checksum over them. */
export function insertContent(db: WriteDatabase, letterId: number, content: LetterContent): void {
  insertStored(db, letterId, storedContent(content));
}

/** Does the same with what {@link storedContent} gave. Not with `OR REPLACE`, which holds up FTS5: see `enterLetters`. */
export function insertStored(db: WriteDatabase, letterId: number, stored: StoredContent): void {
  db.prepare(
    `INSERT INTO letter_content (letter_id, source_text, reading_text, parse, source_map, extraction, text_sha256)
     VALUES (@letterId, @source_text, @reading_text, @parse, @source_map, @extraction, @text_sha256)
     ON CONFLICT (letter_id) DO UPDATE SET source_text = excluded.source_text, reading_text = excluded.reading_text,
       parse = excluded.parse, source_map = excluded.source_map, extraction = excluded.extraction,
       text_sha256 = excluded.text_sha256`,
  ).run({ ...stored, letterId });
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
  return contentOf(readStored(db, letterId));
}

function readStored(db: ReadDatabase, letterId: number): StoredContent {
  const stored = db
    .prepare<[number], StoredContent>(
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
