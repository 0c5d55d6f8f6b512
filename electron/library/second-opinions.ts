import type { SecondOpinion, Verdict } from '../../shared/model/second-opinion.ts';
import { FailureError } from '../../shared/result.ts';
import { inTransaction, type ReadDatabase, type WriteDatabase } from './database.ts';
import { getLetter, markBegun } from './letters.ts';
import type { NewSecondOpinion } from './library-api.ts';

interface StoredOpinion extends Omit<SecondOpinion, 'verdict'> {
  verdict: Verdict | null;
}

/** The second opinions on the items of a letter, in item order. */
export function secondOpinionsOf(db: ReadDatabase, letterId: number): SecondOpinion[] {
  return db
    .prepare<[number], StoredOpinion>(
      `SELECT letter_id AS letterId, ordinal, item_title AS itemTitle, verdict, reason, author, updated_at AS updatedAt
       FROM second_opinion WHERE letter_id = ? ORDER BY ordinal`,
    )
    .all(letterId)
    .map(({ verdict, ...opinion }) => ({ ...opinion, ...(verdict !== null && { verdict }) }));
}

/**
 * Saves the one opinion on an item, over an earlier one.
 * @throws FailureError `no-such-letter`; `invalid-input` when the letter has no such item
 */
export function saveSecondOpinion(db: WriteDatabase, opinion: NewSecondOpinion): SecondOpinion {
  return inTransaction(db, () => {
    const { letterId, ordinal } = opinion;
    getLetter(db, letterId);
    if (!db.prepare('SELECT 1 FROM item WHERE letter_id = ? AND ordinal = ?').get(letterId, ordinal)) {
      throw new FailureError('invalid-input', 'This letter has no such item.');
    }
    db.prepare(
      `INSERT INTO second_opinion (letter_id, ordinal, item_title, verdict, reason, author, updated_at)
       VALUES (@letterId, @ordinal, @itemTitle, @verdict, @reason, @author, @updatedAt)
       ON CONFLICT (letter_id, ordinal) DO UPDATE SET item_title = excluded.item_title, verdict = excluded.verdict,
         reason = excluded.reason, author = excluded.author, updated_at = excluded.updated_at`,
    ).run({
      letterId,
      ordinal,
      itemTitle: opinion.itemTitle,
      verdict: opinion.verdict ?? null,
      reason: opinion.reason.toWellFormed(),
      author: opinion.author,
      updatedAt: new Date().toISOString(),
    });
    markBegun(db, letterId);
    const saved = secondOpinionsOf(db, letterId).find((candidate) => candidate.ordinal === ordinal);
    if (!saved) throw new Error(`The second opinion on item ${ordinal} was not stored.`);
    return saved;
  });
}
