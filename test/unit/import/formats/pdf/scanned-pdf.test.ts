import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../../electron/import/formats/pdf/read-pdf.ts';
import { picture, pictureContent, textContent, writePdf } from '../../pdf-writer.ts';

const stamp = 'BT /F1 8 Tf 400 20 Td (Scanned by CamScanner) Tj ET';
const faxLine =
  'BT /F1 8 Tf 30 780 Td (2015-03-02 14:22  From: Orthopaedic Associates  Fax: 555-0134  To: IMR Unit  Page 03 of 12) Tj ET';
const invisibleText = 'BT /F1 12 Tf 3 Tr 72 700 Td (Sincerely, the Medical Director) Tj ET';
const ordinaryPage = textContent(
  ...Array.from({ length: 8 }, (_, n) => `Line ${n + 1} of what OCR has read on this page.`),
);
const shownAt = (matrix: string) => `q ${matrix} cm /X1 Do Q`;

const read = (pages: readonly string[], options = {}) => readPdf(writePdf(pages, { more: [picture], ...options }));
const codes = async (...args: Parameters<typeof read>) => (await read(...args)).diagnostics.map(({ code }) => code);

describe('a PDF of pictures', () => {
  test.each([
    ["a scanner's stamp", stamp],
    ["a fax machine's line", faxLine],
    ['both', `${stamp} ${faxLine}`],
  ])('with %s on them needs OCR, and keeps those words', async (_, words) => {
    const page = `${pictureContent} ${words}`;
    const { text, diagnostics } = await read([page, page]);
    expect(diagnostics).toMatchObject([{ code: 'needs-ocr', message: expect.stringContaining('hardly any text') }]);
    expect(text.split('\f')).toHaveLength(2);
    expect(text).toMatch(/CamScanner|Orthopaedic/);
  });

  test('and blank pages needs OCR', async () => {
    expect(await codes([`${pictureContent} ${stamp}`, '', pictureContent])).toEqual(['needs-ocr']);
  });

  test.each([
    ['in strips', Array.from({ length: 40 }, (_, n) => shownAt(`612 0 0 20 0 ${20 * n - 4}`)).join(' '), ''],
    ['turned', shownAt('0 700 -600 0 606 40'), ''],
    ['on a page that starts elsewhere', shownAt('612 0 0 792 1000 -500'), '/MediaBox [1000 -500 1612 292]'],
    ['on a page that shows a part of it', shownAt('200 0 0 200 100 100'), '/CropBox [100 100 300 300]'],
  ])('%s needs OCR', async (_, content, pageEntries) => {
    const words = 'BT /F1 8 Tf 1 0 0 1 110 110 Tm (Scanned by CamScanner) Tj ET';
    expect(await codes([`${content} ${words}`], { pageEntries })).toEqual(['needs-ocr']);
  });

  test('inside form objects needs OCR', async () => {
    const form = (matrix: string, content: string, objects: string) =>
      `<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Matrix [${matrix}] /Resources << /XObject << /X1 ${objects} >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
    const outer = form('2 0 0 2 0 0', '/X1 Do', '11 0 R');
    const inner = form('1 0 0 1 5 5', shownAt('290 0 0 380 0 0'), '12 0 R');
    expect(await codes([`/X1 Do ${stamp}`], { more: [outer, inner, picture] })).toEqual(['needs-ocr']);
    const small = form('1 0 0 1 5 5', shownAt('29 0 0 38 0 0'), '12 0 R');
    expect(await codes([`/X1 Do ${stamp}`], { more: [outer, small, picture] })).toEqual([]);
  });
});

describe('a page with a picture', () => {
  test('among pages of text is named', async () => {
    const { text, diagnostics } = await read([
      textContent('Page one'),
      `${pictureContent} ${stamp}`,
      textContent('Three'),
    ]);
    expect(text).toBe('Page one\fScanned by CamScanner\fThree');
    expect(diagnostics).toMatchObject([{ code: 'page-needs-ocr', message: expect.stringContaining('Page 2') }]);
  });

  test.each([
    ['that OCR has read', `${pictureContent} ${ordinaryPage}`],
    ['that OCR has read, with few words on it', `${pictureContent} ${invisibleText}`],
    ['that is a letterhead', `${shownAt('500 0 0 80 50 700')} ${textContent('Sincerely,', 'Medical Director')}`],
    ['that covers half of it', `${shownAt('612 0 0 396 0 0')} ${textContent('Sincerely,', 'Medical Director')}`],
    ['beside it', `${shownAt('612 0 0 792 700 0')} ${textContent('Sincerely,', 'Medical Director')}`],
  ])('%s is an ordinary one', async (_, page) => {
    expect(await codes([page])).toEqual([]);
  });
});
