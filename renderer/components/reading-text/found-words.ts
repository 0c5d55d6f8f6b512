/** The words of a letter that the search asks for, as the index finds them: in any case, accents left out. */
import type { Span } from '../../../shared/model/span.ts';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';

/** Words that follow one another; the last may be only the beginning of one. */
export interface WantedWords {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** A word of the index: https://sqlite.org/fts5.html#unicode61_tokenizer */
const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What of a query is looked for in the text of a letter; not its fields, and not what must be absent. */
export function wantedWords(query: string): WantedWords[] {
  return parseSearchQuery(query).terms.flatMap((term) => {
    const words = term.kind === 'text' && !term.not ? (term.text.match(wordPattern) ?? []).map(folded) : [];
    return words.length > 0 && term.kind === 'text' ? [{ words, prefix: term.prefix }] : [];
  });
}

/** Where the words stand in a text, in order and without overlap. */
export function foundWords(text: string, wanted: readonly WantedWords[]): Span[] {
  if (wanted.length === 0) return [];
  const tokens = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    word: folded(word),
    start: index,
    end: index + word.length,
  }));
  const lengthAt = ({ words, prefix }: WantedWords, at: number): number => {
    const matches = words.every((word, step) => {
      const token = tokens[at + step]?.word;
      return prefix && step === words.length - 1 ? token?.startsWith(word) : token === word;
    });
    return matches ? words.length : 0;
  };
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = Math.max(...wanted.map((each) => lengthAt(each, at)));
    const first = tokens[at];
    const last = tokens[at + length - 1];
    if (length > 0 && first && last) spans.push({ start: first.start, end: last.end });
    at += Math.max(1, length);
  }
  return spans;
}
