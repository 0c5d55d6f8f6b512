import { beforeAll, describe, expect, it } from 'vitest';
import { exportCasePdf } from '../../../electron/export/export-case-pdf.ts';
import { itemTarget } from '../../../shared/corrections/item-target.ts';
import type { CaseView } from '../../../shared/model/letter.ts';
import { annotation, caseView, context, correctedView, item, noteOn, opinion, seedView } from './case-view.ts';
import { bookmarks, firstMissingWord, highlights, pdfJsAnnotations, pdfText, tool } from './read-pdf.ts';

const seeds = [
  '000_e63be573ba2d3107.txt',
  '001_738a60def2c8b426.txt',
  '002_3a9b94f0e6b7cf18.txt',
  '003_d9810e0ddbbc91c8.txt',
  '004_0d15a1dbe9c51f64.txt',
] as const;

/** Seed 001 with three notes, an orphan, second opinions, one item overturned, one decided in words of its own, and a running footer. */
function annotatedCase(): CaseView {
  const seed = seedView(seeds[1]).parse.case;
  const items = seed.items.map((item) => {
    if (item.ordinal === 2) return { ...item, decision: 'overturned' as const };
    return item.ordinal === 3 ? { ...item, decision: 'unknown' as const, decisionText: 'Withdrawn *by* #us' } : item;
  });
  const view = seedView(seeds[1], {
    furniture: [{ text: 'Final Determination Letter page 3', start: 0, end: 33 }],
    case: { ...seed, items, patient: { age: 53, sex: 'female' } },
  });
  return {
    ...view,
    annotations: [
      noteOn(view, 'CLINICAL CASE SUMMARY', 'On a heading.'),
      noteOn(view, 'four prior epidural steroid injections', 'Count them again.', { tags: ['history', 'dates'] }),
      noteOn(view, 'Voltaren, Norco, and Soma', '', { author: 'J. Okafor' }),
      annotation(view, 10, 20, { note: 'The passage moved away.', anchored: false }),
    ],
    secondOpinions: [
      opinion(1, items[0]?.title ?? '', { verdict: 'disagree', reason: 'The request was a first-time request.' }),
      opinion(9, 'An item that is gone', { verdict: 'unsure', reason: 'Kept all the same.' }),
    ],
  };
}

describe('the report of a corrected case', () => {
  it('says at each value and in a list what was corrected, and keeps the letter as it was', async () => {
    const view = seedView(seeds[1]);
    const [first, third] = [itemTarget(view.parse, 1), itemTarget(view.parse, 3)];
    if (!first || !third) throw new Error('Items are missing.');
    const text = pdfText(
      await exportCasePdf(
        correctedView(view, [
          { kind: 'set-decision', item: third, decision: 'overturned' },
          { kind: 'set-fact', set: { fact: 'dates.injury', value: '2011-01-02' } },
          { kind: 'merge-item', item: first },
        ]),
        context,
      ),
    ).replace(/\s+/g, ' ');
    expect(text).toContain('Jan 2, 2011 (corrected)');
    expect(text).toContain('Decision corrected; read before as “Upheld”.');
    expect(text).toContain('Decision of “Re-review sedation” set to overturned');
    expect(text).toContain('Q. Auditor');
    expect(text).toContain('Kept, but without effect: There is no item before it.');
    expect(text).toContain('industrial injury of November 16, 2010');
  });
});

