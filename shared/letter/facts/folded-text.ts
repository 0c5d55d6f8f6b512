import type { Span, TextSpan } from '../../model/span.ts';

const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl'];
/** What is folded; a single space stays as it is. */
const special = /\s\s+|[^\S ]|[\u2010-\u2015\u2212\u2018\u2019\uFB00-\uFB04]/g;

/** A stretch of the folded text that stands for another of the reading text. */
interface Fold {
  readonly start: number;
  readonly end: number;
  readonly reading: Span;
}

/**
 * A stretch of the reading text as patterns are to see it: a paragraph break as one line feed, other white space as one
 * space, f-ligatures as their letters, any dash as a hyphen, any apostrophe as a plain one. Case stays. Offsets in
 * `text` lead back by {@link FoldedText.at}.
 */
export class FoldedText {
  readonly text: string;
  readonly #readingText: string;
  readonly #start: number;
  readonly #folds: readonly Fold[];

  constructor(readingText: string, { start, end }: Span) {
    this.#readingText = readingText;
    this.#start = start;
    const printed = readingText.slice(start, end);
    const folds: Fold[] = [];
    let text = '';
    let from = 0;
    for (const { 0: words, index } of printed.matchAll(special)) {
      text += printed.slice(from, index);
      from = index + words.length;
      const folded = fold(words);
      const reading = { start: start + index, end: start + from };
      folds.push({ start: text.length, end: text.length + folded.length, reading });
      text += folded;
    }
    this.text = text + printed.slice(from);
    this.#folds = folds;
  }

  /** The folded `[start, end)`, neither empty nor ending in a space, in the reading text; a ligature is never cut. */
  at(start: number, end: number): TextSpan {
    const from = this.#reading(start).start;
    const to = this.#reading(end - 1).end;
    return { text: this.#readingText.slice(from, to), start: from, end: to };
  }

  /** What one folded code unit stands for. */
  #reading(offset: number): Span {
    let low = 0;
    let high = this.#folds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#folds[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const last = this.#folds[low - 1];
    if (last && offset < last.end) return last.reading;
    const start = last ? last.reading.end + offset - last.end : this.#start + offset;
    return { start, end: start + 1 };
  }
}

function fold(printed: string): string {
  if (/^\s/.test(printed)) return printed.includes('\n') ? '\n' : ' ';
  if (/[\u2018\u2019]/.test(printed)) return "'";
  return ligatures[printed.charCodeAt(0) - 0xfb00] ?? '-';
}
