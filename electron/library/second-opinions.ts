import { itemTarget } from '../../shared/corrections/item-target.ts';
import type { Target } from '../../shared/model/annotation.ts';
import type { LetterParse } from '../../shared/model/letter-parse.ts';
import type { SecondOpinion, Verdict } from '../../shared/model/second-opinion.ts';
import { FailureError } from '../../shared/result.ts';
import { correctedParse } from './corrected-parse.ts';
import { inTransaction, type ReadDatabase, type WriteDatabase } from './database.ts';
import { getLetter, markBegun } from './letters.ts';
import type { NewSecondOpinion } from './library-api.ts';
import { itemNamedBy, opinionItem } from './opinion-item.ts';

interface StoredOpinion extends Omit<SecondOpinion, 'verdict' | 'ordinal'> {
  verdict: Verdict | null;
  ordinal: number;
  target: string | null;
}

/**
 * The second opinions on the items of a letter as they stand in its corrected `parse`, in item order. One whose item
 * is gone, or has a newer one, comes last and has no ordinal.
 */
export function secondOpinionsOf(db: ReadDatabase, letterId: number, parse: LetterParse): SecondOpinion[] {
  const taken = new Set<number>();
  return db
    .prepare<[number], StoredOpinion>(
      `SELECT row AS id, letter_id AS letterId, ordinal, target, item_title AS itemTitle, verdict, reason, author,
         updated_at AS updatedAt
       FROM second_opinion WHERE letter_id = ? ORDER BY updated_at DESC, row DESC`,
    )
    .all(letterId)
    .map(({ verdict, ordinal, target, ...opinion }) => {
      const item = target === null ? ordinal : itemNamedBy(JSON.parse(target) as Target, parse);
      const isThere = item !== undefined && item <= parse.case.items.length && !taken.has(item);
      if (isThere) taken.add(item);
      return { ...opinion, ...(isThere && { ordinal: item }), ...(verdict !== null && { verdict }) };
    })
    .sort((a, b) => (a.ordinal ?? Number.POSITIVE_INFINITY) - (b.ordinal ?? Number.POSITIVE_INFINITY) || a.id - b.id);
}

/**
 * Saves the one opinion on an item, over an earlier one. One on an item that is gone is kept without an item.
 * @throws FailureError `no-such-letter`; `invalid-input` when the letter has no such item
 */
export function saveSecondOpinion(db: WriteDatabase, opinion: NewSecondOpinion): SecondOpinion {
  return inTransaction(db, () => {
    const { letterId } = opinion;
    getLetter(db, letterId);
    const { parse } = correctedParse(db, letterId);
    const item = opinionItem(db, letterId, parse, opinion);
    if (!item) throw new FailureError('invalid-input', 'This letter has no such item.');
    const { ordinal = opinion.ordinal, target } = item;
    const earlier = secondOpinionsOf(db, letterId, parse).find(
      (candidate) =>
        candidate.ordinal === item.ordinal && (item.ordinal !== undefined || candidate.itemTitle === opinion.itemTitle),
    );
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO second_opinion (row, letter_id, ordinal, target, item_title, verdict, reason, author, updated_at)
         VALUES (@id, @letterId, @ordinal, @target, @itemTitle, @verdict, @reason, @author, @updatedAt)
         ON CONFLICT (row) DO UPDATE SET ordinal = excluded.ordinal, target = excluded.target,
           item_title = excluded.item_title, verdict = excluded.verdict, reason = excluded.reason,
           author = excluded.author, updated_at = excluded.updated_at`,
      )
      .run({
        id: earlier?.id ?? null,
        letterId,
        ordinal,
        target: target === undefined ? null : JSON.stringify(target),
        itemTitle: opinion.itemTitle,
        verdict: opinion.verdict ?? null,
        reason: opinion.reason.toWellFormed(),
        author: opinion.author,
        updatedAt: new Date().toISOString(),
      });
    markBegun(db, letterId);
    const id = earlier?.id ?? Number(lastInsertRowid);
    const saved = secondOpinionsOf(db, letterId, parse).find((candidate) => candidate.id === id);
    if (!saved) throw new Error(`The second opinion on item ${ordinal} was not stored.`);
    return saved;
  });
}

/**
 * Ties opinions that know their item by its ordinal alone, from before there were corrections, to the item's place;
 * to be called before items can get other ordinals.
 */
export function tieToItems(db: WriteDatabase, letterId: number, parse: LetterParse): void {
  const tie = db.prepare('UPDATE second_opinion SET target = ? WHERE letter_id = ? AND ordinal = ? AND target IS NULL');
  for (const { ordinal } of parse.case.items) {
    const target = itemTarget(parse, ordinal);
    if (target) tie.run(JSON.stringify(target), letterId, ordinal);
  }
}
