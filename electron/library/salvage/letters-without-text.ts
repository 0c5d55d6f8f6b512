import type Database from 'better-sqlite3';
import { FailureError } from '../../../shared/result.ts';
import { correctedParse } from '../corrected-parse.ts';
import { inTransaction, type WriteDatabase } from '../database.ts';
import { readContent } from '../letter-content.ts';
import { reenterLetter } from '../letter-index.ts';

/**
 * The letters whose stored text is missing or not what was stored. Each gets an empty text that does not match its
 * checksum, so that it counts as changed on the disk until it is read again from its original.
 */
export function lettersWithoutText(db: Database.Database): number[] {
  const ids = db.prepare<[], number>('SELECT id FROM letter ORDER BY id').pluck().all();
  const without = ids.filter((id) => !hasText(db as unknown as WriteDatabase, id));
  const insert = db.prepare(
    `INSERT OR IGNORE INTO letter_content
       (letter_id, source_text, reading_text, parse, source_map, extraction, text_sha256)
     VALUES (?, '', '', '{}', '[]', '{}', '')`,
  );
  inTransaction(db as unknown as WriteDatabase, () => {
    for (const id of without) insert.run(id);
  });
  return without;
}

/** Enters letters in the list and the search anew, but for those without a text. */
export function reenterLetters(db: Database.Database, without: ReadonlySet<number>): void {
  const writable = db as unknown as WriteDatabase;
  const ids = db.prepare<[], number>('SELECT id FROM letter ORDER BY id').pluck().all();
  inTransaction(writable, () => {
    // Rows of a damaged library and of a backup may number the facets each in their own way.
    writable.prepare('DELETE FROM letter_facet').run();
    for (const id of ids) if (!without.has(id)) reenterLetter(writable, id, correctedParse(writable, id).parse);
  });
}

function hasText(db: WriteDatabase, id: number): boolean {
  try {
    readContent(db, id);
    return true;
  } catch (thrown) {
    if (thrown instanceof FailureError) return false;
    throw thrown;
  }
}
