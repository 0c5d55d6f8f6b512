import type { LetterRow } from '../../../shared/model/letter.ts';
import { snippetMarks } from '../../../shared/model/snippet-marks.ts';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';
import type { ReadDatabase } from '../database.ts';
import { countLetters, findLetter, pageOfLetters } from '../letters.ts';
import type { LetterPage, LetterQuery } from '../library-api.ts';
import { foundLetterIds, textExpressions } from './found-letters.ts';
import type { TextQuery } from './rank-letters.ts';

/** About this many words in a snippet. */
const snippetWords = 16;

/**
 * The list of letters, whole or found. What the last query found is kept, so that the pages of one search belong
 * together even when something is written between them; asking for its first page searches anew.
 */
export function createLetterList(db: ReadDatabase): (query: LetterQuery) => LetterPage {
  let found: { readonly key: string; readonly ids: readonly number[] } = { key: '', ids: [] };

  return ({ query: text, sort, trash = false, after, limit }) => {
    const { terms, hint: odd } = parseSearchQuery(text);
    const hint = odd !== undefined && { hint: odd };
    if (terms.length === 0 && !sort && !trash) {
      return { rows: pageOfLetters(db, limit, after), total: countLetters(db), ...hint };
    }
    const key = JSON.stringify([text, sort, trash]);
    if (after === undefined || found.key !== key) found = { key, ids: foundLetterIds(db, { terms, trash, sort }) };
    const { ids } = found;
    const from = after === undefined ? 0 : ids.indexOf(after) + 1;
    // A letter that is no longer found gives no place to continue from.
    const page = after !== undefined && from === 0 ? [] : ids.slice(from, from + limit);
    return { rows: rowsOf(db, page, textExpressions(terms), trash), total: ids.length, ...hint };
  };
}

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
  // All words together are in fewer letters than any of them; only a letter found by its notes lacks some.
  for (const match of new Set([wanted.join(' AND '), any])) {
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
