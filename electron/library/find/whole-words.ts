import type { ReadDatabase } from '../database.ts';

/** Beyond this many, asking each word for its next letter takes as long as gathering them all first. */
const mostWords = 128;

/**
 * An expression for FTS5 over `letter_fts` that finds the same letters sooner: `"fus" *` becomes `("fused" OR "fusion")`.
 * For the beginning of a word FTS5 gathers every place of every word that begins so before it gives the first letter;
 * of whole words it reads no more than the other terms leave. Whatever else is given comes back as it is.
 */
export function withWholeWords(db: ReadDatabase, expression: string): string {
  // Letters that FTS5 folds otherwise than JavaScript does stay with FTS5.
  const begun = /^"([a-z0-9]+)\*{0,9}" \*$/i.exec(expression)?.[1]?.toLowerCase();
  const words = begun === undefined ? [] : wordsBeginning(db, begun);
  if (words.length === 0 || words.length > mostWords || !words.every((word) => /^[a-z0-9]+$/.test(word))) {
    return expression;
  }
  return `(${words.map((word) => `"${word}"`).join(' OR ')})`;
}

/**
 * The words of the index that begin so, at most one more than are of use. The index is entered anew for each word:
 * going on from one word to the next would pass all of its places.
 */
function wordsBeginning(db: ReadDatabase, begun: string): string[] {
  db.prepare('CREATE VIRTUAL TABLE IF NOT EXISTS temp.letter_word USING fts5vocab (main, letter_fts, instance)').run();
  const next = db.prepare<[string], string>('SELECT term FROM temp.letter_word WHERE term >= ? LIMIT 1').pluck();
  const words: string[] = [];
  let word = next.get(begun);
  while (word?.startsWith(begun) && words.length <= mostWords) {
    words.push(word);
    word = next.get(`${word}\u0001`);
  }
  return words;
}
