/** What is done to many letters at once, each action in one transaction. All answer with the letters that changed. */
import type { RequestOutput, Selection } from '../../shared/contract.ts';
import { type CaseStatus, caseStatuses } from '../../shared/model/letter.ts';
import { inTransaction, type WriteDatabase } from './database.ts';
import { selectedIds } from './find/selection.ts';
import { removeEntry } from './letter-index.ts';

const among = 'IN (SELECT value FROM json_each(@ids))';

/** Runs a statement that returns the ids of the letters it changes. */
function run(
  db: WriteDatabase,
  selection: Selection,
  sql: string,
  more: Readonly<Record<string, string>> = {},
): number[] {
  return inTransaction(db, () => {
    const ids = JSON.stringify(selectedIds(db, selection));
    return db
      .prepare<unknown[], number>(sql)
      .pluck()
      .all({ ids, ...more });
  });
}

/** Sets the status of letters; answers with those that had another one, by what they had. */
export function setStatusOf(
  db: WriteDatabase,
  selection: Selection,
  status: CaseStatus,
): RequestOutput<'letters:set-status'>['former'] {
  return inTransaction(db, () => {
    const ids = JSON.stringify(selectedIds(db, selection));
    const change = db
      .prepare<unknown[], number>(
        `UPDATE letter SET status = @status WHERE id ${among} AND status = @before RETURNING id`,
      )
      .pluck();
    return caseStatuses
      .filter((before) => before !== status)
      .map((before) => ({ status: before, letterIds: change.all({ ids, status, before }) }))
      .filter(({ letterIds }) => letterIds.length > 0);
  });
}

export const addTag = (db: WriteDatabase, selection: Selection, tag: string): number[] =>
  run(
    db,
    selection,
    `INSERT OR IGNORE INTO letter_tag (tag, letter_id) SELECT @tag, id FROM letter WHERE id ${among}
     RETURNING letter_id`,
    { tag: tag.toWellFormed() },
  );

export const removeTag = (db: WriteDatabase, selection: Selection, tag: string): number[] =>
  run(db, selection, `DELETE FROM letter_tag WHERE tag = @tag AND letter_id ${among} RETURNING letter_id`, {
    tag: tag.toWellFormed(),
  });

/** A soft delete. */
export const trashLetters = (db: WriteDatabase, selection: Selection): number[] =>
  run(db, selection, `UPDATE letter SET deleted_at = @now WHERE id ${among} AND deleted_at IS NULL RETURNING id`, {
    now: new Date().toISOString(),
  });

/** Brings letters back from the trash as they were. */
export const restoreLetters = (db: WriteDatabase, selection: Selection): number[] =>
  run(db, selection, `UPDATE letter SET deleted_at = NULL WHERE id ${among} AND deleted_at IS NOT NULL RETURNING id`);

/**
 * Takes letters out of the trash for good, with everything written about them; letters outside of it are left alone.
 * First all that is in library.db, then the originals: a crash between the two leaves an original without a letter,
 * never a letter without its original.
 */
export function deleteForever(db: WriteDatabase, selection: Selection): number[] {
  const deleted = inTransaction(db, () => {
    const letters = db
      .prepare<{ ids: string }, { id: number; sha256: string }>(
        `SELECT id, sha256 FROM letter WHERE id ${among} AND deleted_at IS NOT NULL`,
      )
      .all({ ids: JSON.stringify(selectedIds(db, selection)) });
    for (const { id } of letters) deleteLetter(db, id);
    return letters;
  });
  inTransaction(db, () => {
    const remove = db.prepare('DELETE FROM originals.original WHERE sha256 = ?');
    for (const { sha256 } of deleted) remove.run(sha256);
  });
  return deleted.map(({ id }) => id);
}

function deleteLetter(db: WriteDatabase, letterId: number): void {
  removeEntry(db, letterId);
  // The trigger takes the notes out of their index.
  db.prepare("UPDATE annotation SET deleted_at = '' WHERE letter_id = ? AND deleted_at IS NULL").run(letterId);
  db.prepare(
    `INSERT INTO reason_fts (reason_fts, rowid, reason)
     SELECT 'delete', row, reason FROM second_opinion WHERE letter_id = ?`,
  ).run(letterId);
  for (const table of ['annotation', 'second_opinion', 'correction', 'letter_tag', 'letter_content']) {
    db.prepare(`DELETE FROM ${table} WHERE letter_id = ?`).run(letterId);
  }
  db.prepare('DELETE FROM letter WHERE id = ?').run(letterId);
}
