import type { Annotation } from '../../shared/model/annotation.ts';
import type { Span } from '../../shared/model/span.ts';

/** An anchored annotation with the number that the reader sees. */
export interface NumberedNote {
  readonly number: number;
  readonly annotation: Annotation;
}

/** A stretch of the letter that the same notes cover from end to end. */
export interface HighlightPiece extends Span {
  /** How many notes cover it, at least one. */
  readonly depth: number;
  /** The note that a click on it leads to: of those that cover it, the one that started last. */
  readonly innermost: number;
}

/** The pieces in text order, and for every note number the range `[from, to)` of pieces it covers. */
export interface HighlightPieces {
  readonly pieces: readonly HighlightPiece[];
  readonly ranges: ReadonlyMap<number, readonly [from: number, to: number]>;
}

/**
 * Cuts overlapping highlights into pieces that do not overlap. Ends inside a character that is written with several
 * code units move outwards, so that no character is cut in two.
 */
export function highlightPieces(text: string, notes: readonly NumberedNote[]): HighlightPieces {
  const spans = notes.map(({ number, annotation }) => ({ number, ...wholeCharacters(text, annotation.target) }));
  const bounds = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const opening = Map.groupBy(spans, ({ start }) => start);
  const closing = Map.groupBy(spans, ({ end }) => end);

  const pieces: HighlightPiece[] = [];
  const ranges = new Map<number, readonly [number, number]>();
  const open = new Map<number, number>();
  bounds.forEach((start, i) => {
    for (const { number } of opening.get(start) ?? []) open.set(number, pieces.length);
    for (const { number } of closing.get(start) ?? []) {
      ranges.set(number, [open.get(number) ?? pieces.length, pieces.length]);
      open.delete(number);
    }
    const end = bounds[i + 1];
    if (end !== undefined && open.size > 0) {
      pieces.push({ start, end, depth: open.size, innermost: Math.max(...open.keys()) });
    }
  });
  return { pieces, ranges };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Code units looked at on either side of an end; only freak characters are longer. */
const reach = 64;

function wholeCharacters(text: string, target: Span): Span {
  const start = Math.min(target.start, text.length);
  const end = Math.max(start, Math.min(target.end, text.length));
  if (start === end) {
    const at = start < text.length ? characterAt(text, start).start : start;
    return { start: at, end: at };
  }
  return { start: characterAt(text, start).start, end: characterAt(text, end - 1).end };
}

function characterAt(text: string, index: number): Span {
  const from = Math.max(0, index - reach);
  const found = graphemes.segment(text.slice(from, index + reach)).containing(index - from);
  if (!found) return { start: index, end: index + 1 };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}
