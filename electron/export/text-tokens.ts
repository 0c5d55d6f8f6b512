/**
 * Words as the page keeps them. Text readers take a hyphen at a line's end for a syllable break and drop it, and
 * show `items/` and `services` as two words when the line breaks between them. So a word that a line could break
 * inside is kept whole (`solid`), unless it is too long for a line; then it breaks anywhere but after a hyphen.
 */

/**
 * Whether a piece surely fits on one line of the page, or of the narrowest table column. Small letters, digits and
 * punctuation, as in web addresses, are taken for three quarters of a capital's width.
 */
const fits = {
  page: (piece: string): boolean => piece.length - (piece.match(/[a-ln-vx-z\d./:_-]/g)?.length ?? 0) / 4 <= 60,
  column: (piece: string): boolean => piece.length <= 24,
} as const;

/** Code units between the places where an overlong word may break. */
const chunkLength = 8;

/** A line may break after a mark, also one that begins the word, but not after one that opens or quotes. */
const breakableInside = /(?:\S|^(?![\p{Ps}\p{Pi}"']))[^\p{L}\p{N}\p{M}\s]\S/u;
const alphabetic = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+$/u;
/** Scripts written without spaces; the typesetter knows where their lines may break. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** The hyphens that text readers drop at a line's end. */
const endsInHyphen = /[-\u2010]$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A piece `[start, end)` of a text. A line may break between two pieces, but not inside a solid one. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'space' | 'word' | 'solid';
}

/**
 * Cuts `text` into spaces, words and solid pieces; the pieces in order make up the whole text. Pieces that are too
 * long for a line of `place` may break anywhere.
 */
export function textTokens(text: string, place: keyof typeof fits = 'page'): Token[] {
  const tokens: Token[] = [];
  // A word that ends in a hyphen takes the next word with it, so that the hyphen is never last on its line.
  for (const match of text.matchAll(/\s+|\S*[-\u2010][^\S\n]+\S+|\S+/gu)) {
    const [piece] = match;
    const start = match.index;
    const end = start + piece.length;
    if (/^\s+$/u.test(piece)) tokens.push({ start, end, kind: 'space' });
    else if (!fits[place](piece)) tokens.push(...longPieces(piece, start, place));
    else tokens.push({ start, end, kind: isSolid(piece) ? 'solid' : 'word' });
  }
  return tokens;
}

/** Script runs other than alphabetic ones are shaped and ordered by the typesetter, which a solid piece would disturb. */
const isSolid = (piece: string): boolean =>
  (breakableInside.test(piece) || /\s/u.test(piece)) && alphabetic.test(piece);

function longPieces(piece: string, offset: number, place: keyof typeof fits): Token[] {
  const tokens: Token[] = [];
  for (const match of piece.matchAll(/\s+|\S+/gu)) {
    const [word] = match;
    const start = offset + match.index;
    const end = start + word.length;
    if (/^\s/u.test(word)) tokens.push({ start, end, kind: 'space' });
    else if (unspaced.test(word)) tokens.push({ start, end, kind: 'word' });
    else if (!fits[place](word)) tokens.push(...chunks(word, start));
    else tokens.push({ start, end, kind: isSolid(word) ? 'solid' : 'word' });
  }
  return tokens;
}

function chunks(word: string, offset: number): Token[] {
  const kind = alphabetic.test(word) ? 'solid' : 'word';
  const tokens: Token[] = [];
  let start = 0;
  for (const { index } of graphemes.segment(word)) {
    if (index - start < chunkLength || endsInHyphen.test(word[index - 1] ?? '')) continue;
    tokens.push({ start: offset + start, end: offset + index, kind });
    start = index;
  }
  tokens.push({ start: offset + start, end: offset + word.length, kind });
  return tokens;
}
