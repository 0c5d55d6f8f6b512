import { describe, expect, it } from 'vitest';
import { exportCasePdf } from '../../../electron/export/export-case-pdf.ts';
import { printableText } from '../../../electron/export/printable-text.ts';
import { caseView, context, noteOn, opinion } from './case-view.ts';
import { firstMissingWord, highlights, pdfText, tool, withoutSpace } from './read-pdf.ts';

const view = caseView('A letter with a passage in it.');

/** Readers mark right-to-left text with embedding characters of their own. */
const exportNote = async (note: string) => {
  const pdf = await exportCasePdf({ ...view, annotations: [noteOn(view, 'passage', note)] }, context);
  return { pdf, text: pdfText(pdf).replaceAll(/[\u202a-\u202e]/gu, ' ') };
};

const asTyped = {
  'Typst markup':
    '#eval("1+1") *bold* _it_ $x^2$ `raw` \\ = Head @ref <label> // c /* d */ ~ -- --- #import "x": y ...',
  'a line of markup': '= Heading\n- item\n+ one\n/ term: x\n#pagebreak()\n```raw```',
  HTML: '<script>alert(1)</script> &amp; <b>bold</b>',
  'straight quotes': `"double" 'single' it's`,
  'control characters': 'a\u0000b \u0007bell \u001b[31m del\u007f nel\u0085x',
  'lone surrogates': 'lone \ud800 and \udc00 end',
  'direction overrides': 'abc \u202efed\u202c ghi',
  emoji: 'ok 😀 👩‍⚕️ 1️⃣ end',
  'characters no font has, the first one too': '\u{12000}\u{12001} ᎠᎡ 医師 カルテ 진료 end',
  ligatures: 'office fi ffl f) (f) ff? of) 9792.20(f)',
  'hyphens and slashes': `${'well-known and/or items/services L4-L5 non- radicular '.repeat(40)}end`,
  'spaces of many widths': 'one\u00a0two\u2009three\u3000four\tfive',
  'soft hyphens': 'ther\u00adapy ends',
  symbols: '≤ ≥ ± µ α → ✓ ☐ “q” — – … ½ ° ™ §',
  'twenty thousand characters': Array.from({ length: 2_900 }, (_, i) => `w${i}`).join(' '),
};

describe('a note comes out as typed:', () => {
  it.each(Object.entries(asTyped))('%s', async (_, note) => {
    const { pdf, text } = await exportNote(note);
    expect(firstMissingWord(printableText(note), text)).toBeUndefined();
    expect((await highlights(pdf)).map(({ contents }) => contents)).toEqual([printableText(note)]);
    expect(tool('qpdf', pdf, ['--check'])).toContain('No syntax or stream encoding errors');
  });

  it.each([
    ['letters', 'x'.repeat(500)],
    ['many pieces', 'a-b/c.'.repeat(90)],
    ['Hebrew', 'ש'.repeat(300)],
  ])('one unbroken word of %s, all of it within the page', async (_, note) => {
    const { pdf, text } = await exportNote(note);
    expect(withoutSpace(text)).toContain(note);
    const boxes = tool('pdftotext', pdf, ['-bbox'], ['-']).matchAll(/<word xMin="([\d.-]+)".*?xMax="([\d.]+)"/gu);
    for (const [, left, right] of boxes) {
      expect(Number(left)).toBeGreaterThan(70);
      expect(Number(right)).toBeLessThan(542);
    }
  });

  // Poppler reads an Arabic lam-alef ligature back in the wrong order, so the words here have none.
  it('Hebrew and Arabic, every word of them', async () => {
    const note = 'Hebrew שלום עולם end. Arabic مرحبا عليكم end';
    const { text } = await exportNote(note);
    for (const word of note.split(' ')) expect(text.normalize('NFKC')).toContain(word);
  });
});

it('prints hostile names, tags, titles, file names and reasons as typed', async () => {
  const hostile = '#panic("x") *b* <i>';
  const base = { ...view, letter: { ...view.letter, fileName: `${hostile}.txt` } };
  const annotations = [noteOn(view, 'passage', '', { author: hostile, tags: [hostile] })];
  const secondOpinions = [opinion(1, hostile, { reason: hostile, author: hostile })];
  const text = pdfText(await exportCasePdf({ ...base, annotations, secondOpinions }, context));
  // Title, header of later pages, file, opinion (title, reason, author), note (author, tag).
  expect(withoutSpace(text).split(withoutSpace(hostile)).length - 1).toBeGreaterThanOrEqual(8);
});
