import type { ReadDatabase } from '../database.ts';
import { allLetterIds } from '../letters.ts';

/** Words and phrases as expressions for FTS5. */
export interface TextQuery {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/**
 * The ids of all letters that a query finds, best first. A letter is found when every wanted term stands in the
 * letter or in what was written about it, and no unwanted term stands in either. Letters with a hit in a note or a
 * second opinion come first, since a person searching their own words wants those; within each group FTS5's rank
 * (bm25) decides, then the id; over 20,000 hits in letters are not ranked but listed newest first.
 */
export function rankLetters(db: ReadDatabase, { wanted, unwanted }: TextQuery, trash = false): number[] {
  const lettersWrittenAbout = writtenAbout(trash);
  const excluded = lettersWrittenAbout(db, unwanted);
  if (wanted.length === 0) {
    const letters = new Set(db.prepare<[string], number>(matching).pluck().all(unwanted.join(' OR ')));
    return allLetterIds(db, trash).filter((id) => !letters.has(id) && !excluded.has(id));
  }

  let first = [...lettersWrittenAbout(db, wanted)].filter((id) => !excluded.has(id));
  for (const term of wanted) {
    const about = lettersWrittenAbout(db, [term]);
    const inLetter = lettersAmong(db, first, term);
    first = first.filter((id) => about.has(id) || inLetter.has(id));
  }
  if (unwanted.length > 0) {
    const inLetter = lettersAmong(db, first, unwanted.join(' OR '));
    first = first.filter((id) => !inLetter.has(id));
  }

  const all = unwanted.length > 0 ? `(${wanted.join(' AND ')}) NOT (${unwanted.join(' OR ')})` : wanted.join(' AND ');
  const firstSet = new Set(first);
  const rest = inOrder(db, all, placeFilter(db, trash));
  if (firstSet.size + excluded.size === 0) return rest;
  return [...first, ...rest.filter((id) => !firstSet.has(id) && !excluded.has(id))];
}

/** More hits than a person looks through: ranking them all takes long and tells little. */
const mostRanked = 20_000;

/** The hits in the letters, best first; of a word that stands nearly everywhere, those that came last first. */
function inOrder(db: ReadDatabase, match: string, inPlace: (hits: number[]) => number[]): number[] {
  const hits = inPlace(db.prepare<[string], number>(matching).pluck().all(match));
  if (hits.length > mostRanked) return hits.reverse();
  return inPlace(db.prepare<[string], number>(`${matching} ORDER BY rank, rowid`).pluck().all(match));
}

/** In the order of their ids. */
const matching = 'SELECT rowid FROM letter_fts WHERE letter_fts MATCH ?';

/**
 * Leaves of the hits those in the trash, or those that are not. The few ids in the trash are read, not the place of
 * every hit: there can be as many hits as letters.
 */
function placeFilter(db: ReadDatabase, trash: boolean): (hits: number[]) => number[] {
  const trashed = new Set(db.prepare<[], number>('SELECT id FROM letter WHERE deleted_at IS NOT NULL').pluck().all());
  if (!trash && trashed.size === 0) return (hits) => hits;
  return (hits) => hits.filter((id) => trashed.has(id) === trash);
}

/**
 * Those of the letters in which the expression is found. One pass over all matches; the sum keeps SQLite from
 * searching once for each letter, which is slow for the beginning of a word.
 */
function lettersAmong(db: ReadDatabase, ids: readonly number[], match: string): Set<number> {
  if (ids.length === 0) return new Set();
  const found = db
    .prepare<[string, string], number>(
      'SELECT rowid FROM letter_fts WHERE letter_fts MATCH ? AND rowid + 0 IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .all(match, JSON.stringify(ids));
  return new Set(found);
}

/** The letters with a note or second opinion in which any of the terms stands, best first. */
const writtenAbout =
  (trash: boolean) =>
  (db: ReadDatabase, terms: readonly string[]): Set<number> => {
    if (terms.length === 0) return new Set();
    const ids = db
      .prepare<{ match: string }, number>(
        `SELECT letter_id FROM (
           SELECT a.letter_id, f.rank FROM note_fts f JOIN annotation a ON a.row = f.rowid WHERE note_fts MATCH @match
           UNION ALL
           SELECT s.letter_id, f.rank FROM reason_fts f JOIN second_opinion s ON s.row = f.rowid
             WHERE reason_fts MATCH @match
         ) JOIN letter l ON l.id = letter_id WHERE l.deleted_at IS ${trash ? 'NOT NULL' : 'NULL'}
         GROUP BY letter_id ORDER BY min(rank), letter_id`,
      )
      .pluck()
      .all({ match: terms.join(' OR ') });
    return new Set(ids);
  };
