/**
 * A letter's text with marks on what it states. The marks are set while the letter is written, so the gold is known
 * by construction and no parser is needed to find it.
 */

/** A new paragraph after a gap; one without a gap; a line break within a paragraph. All three are white space. */
export const gap = '\u2029';
export const tight = '\u2028';
export const newline = '\n';

/** Text, marked text, or a row of both. */
export type Markup = string | Marked | readonly Markup[];

export interface Marked {
  /** What is marked: a value of the gold (`items.0.title`), or a part of the letter (`label.rationale`). */
  readonly path: string;
  /** The value, where it is not the text itself: an age, a date, the kind of a decision. */
  readonly value?: unknown;
  readonly of: Markup;
}

export interface Mark {
  readonly path: string;
  readonly value?: unknown;
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly text: string;
  /** In the order of their starts, the outer before the inner. */
  readonly marks: readonly Mark[];
}

/** `of` as the value of `path`. */
export const mark = (path: string, ...of: Markup[]): Marked => ({ path, of });

/** `of` as the words for the `value` of `path`. */
export const fact = (path: string, value: unknown, ...of: Markup[]): Marked => ({ path, value, of });

/** The text of `markup`, with its marks as offsets. */
export function flatten(markup: Markup): MarkedText {
  let text = '';
  const marks: { path: string; value?: unknown; start: number; end: number }[] = [];
  const write = (part: Markup): void => {
    if (typeof part === 'string') text += part;
    else if ('path' in part) {
      const { path, value } = part;
      const at = { path, ...(value !== undefined && { value }), start: text.length, end: 0 };
      marks.push(at);
      write(part.of);
      at.end = text.length;
    } else for (const child of part) write(child);
  };
  write(markup);
  return { text, marks };
}

/** A replacement of `[start, end)` by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `letter` after `edits`, which must not overlap. What is put in at the edge of a mark stays outside it. */
export function edit(letter: MarkedText, edits: readonly Edit[]): MarkedText {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let text = '';
  let from = 0;
  const placed = sorted.map((change) => {
    text += letter.text.slice(from, change.start);
    const at = { ...change, newStart: text.length };
    text += change.text;
    from = change.end;
    return at;
  });
  text += letter.text.slice(from);

  /** The last edit that starts before `offset`, or at it where `including`. */
  const editBefore = (offset: number, including: boolean) => {
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { start } = placed[middle] as Edit;
      if (start < offset || (including && start === offset)) low = middle + 1;
      else high = middle;
    }
    return placed[low - 1];
  };
  const moved = (offset: number, isStart: boolean): number => {
    let last = editBefore(offset, isStart);
    // A replacement that starts where the mark starts is the mark's own first text, unlike an insertion.
    if (isStart && last && last.start === offset && last.end > offset) {
      const inserted = placed.find((change) => change.start === offset && change.end === offset);
      last = inserted ?? editBefore(offset, false);
    }
    if (!last) return offset;
    if (offset < last.end) return last.newStart + Math.min(offset - last.start, last.text.length);
    return last.newStart + last.text.length + (offset - last.end);
  };
  const marks = letter.marks.map((at) => {
    const start = moved(at.start, true);
    return { ...at, start, end: at.end === at.start ? start : Math.max(start, moved(at.end, false)) };
  });
  return { text, marks };
}

/** `letter` with every match of `pattern` (global) replaced; `replace` returns undefined to leave one as it is. */
export const rewrite = (
  letter: MarkedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): MarkedText =>
  edit(
    letter,
    [...letter.text.matchAll(pattern)].flatMap((match) => {
      const text = replace(match);
      return text === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, text }];
    }),
  );

/** `letter` with the text of each mark whose path `paths` matches replaced. Such marks must not overlap. */
export const rewriteMarks = (
  letter: MarkedText,
  paths: RegExp,
  replace: (text: string, path: string) => string,
): MarkedText =>
  edit(
    letter,
    letter.marks
      .filter(({ path, start, end }) => end > start && paths.test(path))
      .map(({ path, start, end }) => ({ start, end, text: replace(letter.text.slice(start, end), path) })),
  );
