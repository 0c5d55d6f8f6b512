import { inTransaction, type WriteDatabase } from './database.ts';
import { type Entered, enterLetters } from './enter-letters.ts';
import { insertStored } from './letter-content.ts';
import type { AddedLetter, NewLetter } from './library-api.ts';
import { mendLetters } from './mend-letters.ts';
import { insertOriginal } from './originals.ts';
import { type ReadyLetter, unpackReady } from './packed-content.ts';
import { sortName } from './sort-name.ts';

/**
 * Adds a batch: first the originals in a transaction of their own, then everything parsed from them in another. A
 * power cut between the two leaves an original without a letter, which the next import of the file makes good;
 * never a letter without its original. (In WAL mode one transaction over both files would not be atomic.)
 */
export function addLetters(db: WriteDatabase, letters: readonly NewLetter[]): AddedLetter[] {
  const found = db.prepare<[string], { id: number; deleted: 0 | 1 }>(
    'SELECT id, deleted_at IS NOT NULL AS deleted FROM letter WHERE sha256 = ?',
  );
  const mended = mendLetters(db, letters);
  const unseen = letters.filter(({ sha256 }) => !found.get(sha256));
  inTransaction(db, () => {
    for (const letter of unseen) insertOriginal(db, letter.sha256, letter.bytes);
  });
  return inTransaction(db, () => {
    const entered: Entered[] = [];
    const added = letters.map((letter): AddedLetter => {
      const known = found.get(letter.sha256);
      if (known?.deleted) bringBack(db, known.id, letter);
      if (known) {
        const isMended = mended.has(letter.sha256) && { mended: true as const };
        return { letterId: known.id, already: !known.deleted, ...isMended };
      }
      const ready = unpackReady(letter.content);
      const letterId = insertLetter(db, letter, ready);
      entered.push({ letterId, entry: ready.entry });
      return { letterId, already: false };
    });
    enterLetters(db, entered);
    return added;
  });
}

/** A deleted letter that is imported again comes back, with everything that was written about it. */
function bringBack(db: WriteDatabase, letterId: number, { importedAt }: NewLetter): void {
  db.prepare('UPDATE letter SET deleted_at = NULL, imported_at = ? WHERE id = ?').run(importedAt, letterId);
}

function insertLetter(db: WriteDatabase, letter: NewLetter, { stored, entry, parserVersion }: ReadyLetter): number {
  const inserted = db
    .prepare(
      `INSERT INTO letter (sha256, file_name, sort_name, size, imported_at, layout, parser_version)
       VALUES (@sha256, @fileName, @sortName, @size, @importedAt, @layout, @parserVersion)`,
    )
    .run({
      sha256: letter.sha256,
      fileName: letter.fileName,
      sortName: sortName(letter.fileName),
      size: letter.bytes.byteLength,
      importedAt: letter.importedAt,
      layout: entry.layout,
      parserVersion,
    });
  const letterId = Number(inserted.lastInsertRowid);
  insertStored(db, letterId, stored);
  return letterId;
}
