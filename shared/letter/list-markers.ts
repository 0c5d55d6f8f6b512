import { isFull, type Spacing } from './line-breaks.ts';
import type { SourceLine } from './source-lines.ts';

const marker = /\(?(\d{1,2})(?:\)|\.(?=\s))|[\u2022\u25CF\u25AA\u25E6\u2023\u00B7]|[-\u2013*](?=\s)/y;

/** The most code units of a line that a bracket is looked for in. */
const longestBracket = 200;

/**
 * Tells the lines that start a list item from wrapped lines that happen to start with a number: the first item
 * follows a line that was not full, a later one continues the count.
 */
export class ListMarkers {
  readonly #source: string;
  readonly #spacing: Spacing;
  #last = 0;

  constructor(source: string, spacing: Spacing) {
    this.#source = source;
    this.#spacing = spacing;
  }

  /** True when `line`, printed after `previous`, starts a list item. To be asked of each line once, in order. */
  startsItem(line: SourceLine, previous: SourceLine | undefined): boolean {
    marker.lastIndex = line.start;
    const match = marker.exec(this.#source);
    if (!match || (previous && this.#closesBracket(match[0], previous))) return false;
    const deliberate = !previous || !isFull(this.#source, previous, line, this.#spacing);
    if (match[1] === undefined) return deliberate;
    const number = Number(match[1]);
    const continues = this.#last > 0 && number === this.#last + 1;
    if (!continues && !(number === 1 && deliberate)) return false;
    this.#last = number;
    return true;
  }

  /** True for the `3)` of `(2 x⏎3)`. */
  #closesBracket(printed: string, previous: SourceLine): boolean {
    if (!/^\d{1,2}\)/.test(printed)) return false;
    const text = this.#source.slice(Math.max(previous.start, previous.end - longestBracket), previous.end);
    return text.lastIndexOf('(') > text.lastIndexOf(')');
  }
}
