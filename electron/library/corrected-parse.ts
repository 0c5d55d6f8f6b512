import { applyCorrections, type CorrectedParse } from '../../shared/corrections/apply-corrections.ts';
import type { Change, Correction } from '../../shared/model/correction.ts';
import type { ReadDatabase } from './database.ts';
import { readParse } from './letter-content.ts';

/** A parse with the corrections of its letter in it. */
export type Corrected = Omit<CorrectedParse, 'unapplied'> & { readonly corrections: readonly Correction[] };

/** The corrections of a letter in the order they were made; whether each can be applied is not said. */
function correctionsOf(db: ReadDatabase, letterId: number): Correction[] {
  return db
    .prepare<[number], Omit<Correction, 'change'> & { change: string }>(
      `SELECT id, letter_id AS letterId, change, author, created_at AS createdAt
       FROM correction WHERE letter_id = ? AND deleted_at IS NULL ORDER BY row`,
    )
    .all(letterId)
    .map(({ change, ...stored }) => ({ ...stored, change: JSON.parse(change) as Change }));
}

/** A parse of a letter, by default the stored one, with its corrections in it. @throws as `readParse` */
export function correctedParse(db: ReadDatabase, letterId: number, parse = readParse(db, letterId)): Corrected {
  const made = correctionsOf(db, letterId);
  const { unapplied, ...result } = applyCorrections(parse, made);
  const corrections = made.map((correction) => {
    const reason = unapplied.get(correction.id);
    return reason === undefined ? correction : { ...correction, unapplied: reason };
  });
  return { ...result, corrections };
}
