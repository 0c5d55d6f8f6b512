/** What the list and the search know of a letter, taken from its parse with the corrections applied. */
import type { LetterParse } from '../../shared/model/letter-parse.ts';
import { FailureError } from '../../shared/result.ts';
import { rebuildIndexes } from './check-database.ts';
import { correctedParse } from './corrected-parse.ts';
import { inTransaction, type ReadDatabase, type WriteDatabase } from './database.ts';
import { enterLetters, entryVersion } from './enter-letters.ts';
import { entryOf } from './letter-entry.ts';

const indexed = 'SELECT id, file_name, case_number, item_titles, reading_text FROM letter_text WHERE id = ?';
const columns = 'rowid, file_name, case_number, item_titles, reading_text';

/** How many letters have entries that an earlier version of the program wrote. */
export function countOutdatedEntries(db: ReadDatabase): number {
  const count = db.prepare<[number], number>('SELECT count(*) FROM letter WHERE entry_version < ?').pluck();
  return count.get(entryVersion) ?? 0;
}

/** Enters up to `most` of those letters anew, in one transaction. @returns whether there are more */
export function reenterOutdated(db: WriteDatabase, most: number): boolean {
  const outdated = db
    .prepare<[number, number], number>('SELECT id FROM letter WHERE entry_version < ? LIMIT ?')
    .pluck();
  const ids = outdated.all(entryVersion, most);
  if (ids.length === 0) return false;
  inTransaction(db, () => {
    for (const id of ids) reenterOrSkip(db, id);
  });
  return ids.length === most;
}

/** A letter whose text has changed on the disk stays as it was entered; opening it says what is wrong. */
function reenterOrSkip(db: WriteDatabase, letterId: number): void {
  try {
    reenterLetter(db, letterId, correctedParse(db, letterId).parse);
  } catch (thrown) {
    if (!(thrown instanceof FailureError)) throw thrown;
    db.prepare('UPDATE letter SET entry_version = ? WHERE id = ?').run(entryVersion, letterId);
  }
}

/**
 * Enters a letter anew. The index takes the old words out by reading them again, so whatever else changes its text
 * has to happen within `change`.
 */
export function reenterLetter(
  db: WriteDatabase,
  letterId: number,
  parse: LetterParse,
  change: () => void = () => {},
): void {
  removeEntry(db, letterId);
  change();
  enterLetters(db, [{ letterId, entry: entryOf(parse) }]);
}

/**
 * Enters a letter anew whose stored text is not what was entered. The index cannot take out words that it can no longer
 * read, so all of it is made anew.
 */
export function reenterUnreadable(db: WriteDatabase, letterId: number, parse: LetterParse, change: () => void): void {
  removeRows(db, letterId);
  change();
  enterLetters(db, [{ letterId, entry: entryOf(parse) }]);
  rebuildIndexes(db, ['letter_fts']);
}

/** Takes out what was entered of a letter, before the letter itself changes or goes. */
export function removeEntry(db: WriteDatabase, letterId: number): void {
  db.prepare(`INSERT INTO letter_fts (letter_fts, ${columns}) SELECT 'delete', * FROM (${indexed})`).run(letterId);
  removeRows(db, letterId);
}

function removeRows(db: WriteDatabase, letterId: number): void {
  db.prepare('DELETE FROM item WHERE letter_id = ?').run(letterId);
  db.prepare('DELETE FROM letter_facet WHERE letter_id = ?').run(letterId);
}
