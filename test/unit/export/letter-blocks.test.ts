import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightPieces } from '../../../electron/export/highlight-pieces.ts';
import { letterBlocks } from '../../../electron/export/letter-blocks.ts';
import { printableText } from '../../../electron/export/printable-text.ts';
import type { Run } from '../../../electron/export/report-text.ts';
import type { Section } from '../../../shared/model/letter-parse.ts';
import { compareAnnotations } from '../../../shared/model/text-order.ts';
import { annotation, caseView } from './case-view.ts';
import { withoutSpace } from './read-pdf.ts';

const flat = (runs: readonly Run[]): Run[] => runs.flatMap((run) => ('solid' in run ? flat(run.solid) : [run]));

function blocksOf(text: string, spans: ReadonlyArray<readonly [number, number]>, sections: readonly Section[] = []) {
  const view = caseView(text);
  const notes = spans
    .map(([start, end]) => annotation(view, start, end))
    .sort(compareAnnotations)
    .map((made, i) => ({ number: i + 1, annotation: made }));
  const { pieces, ranges } = highlightPieces(text, notes);
  const blocks = letterBlocks(text, sections, notes, pieces);
  return { notes, pieces, ranges, blocks, runs: flat(blocks.flatMap(({ runs }) => runs)) };
}

describe('letterBlocks', () => {
  it('puts a number before the word that its highlight starts in', () => {
    const { blocks } = blocksOf('one selective nerve', [[6, 15]]);
    expect(blocks[0]?.runs).toEqual([
      { text: 'one ' },
      {
        solid: [{ chip: 1 }, { text: 'se' }, { text: 'lective', piece: 0, depth: 1, note: 1 }],
      },
      { text: ' n', piece: 0, depth: 1, note: 1 },
      { text: 'erve' },
    ]);
  });

  it('makes the first line of a known section a heading', () => {
    const text = 'SUMMARY\nThe summary.\n\nKnee brace: Upheld\n\nWhy not.';
    const { blocks } = blocksOf(
      text,
      [],
      [
        { kind: 'summary', start: 0, end: 22 },
        { kind: 'item', ordinal: 1, start: 22, end: text.length },
      ],
    );
    expect(blocks.map(({ level }) => level)).toEqual([2, undefined, 3, undefined]);
  });

  it('never cuts a character in two', () => {
    const { runs } = blocksOf('a 👩‍⚕️ b', [[3, 4]]);
    expect(runs).toContainEqual({ text: '👩‍⚕️', piece: 0, depth: 1, note: 1 });
  });

  it('never cuts a character in two for a note on no text', () => {
    const { runs } = blocksOf('-日./😀', [
      [0, 5],
      [5, 5],
    ]);
    expect(withoutSpace(runs.map((run) => ('text' in run ? run.text : '')).join(''))).toBe('-日./😀');
  });

  it('keeps every character of the letter, numbers every note once, and marks exactly the highlighted text', () => {
    const texts = fc.stringMatching(/^[ab.\-/ \n日😀]{0,60}$/u);
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 });
    fc.assert(
      fc.property(texts, spans, (text, ends) => {
        const inText = ends.map(
          ([a, b]) => [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)] as const,
        );
        const { notes, ranges, runs } = blocksOf(text, inText);
        const printed = runs.map((run) => ('text' in run ? run.text : '')).join('');
        expect(withoutSpace(printed)).toBe(withoutSpace(printableText(text)));
        expect(runs.flatMap((run) => ('chip' in run ? [run.chip] : []))).toEqual(notes.map(({ number }) => number));
        for (const { number, annotation: made } of notes) {
          const [from, to] = ranges.get(number) ?? [0, 0];
          const marked = runs.filter((run) => 'text' in run && (run.piece ?? -1) >= from && (run.piece ?? -1) < to);
          const text = marked.map((run) => ('text' in run ? run.text : '')).join('');
          expect(withoutSpace(text)).toContain(withoutSpace(printableText(wellFormedPart(made.target.quote.exact))));
        }
      }),
    );
  });
});

/** Highlights that start inside a surrogate pair take in all of it; the quote then has the half. */
const wellFormedPart = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '');
