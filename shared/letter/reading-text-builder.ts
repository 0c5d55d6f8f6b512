import type { SourceMap, SourceRun } from './source-map.ts';

const hyphenAtEnd = /[^\s\-\u2010\u2011\u2013\u2014\u00AD][-\u2010\u2011\u2013\u2014\u00AD]$/u;
/** After a suspended hyphen ("pre- and postoperative") the space belongs to the text. */
const suspension = /(?:and|or|to|nor|through|versus|vs)(?![\p{L}\p{N}])/iuy;
/** White space other than the plain space, which the reading text alone contains. */
const otherSpace = /[^\S ]/g;
const zeroWidthSpace = '\uFEFF';

/** Collects a reading text from stretches of its source and keeps the {@link SourceMap} meanwhile. */
export class ReadingTextBuilder {
  readonly #source: string;
  readonly #pieces: string[] = [];
  readonly #runs: SourceRun[] = [];
  #length = 0;
  #end = 0;
  #gap = -1;

  constructor(source: string) {
    this.#source = source;
  }

  get sourceMap(): SourceMap {
    return this.#runs;
  }

  toString(): string {
    return this.#pieces.join('');
  }

  /** Adds `[start, end)` of the source as a new paragraph. */
  appendParagraph(start: number, end: number): void {
    if (this.#length > 0) this.#insert('\n\n');
    this.#copy(start, end);
  }

  /** Adds `[start, end)` of the source as the next line of the same paragraph. */
  appendLine(start: number, end: number): void {
    if (this.#length > 0 && !this.#endsInHyphen(start)) this.#insert(' ');
    this.#copy(start, end);
  }

  #endsInHyphen(next: number): boolean {
    if (!hyphenAtEnd.test(this.#source.slice(Math.max(0, this.#end - 2), this.#end))) return false;
    suspension.lastIndex = next;
    return !suspension.test(this.#source);
  }

  #insert(space: string): void {
    this.#pieces.push(space);
    this.#length += space.length;
  }

  /** The next zero-width space at or after `from`, which never falls back: so the source is searched once. */
  #gapFrom(from: number): number {
    if (this.#gap < from) {
      const gap = this.#source.indexOf(zeroWidthSpace, from);
      this.#gap = gap < 0 ? Number.POSITIVE_INFINITY : gap;
    }
    return this.#gap;
  }

  #copy(start: number, end: number): void {
    let from = start;
    while (from < end) {
      const to = Math.min(this.#gapFrom(from), end);
      if (to > from) {
        this.#pieces.push(this.#source.slice(from, to).replace(otherSpace, ' '));
        this.#runs.push({ reading: this.#length, source: from, length: to - from });
        this.#length += to - from;
      }
      from = to + 1;
    }
    this.#end = end;
  }
}
