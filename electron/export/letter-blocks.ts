import type { Section } from '../../shared/model/letter-parse.ts';
import type { Span } from '../../shared/model/span.ts';
import type { HighlightPiece, NumberedNote } from './highlight-pieces.ts';
import { type LetterSpan, letterSpans } from './letter-spans.ts';
import { printableText } from './printable-text.ts';
import { type Paragraph, pushSpace, type Run, RunCollector, type TextRun } from './report-text.ts';
import { type Token, textTokens } from './text-tokens.ts';

/** A paragraph of the letter; `level` makes it a heading and a bookmark. */
export interface LetterBlock {
  readonly level?: 2 | 3;
  readonly runs: Paragraph;
}

/**
 * The letter's whole reading text as blocks: its paragraphs, and its section headings on their own. Highlights are
 * marked on the runs, and each note's number stands before the word that its highlight starts in. `notes` are in
 * text order, `pieces` are theirs.
 */
export function letterBlocks(
  text: string,
  sections: readonly Section[],
  notes: readonly NumberedNote[],
  pieces: readonly HighlightPiece[],
): LetterBlock[] {
  const writer = new LetterWriter(text, notes, pieces);
  const blocks = letterSpans(text, sections).map((span) => writer.block(span));
  const rest = writer.chipsBefore(Number.POSITIVE_INFINITY);
  return rest.length > 0 ? [...blocks, { runs: rest }] : blocks;
}

/** Goes through the letter once, from start to end. */
class LetterWriter {
  readonly #text: string;
  readonly #notes: readonly NumberedNote[];
  readonly #pieces: readonly HighlightPiece[];
  #nextNote = 0;
  #nextPiece = 0;

  constructor(text: string, notes: readonly NumberedNote[], pieces: readonly HighlightPiece[]) {
    this.#text = text;
    this.#notes = notes;
    this.#pieces = pieces;
  }

  block({ start, end, level }: LetterSpan): LetterBlock {
    const collector = new RunCollector();
    let spaced = true;
    for (const token of textTokens(this.#text.slice(start, end))) {
      if (!spaced && token.kind !== 'space') collector.push({ gap: true });
      this.#write(collector, token, start);
      spaced = token.kind === 'space';
    }
    return level ? { level, runs: collector.runs } : { runs: collector.runs };
  }

  /** The numbers of the notes that start before `end` and have none yet. */
  chipsBefore(end: number): Run[] {
    const runs: Run[] = [];
    for (let note = this.#notes[this.#nextNote]; note; note = this.#notes[this.#nextNote]) {
      if (note.annotation.target.start >= end) break;
      runs.push({ chip: note.number });
      this.#nextNote += 1;
    }
    return runs;
  }

  #write(collector: RunCollector, token: Token, offset: number): void {
    const parts = this.#cut({ start: offset + token.start, end: offset + token.end });
    if (token.kind === 'space') {
      for (const part of parts) pushSpace(collector, part);
      return;
    }
    const chips = this.chipsBefore(offset + token.end);
    if (token.kind === 'solid' || chips.length > 0) collector.push({ solid: [...chips, ...parts] });
    else for (const part of parts) collector.push(part);
  }

  #cut({ start, end }: Span): TextRun[] {
    const runs: TextRun[] = [];
    let at = start;
    while (at < end) {
      let piece = this.#pieces[this.#nextPiece];
      while (piece && piece.end <= at) piece = this.#pieces[++this.#nextPiece];
      const inside = piece !== undefined && piece.start <= at;
      const stop = Math.min(end, (inside ? piece?.end : piece?.start) ?? end);
      const text = printableText(this.#text.slice(at, stop));
      runs.push(
        piece && inside ? { text, piece: this.#nextPiece, depth: piece.depth, note: piece.innermost } : { text },
      );
      at = stop;
    }
    return runs;
  }
}
