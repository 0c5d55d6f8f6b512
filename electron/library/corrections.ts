import { FailureError } from '../../shared/result.ts';
import { correctedParse } from './corrected-parse.ts';
import { inTransaction, type ReadDatabase, type WriteDatabase } from './database.ts';
import { reenterLetter } from './letter-index.ts';
import { getLetter, markBegun } from './letters.ts';
import type { NewCorrection } from './library-api.ts';
import { tieToItems } from './second-opinions.ts';

/**
 * Makes a correction once: repeated with the same id it changes nothing.
 * @throws FailureError `no-such-letter`; `invalid-input` with the reason when it cannot be applied to the case
 */
export function addCorrection(db: WriteDatabase, { id, letterId, change, author }: NewCorrection): void {
  inTransaction(db, () => {
    getLetter(db, letterId);
    if (isThere(db, id)) return;
    tieToItems(db, letterId, correctedParse(db, letterId).parse);
    db.prepare('INSERT INTO correction (id, letter_id, change, author, created_at) VALUES (?, ?, ?, ?, ?)').run(
      id,
      letterId,
      JSON.stringify(change),
      author,
      new Date().toISOString(),
    );
    applyStored(db, letterId, id);
    markBegun(db, letterId);
  });
}

/**
 * Takes a correction back; one that was taken back before stays so.
 * @returns the letter it belongs to
 * @throws FailureError `no-such-correction`
 */
export function removeCorrection(db: WriteDatabase, id: string): number {
  return inTransaction(db, () => {
    const letterId = letterOf(db, id);
    const now = new Date().toISOString();
    db.prepare('UPDATE correction SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL').run(now, id);
    applyStored(db, letterId);
    return letterId;
  });
}

/**
 * Makes a correction again, in its old place among the others.
 * @returns the letter it belongs to
 * @throws FailureError `no-such-correction`; `invalid-input` with the reason when it can no longer be applied
 */
export function restoreCorrection(db: WriteDatabase, id: string): number {
  return inTransaction(db, () => {
    const letterId = letterOf(db, id);
    db.prepare('UPDATE correction SET deleted_at = NULL WHERE id = ?').run(id);
    applyStored(db, letterId, id);
    return letterId;
  });
}

/** Enters the letter as its corrections now leave it. @param needed the correction that must be among those applied */
function applyStored(db: WriteDatabase, letterId: number, needed?: string): void {
  const { parse, corrections } = correctedParse(db, letterId);
  const reason = corrections.find(({ id }) => id === needed)?.unapplied;
  if (reason !== undefined) throw new FailureError('invalid-input', reason);
  reenterLetter(db, letterId, parse);
}

const isThere = (db: ReadDatabase, id: string): boolean =>
  db.prepare('SELECT 1 FROM correction WHERE id = ?').get(id) !== undefined;

function letterOf(db: ReadDatabase, id: string): number {
  const letterId = db.prepare<[string], number>('SELECT letter_id FROM correction WHERE id = ?').pluck().get(id);
  if (letterId === undefined) throw new FailureError('no-such-correction', 'There is no such correction.');
  return getLetter(db, letterId).id;
}
