import type { ReadDatabase } from '../database.ts';
import { allLetterIds } from '../letters.ts';
import { withWholeWords } from './whole-words.ts';

/** Words and phrases as expressions for FTS5. */
export interface TextQuery {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/**
 * The ids of all letters that a query finds, best first. A letter is found when every wanted term stands in the
 * letter or in what was written about it, and no unwanted term stands in either. Letters with a hit in a note or a
 * second opinion come first, since a person searching their own words wants those; within each group FTS5's rank
 * (bm25) decides, then the id; over `mostRanked` hits in letters are not ranked but listed newest first.
 * @param mostRanked more hits than a person looks through: ranking them all takes long and tells little
 */
export function rankLetters(
  db: ReadDatabase,
  { wanted, unwanted }: TextQuery,
  trash = false,
  mostRanked = 20_000,
): number[] {
  const lettersWrittenAbout = writtenAbout(trash);
  const excluded = lettersWrittenAbout(db, unwanted);
  const whole = {
    wanted: wanted.map((term) => withWholeWords(db, term)),
    unwanted: unwanted.map((term) => withWholeWords(db, term)),
  };
  if (wanted.length === 0) {
    const letters = new Set(db.prepare<[string], number>(matching).pluck().all(whole.unwanted.join(' OR ')));
    return allLetterIds(db, trash).filter((id) => !letters.has(id) && !excluded.has(id));
  }

  let first = [...lettersWrittenAbout(db, wanted)].filter((id) => !excluded.has(id));
  for (const [index, term] of wanted.entries()) {
    const about = lettersWrittenAbout(db, [term]);
    const inLetter = lettersAmong(db, first, whole.wanted[index] ?? term);
    first = first.filter((id) => about.has(id) || inLetter.has(id));
  }
  if (unwanted.length > 0) {
    const inLetter = lettersAmong(db, first, whole.unwanted.join(' OR '));
    first = first.filter((id) => !inLetter.has(id));
  }

  const firstSet = new Set(first);
  const ranking = () => {
    // What stands in more letters than are ranked tells little of which is the best.
    const tells = (term: string, index: number): boolean =>
      !term.endsWith(' *') || !hasMoreThan(db, whole.wanted[index] ?? term, mostRanked);
    const telling = wanted.filter(tells);
    return matchOf({ wanted: telling.length > 0 ? telling : wanted, unwanted: whole.unwanted });
  };
  const rest = inOrder(db, { match: matchOf(whole), ranking, mostRanked, inPlace: placeFilter(db, trash) });
  if (firstSet.size + excluded.size === 0) return rest;
  return [...first, ...rest.filter((id) => !firstSet.has(id) && !excluded.has(id))];
}

const hasMoreThan = (db: ReadDatabase, match: string, letters: number): boolean =>
  db.prepare<[string, number]>(`${matching} LIMIT ?, 1`).get(match, letters) !== undefined;

/** The hits in the letters, best first; of a word that stands nearly everywhere, those that came last first. */
function inOrder(
  db: ReadDatabase,
  {
    match,
    ranking,
    mostRanked,
    inPlace,
  }: {
    match: string;
    /**
     * An expression that finds these hits at least, and gives them their rank. Words that begin alike are ranked as one: a
     * rare one is no better a hit for what they begin with. FTS5 gathers all of them anew for that.
     */
    ranking: () => string;
    mostRanked: number;
    inPlace: (hits: number[]) => number[];
  },
): number[] {
  const hits = inPlace(db.prepare<[string], number>(matching).pluck().all(match));
  if (hits.length === 0 || hits.length > mostRanked) return hits.reverse();
  const found = new Set(hits);
  const ranked = db.prepare<[string], number>(`${matching} ORDER BY rank, rowid`).pluck().all(ranking());
  return ranked.filter((id) => found.has(id));
}

const matchOf = ({ wanted, unwanted }: TextQuery): string =>
  unwanted.length > 0 ? `(${wanted.join(' AND ')}) NOT (${unwanted.join(' OR ')})` : wanted.join(' AND ');

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
