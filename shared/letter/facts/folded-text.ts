import type { Span, TextSpan } from '../../model/span.ts';

/**
 * A stretch of the reading text as patterns are to see it: f-ligatures as their letters, any dash as a hyphen, any
 * apostrophe as a plain one. Case stays. Offsets in `text` lead back to the reading text by {@link FoldedText.at}.
 */
export class FoldedText {
  readonly text: string;
  readonly #readingText: string;
  readonly #start: number;
  /** The reading offset of each folded code unit; absent while they only differ by the start. */
  readonly #offsets: readonly number[] | undefined;

  constructor(readingText: string, { start, end }: Span) {
    this.#readingText = readingText;
    this.#start = start;
    const printed = readingText
      .slice(start, end)
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u2018\u2019]/g, "'");
    if (!/[\uFB00-\uFB04]/.test(printed)) {
      this.text = printed;
      this.#offsets = undefined;
      return;
    }
    const offsets: number[] = [];
    let text = '';
    for (let i = 0; i < printed.length; i++) {
      const letters = ligatures[printed.charCodeAt(i) - 0xfb00] ?? printed.charAt(i);
      text += letters;
      for (let n = 0; n < letters.length; n++) offsets.push(i);
    }
    this.text = text;
    this.#offsets = [...offsets, printed.length];
  }

  /** The folded `[start, end)` as a span of the reading text; one that cuts a ligature covers all of it. */
  at(start: number, end: number): TextSpan {
    const offsets = this.#offsets;
    const from = this.#start + (offsets ? (offsets[start] ?? 0) : start);
    const to = this.#start + (offsets ? (offsets[Math.max(0, end - 1)] ?? 0) + 1 : end);
    return { text: this.#readingText.slice(from, Math.max(from, to)), start: from, end: Math.max(from, to) };
  }

  /** The place of a match. */
  of(match: RegExpExecArray): TextSpan {
    return this.at(match.index, match.index + match[0].length);
  }
}

const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl'];