describe('the report of an annotated case', () => {
  let view: CaseView;
  let pdf: Uint8Array;
  let text: string;
  beforeAll(async () => {
    view = annotatedCase();
    pdf = await exportCasePdf(view, context);
    text = pdfText(pdf);
  });

  it('is a sound, tagged PDF with embedded fonts, a title, authors, a language and a date', () => {
    expect(tool('qpdf', pdf, ['--check'])).toContain('No syntax or stream encoding errors');
    const info = tool('pdfinfo', pdf, ['-isodates']);
    expect(info).toMatch(/Title:\s+Second Opinion review: letter\.txt/u);
    expect(info).toMatch(/Author:\s+R\. Castellanos, MD, J\. Okafor/u);
    expect(info).toMatch(/Tagged:\s+yes/u);
    expect(info).toMatch(/Page size:\s+612 x 792 pts \(letter\)/u);
    expect(info).toMatch(/CreationDate:\s+2026-11-22T02:20:00/u);
    expect(tool('qpdf', pdf, ['--qdf', '--object-streams=disable'], ['-'])).toMatch(/\/Lang \(en(-US)?\)/u);
    const fonts = tool('pdffonts', pdf).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/u);
  });

  it('has every word of the letter, then of the notes, in order', () => {
    const notes = ['On a heading.', 'Highlighted without a note.', 'Count them again.', 'The passage moved away.'];
    expect(firstMissingWord([view.parse.readingText, ...notes].join(' '), text)).toBeUndefined();
  });

  it('prints numbers, authors, times, tags and quotes of the notes', () => {
    const notes = text.slice(text.lastIndexOf('\nNotes\n')).replace(/\s+/gu, ' ');
    expect(notes).toContain(
      '[3] R. Castellanos, MD · Nov 21, 2026, 4:05 PM UTC · Tags: history, dates four prior epidural',
    );
    expect(notes).toContain('[2] J. Okafor · Nov 21, 2026, 4:05 PM UTC Voltaren, Norco, and Soma Highlighted without');
    expect(notes).toContain('Notes whose passage is no longer in the letter R. Castellanos, MD');
  });

  it('prints facts, items, decisions and second opinions', () => {
    const words = text.replace(/\s+/gu, ' ');
    for (const part of [
      '53-year-old female',
      'Nov 16, 2010',
      'Upheld',
      'Overturned',
      '“Withdrawn *by* #us”',
      'Second opinion: Disagree · R. Castellanos, MD · Nov 21, 2026, 5:30 PM UTC The request was a first-time request.',
      'Given for: An item that is gone (item 9)',
      'Kept all the same.',
      'page 1 of',
      `SHA-256 of the letter: ${'ab'.repeat(32)}`,
      'Final Determination Letter page 3',
    ])
      expect(words).toContain(part);
  });

  it('has bookmarks for its parts, and for the letter’s sections and items', async () => {
    expect(await bookmarks(pdf)).toEqual([
      'Case facts',
      'Items',
      '  Second opinions on items the letter no longer shows',
      'Letter',
      '  HOW THE IMR FINAL DETERMINATION WAS MADE',
      '  CLINICAL CASE SUMMARY',
      '  IMR ISSUES, DECISIONS AND RATIONALES',
      expect.stringContaining('    Re-review selective nerve root block'),
      expect.stringContaining('    Re-review guided fluoroscopy'),
      expect.stringContaining('    Re-review sedation'),
      '  Running headers and footers, set aside from the text',
      'Notes',
      '  Notes whose passage is no longer in the letter',
    ]);
  });

  it('has a Highlight annotation for every anchored note, as pdf.js lists them', async () => {
    const found = await highlights(pdf);
    expect(found).toMatchObject([
      { author: 'R. Castellanos, MD', contents: 'On a heading.', hasAppearance: true, color: [255, 240, 179] },
      { author: 'J. Okafor', contents: '', hasAppearance: true },
      { author: 'R. Castellanos, MD', contents: 'Count them again.\n\nTags: history, dates', hasAppearance: true },
    ]);
  });

  it('links passages and notes within the document, and to nowhere else', async () => {
    const links = (await pdfJsAnnotations(pdf)).filter(({ subtype }) => subtype === 'Link');
    expect(links.length).toBeGreaterThan(2 * 3);
    for (const { dest, url } of links) {
      expect(url).toBeUndefined();
      expect(dest).toBeInstanceOf(Array);
    }
  });

  it('is the same, byte for byte, when made again', async () => {
    expect(Buffer.from(await exportCasePdf(view, context)).equals(pdf)).toBe(true);
  });
});

describe('the report of other letters', () => {
  it.each(seeds)('has every word of %s', async (seed) => {
    const view = seedView(seed);
    expect(firstMissingWord(view.parse.readingText, pdfText(await exportCasePdf(view, context)))).toBeUndefined();
  });

  it('says so when there is no text', async () => {
    expect(pdfText(await exportCasePdf(caseView(''), context))).toContain('The letter has no text.');
  });

  it('keeps a note on an empty letter', async () => {
    const view = caseView('');
    const pdf = await exportCasePdf({ ...view, annotations: [annotation(view, 0, 0, { note: 'Empty?' })] }, context);
    expect(await highlights(pdf)).toMatchObject([{ contents: 'Empty?' }]);
  });

  it('prints 500 items', async () => {
    const { parse } = caseView('x');
    const items = Array.from({ length: 500 }, (_, i) => item(i + 1, `Treatment number-${i + 1}`));
    const text = pdfText(
      await exportCasePdf(caseView('x', { layout: 'issues', case: { ...parse.case, items } }), context),
    );
    expect(firstMissingWord(items.map(({ title }) => title).join(' '), text)).toBeUndefined();
  });

  it('prints a letter of a megabyte', async () => {
    const paragraph = 'The L4-L5 disc, per 9792.20(f), was treated non-operatively and/or conservatively. '.repeat(12);
    const view = caseView(`${paragraph.trim()}\n\n`.repeat(1_050).trim());
    expect(view.parse.readingText.length).toBeGreaterThan(1_000_000);
    const note = annotation(view, 500_000, 500_400, { note: 'In the middle.' });
    const pdf = await exportCasePdf({ ...view, annotations: [note] }, context);
    expect(firstMissingWord(view.parse.readingText, pdfText(pdf))).toBeUndefined();
    expect(await highlights(pdf)).not.toEqual([]);
  });
});
