import type { LetterRow } from '../../shared/model/letter.ts';
import { snippetMarks } from '../../shared/model/snippet-marks.ts';
import type { ReadDatabase } from './database.ts';
import { countLetters, findLetter, pageOfLetters } from './letters.ts';
import type { LetterPage, LetterQuery } from './library-api.ts';
import { rankLetters } from './rank-letters.ts';
import { parseSearchQuery, type SearchQuery } from './search-query.ts';

/** About this many words in a snippet. */
const snippetWords = 16;

/**
 * The list of letters, whole or searched. The ranking of the last query is kept, so that the pages of one search
 * belong together even when something is written between them; asking for its first page ranks anew.
 */
export function createLetterList(db: ReadDatabase): (query: LetterQuery) => LetterPage {
  let ranking: { text: string; ids: readonly number[] } = { text: '', ids: [] };

  return ({ query: text, after, limit }) => {
    const query = parseSearchQuery(text);
    const hint = query.hint !== undefined && { hint: query.hint };
    if (query.wanted.length + query.unwanted.length === 0) {
      return { rows: pageOfLetters(db, limit, after), total: countLetters(db), ...hint };
    }
    if (after === undefined || ranking.text !== text) ranking = { text, ids: rankLetters(db, query) };
    const { ids } = ranking;
    const from = after === undefined ? 0 : ids.indexOf(after) + 1;
    // A letter that is no longer found gives no place to continue from.
    const page = after !== undefined && from === 0 ? [] : ids.slice(from, from + limit);
    return { rows: foundLetters(db, page, query), total: ids.length, ...hint };
  };
}

function foundLetters(db: ReadDatabase, ids: readonly number[], query: SearchQuery): LetterRow[] {
  const snippets = findSnippets(db, ids, query);
  return ids.flatMap((id) => {
    const letter = findLetter(db, id);
    const snippet = snippets.get(id);
    return letter ? [{ ...letter, ...(snippet !== undefined && { snippet }) }] : [];
  });
}

/**
 * A few words around what was found in each letter: in a note first, then in a second opinion, then in the letter.
 * One pass over all matches for the whole page: asking FTS5 for a single row makes it gather every word that begins
 * with the last term anew, row by row.
 */
function findSnippets(db: ReadDatabase, ids: readonly number[], { wanted }: SearchQuery): Map<number, string> {
  const snippets = new Map<number, string>();
  if (wanted.length === 0) return snippets;
  const parameters = { ...snippetMarks, match: wanted.join(' OR '), ids: JSON.stringify(ids) };
  const snippet = (table: string) => `snippet(${table}, -1, @open, @close, '…', ${snippetWords})`;
  const sources = [
    `SELECT a.letter_id, ${snippet('note_fts')} FROM note_fts JOIN annotation a ON a.row = note_fts.rowid
     WHERE note_fts MATCH @match AND a.letter_id IN (SELECT value FROM json_each(@ids)) ORDER BY note_fts.rank`,
    `SELECT s.letter_id, ${snippet('reason_fts')} FROM reason_fts JOIN second_opinion s ON s.row = reason_fts.rowid
     WHERE reason_fts MATCH @match AND s.letter_id IN (SELECT value FROM json_each(@ids)) ORDER BY reason_fts.rank`,
    // The sum keeps SQLite from turning this into one search for each id.
    `SELECT rowid, ${snippet('letter_fts')} FROM letter_fts
     WHERE letter_fts MATCH @match AND rowid + 0 IN (SELECT value FROM json_each(@ids))`,
  ];
  for (const sql of sources) {
    for (const [id, text] of db.prepare<typeof parameters, [number, string]>(sql).raw().all(parameters)) {
      if (!snippets.has(id)) snippets.set(id, text);
    }
  }
  return snippets;
}
