import { randomInt } from 'node:crypto';
import type { RequestInput } from '../../../shared/contract.ts';
import type { LetterRow } from '../../../shared/model/letter.ts';
import { snippetMarks } from '../../../shared/model/snippet-marks.ts';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';
import type { ReadDatabase } from '../database.ts';
import { countLetters, findLetter, firstLetters } from '../letters.ts';
import type { LetterPage, LetterQuery, LetterRange } from '../library-api.ts';
import { foundLetterIds, textExpressions, type WantedLetters } from './found-letters.ts';
import type { TextQuery } from './rank-letters.ts';
import { withWholeWords } from './whole-words.ts';

/** More than `randomInt` does not give. */
const mostNumber = 2 ** 47;

/** True for the list of all letters as they are kept, whose first page needs no look at the others. */
export const isWholeList = ({ query, sort, trash = false }: Pick<LetterQuery, 'query' | 'sort' | 'trash'>): boolean =>
  !sort && !trash && parseSearchQuery(query).terms.length === 0;

/** About this many words in a snippet. */
const snippetWords = 16;

/** What a query found, kept so that all pages of one list belong together. */
interface KeptList {
  /** No other list has it, be it of another thread or of the library before a backup was put back. */
  readonly number: number;
  readonly key: string;
  /** How many changes the connection had made when the list was begun. */
  readonly changes: number;
  /** Absent while only the beginning of the whole list was asked for, which needs no look at all the others. */
  ids?: readonly number[];
}

/**
 * The list of letters, whole or found, by places. What the last query found is kept, so that the pages of one search
 * belong together even when something is written between them; asking without naming that list searches anew.
 */
export function createLetterList(db: ReadDatabase) {
  const changes = (): number => db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
  let kept: KeptList = { number: 0, key: '', changes: 0 };

  /** The kept list, if it is the one that is named and is still what it was begun as; else one that is begun. */
  function listOf({ query, sort, trash = false, list }: Omit<LetterQuery, 'limit'>): KeptList {
    const key = JSON.stringify([query, sort, trash]);
    const isKept = list === kept.number && key === kept.key && (kept.ids || kept.changes === changes());
    if (!isKept) kept = { number: randomInt(1, mostNumber), key, changes: changes() };
    return kept;
  }

  function listLetters(query: LetterQuery): LetterPage {
    const { sort, trash = false, from = 0, limit, beside } = query;
    const { terms, hint: odd, unfinished } = parseSearchQuery(query.query);
    const hint = odd !== undefined && { hint: odd };
    const list = listOf(query);
    if (isWholeList(query) && !list.ids && from <= 0 && !beside) {
      return {
        rows: firstLetters(db, Math.max(0, limit + from)),
        from: 0,
        total: countLetters(db),
        list: list.number,
        ...hint,
      };
    }
    const ids = idsOf(list, { terms, sort, trash });
    const place = beside ? ids.indexOf(beside.letterId) : -1;
    const first = from + (beside && place !== -1 ? place - beside.place : 0);
    const wanted = ids.slice(Math.max(0, first), Math.max(0, first + limit));
    const rows = rowsOf(db, wanted, textExpressions(terms), trash);
    // A letter has gone since: the places after it are no longer those of the list.
    if (rows.length < wanted.length && query.list === list.number) return listLetters({ ...query, list: undefined });
    return {
      rows,
      from: Math.max(0, first),
      total: ids.length,
      list: list.number,
      ...(ids.length === 0 && unfinished !== undefined && { hint: wasWhole(unfinished) }),
      ...hint,
    };
  }

  function letterRange({ from, to, ...query }: RequestInput<'library:range'>): LetterRange {
    const list = listOf(query);
    const { sort, trash = false } = query;
    const ids = idsOf(list, { terms: parseSearchQuery(query.query).terms, sort, trash });
    return { letterIds: ids.slice(Math.max(0, from), Math.max(0, to)), list: list.number };
  }

  const idsOf = (list: KeptList, wanted: WantedLetters): readonly number[] => (list.ids ??= foundLetterIds(db, wanted));

  return { listLetters, letterRange };
}

const wasWhole = (word: string): string =>
  `“${word}” was searched for as a whole word: longer words that begin so are found from their third letter on.`;

function rowsOf(db: ReadDatabase, ids: readonly number[], text: TextQuery, trash: boolean): LetterRow[] {
  const snippets = findSnippets(db, ids, text);
  return ids.flatMap((id) => {
    const letter = findLetter(db, id, trash);
    const snippet = snippets.get(id);
    return letter ? [{ ...letter, ...(snippet !== undefined && { snippet }) }] : [];
  });
}

/**
 * A few words around what was found in each letter: in a note first, then in a second opinion, then in the letter.
 * One pass over all matches for the whole page: asking FTS5 for a single row makes it gather every word that begins
 * with the last term anew, row by row.
 */
function findSnippets(db: ReadDatabase, ids: readonly number[], { wanted }: TextQuery): Map<number, string> {
  const snippets = new Map<number, string>();
  if (wanted.length === 0) return snippets;
  const all = JSON.stringify(ids);
  const snippet = (table: string) => `snippet(${table}, -1, @open, @close, '…', ${snippetWords})`;
  const addFrom = (sql: string, match: string, among: string): void => {
    const parameters = { ...snippetMarks, match, ids: among };
    for (const [id, text] of db.prepare<typeof parameters, [number, string]>(sql).raw().all(parameters)) {
      if (!snippets.has(id)) snippets.set(id, text);
    }
  };
  const any = wanted.join(' OR ');
  addFrom(
    `SELECT a.letter_id, ${snippet('note_fts')} FROM note_fts JOIN annotation a ON a.row = note_fts.rowid
     WHERE note_fts MATCH @match AND a.letter_id IN (SELECT value FROM json_each(@ids)) ORDER BY note_fts.rank`,
    any,
    all,
  );
  addFrom(
    `SELECT s.letter_id, ${snippet('reason_fts')} FROM reason_fts JOIN second_opinion s ON s.row = reason_fts.rowid
     WHERE reason_fts MATCH @match AND s.letter_id IN (SELECT value FROM json_each(@ids)) ORDER BY reason_fts.rank`,
    any,
    all,
  );
  const words = wanted.map((term) => withWholeWords(db, term));
  // All words together are in fewer letters than any of them; only a letter found by its notes lacks some.
  for (const match of new Set([words.join(' AND '), words.join(' OR ')])) {
    const without = ids.filter((id) => !snippets.has(id));
    if (without.length > 0) addFrom(inLetters(snippet('letter_fts')), match, JSON.stringify(without));
  }
  return snippets;
}

/**
 * The sum keeps SQLite from turning this into one search for each id; the range lets FTS5 pass over the hits outside
 * of it, which are most when the newest letters are listed.
 */
const inLetters = (snippet: string): string =>
  `SELECT rowid, ${snippet} FROM letter_fts
   WHERE letter_fts MATCH @match AND rowid + 0 IN (SELECT value FROM json_each(@ids))
     AND rowid >= (SELECT min(value) FROM json_each(@ids)) AND rowid <= (SELECT max(value) FROM json_each(@ids))`;
