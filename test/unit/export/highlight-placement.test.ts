import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCasePdf } from '../../../electron/export/export-case-pdf.ts';
import { textUnder } from './bounded-text.ts';
import { annotation, context, noteOn, seedView } from './case-view.ts';
import { firstMissingWord, highlights, pdfText, withoutSpace } from './read-pdf.ts';

const view = seedView('001_738a60def2c8b426.txt');
const text = view.parse.readingText;

/** For every note, by its text, what the readers find under its highlights. */
async function foundUnder(annotations: readonly ReturnType<typeof annotation>[]): Promise<Map<string, string>> {
  const pdf = await exportCasePdf({ ...view, annotations: [...annotations] }, context);
  expect(firstMissingWord(text, pdfText(pdf))).toBeUndefined();
  const found = await highlights(pdf);
  const under = await textUnder(pdf, found);
  const byNote = Map.groupBy(found, ({ contents }) => contents);
  return new Map(
    [...byNote].map(([note, parts]) => [note, withoutSpace(parts.map((part) => under[found.indexOf(part)]).join(''))]),
  );
}

describe('highlights in the PDF', () => {
  it('stand over the quoted text: mid-word, nested, repeated text, across paragraphs and pages', async () => {
    const notes = [
      noteOn(view, 'elective nerve root bl', 'mid-word'),
      noteOn(view, 'repeat epidural steroid injections', 'outer'),
      noteOn(view, 'steroid', 'inner'),
      noteOn(view, 'CLINICAL CASE SUMMARY\n\nThe expert', 'across a heading'),
      annotation(view, text.lastIndexOf('MAXIMUS guideline'), text.lastIndexOf('MAXIMUS guideline') + 7, {
        note: 'repeated',
      }),
      annotation(view, 400, text.length - 200, { note: 'across pages' }),
    ];
    const under = await foundUnder(notes);
    for (const { note, target } of notes) expect(under.get(note), note).toBe(withoutSpace(target.quote.exact));
  });

  it('stand over the quoted text wherever they start and end', async () => {
    const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 600 }));
    await fc.assert(
      fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 25 }), async (spans) => {
        const notes = spans.map(([start, length], i) =>
          annotation(view, start, Math.min(text.length, start + length), {
            id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
            note: `note ${i}`,
          }),
        );
        const under = await foundUnder(notes);
        for (const { note, target } of notes) {
          const quote = withoutSpace(target.quote.exact);
          if (quote !== '') expect(under.get(note), note).toBe(quote);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('stands on its number when it covers white space alone', async () => {
    const gap = text.indexOf('\n\n');
    const pdf = await exportCasePdf(
      { ...view, annotations: [annotation(view, gap, gap + 2, { note: 'gap' })] },
      context,
    );
    expect((await highlights(pdf)).map(({ contents, quads }) => [contents, quads.length])).toEqual([['gap', 1]]);
  });
});
