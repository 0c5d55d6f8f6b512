import { inTransaction, type WriteDatabase } from './database.ts';
import { insertContent } from './letter-content.ts';
import type { NewLetter } from './library-api.ts';
import { type LetterContent, unpackContent } from './packed-content.ts';
import { replaceParse } from './replace-parse.ts';
import { faultOfOriginal, faultOfText } from './verify.ts';

interface Stored {
  readonly hasOriginal: 0 | 1;
  readonly letterId: number | null;
  readonly parserVersion: number | null;
}

/**
 * Puts back what has changed on the disk of letters that are imported again: originals from their bytes, texts from
 * what was read in them. Notes, opinions and corrections stay.
 * @returns the sums of the letters that something was put back of
 */
export function mendLetters(db: WriteDatabase, letters: readonly NewLetter[]): Set<string> {
  const find = db.prepare<{ sum: string }, Stored>(
    `SELECT EXISTS (SELECT 1 FROM originals.original WHERE sha256 = @sum) AS hasOriginal,
       l.id AS letterId, l.parser_version AS parserVersion
     FROM (SELECT 1) LEFT JOIN letter l ON l.sha256 = @sum`,
  );
  const mended = new Set<string>();
  for (const letter of letters) {
    const { hasOriginal, letterId, parserVersion } = find.get({ sum: letter.sha256 }) as Stored;
    if ((hasOriginal || letterId !== null) && faultOfOriginal(db, letter.sha256) !== undefined) {
      putOriginalBack(db, letter);
      mended.add(letter.sha256);
    }
    if (letterId !== null && faultOfText(db, letterId) !== undefined) {
      const content = unpackContent(letter.content);
      inTransaction(db, () => putTextBack(db, letterId, content, content.parserVersion === parserVersion));
      mended.add(letter.sha256);
    }
  }
  return mended;
}

function putOriginalBack(db: WriteDatabase, { sha256, bytes }: NewLetter): void {
  inTransaction(db, () =>
    db
      .prepare('INSERT OR REPLACE INTO originals.original (sha256, size, bytes) VALUES (?, ?, ?)')
      .run(sha256, bytes.byteLength, bytes),
  );
}

/**
 * The same parser reads the same in the same bytes, so the list and the index agree with its text as it was. What
 * another one reads has to be entered anew.
 */
function putTextBack(db: WriteDatabase, letterId: number, content: LetterContent, isSameParser: boolean): void {
  insertContent(db, letterId, content);
  if (isSameParser) return;
  // What replaces a text has to tell that there is nothing in it to be relied on.
  db.prepare("UPDATE letter_content SET text_sha256 = '' WHERE letter_id = ?").run(letterId);
  const trashedAt = db.prepare<[number], string | null>('SELECT deleted_at FROM letter WHERE id = ?').pluck();
  const trashed = trashedAt.get(letterId);
  const setTrashed = db.prepare('UPDATE letter SET deleted_at = ? WHERE id = ?');
  // Only letters outside of the trash are read anew.
  if (trashed) setTrashed.run(null, letterId);
  replaceParse(db, letterId, content);
  if (trashed) setTrashed.run(trashed, letterId);
}
