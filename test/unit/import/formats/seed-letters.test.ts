import { describe, expect, test } from 'vitest';
import { extractText } from '../../../../electron/import/formats/extract-text.ts';
import { parseExtracted } from '../../../../electron/import/parse-extracted.ts';
import { seedLetters } from '../../letter/seed-letters.ts';
import { caseInPrint, print } from '../case-in-print.ts';
import { paragraph, writeDocx } from '../docx-writer.ts';
import { letterPdf } from '../typeset-pdf.ts';

/** Each printed line a paragraph, as letters come out of the clipboard; one-space lines are empty paragraphs. */
const linesAsParagraphs = (source: string): string =>
  source
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line === ' ' ? '<w:p/>' : paragraph(line)))
    .join('');

const footer = 'Final Determination Letter for IMR Case Number CM14-0012345 #';

describe.each(seedLetters)('$file', ({ source, expected }) => {
  const paragraphs = expected.readingText.split('\n\n');
  test.each([
    ['PDF', () => letterPdf(expected.readingText)],
    ['PDF in justified type', () => letterPdf(expected.readingText, { justify: true })],
    ['Word', () => writeDocx({ body: paragraphs.map(paragraph).join('') })],
    ['Word with empty paragraphs between', () => writeDocx({ body: paragraphs.map(paragraph).join('<w:p/>') })],
    ['Word, line by line', () => writeDocx({ body: linesAsParagraphs(source) })],
  ])('gives the same case as %s', async (_format, write) => {
    const extracted = await extractText(write());
    expect(extracted.diagnostics).toEqual([]);
    expect(print(extracted.text)).toBe(print(source));
    expect(caseInPrint(parseExtracted(extracted).parse.case)).toEqual(caseInPrint(expected.case));
  });

  test('keeps its paragraphs as PDF', async () => {
    const { parse } = parseExtracted(await extractText(letterPdf(expected.readingText)));
    expect(parse.readingText.split('\n\n').map(print)).toEqual(paragraphs.map(print));
  });

  test.each([
    ['PDF', () => letterPdf(expected.readingText, { footer })],
    [
      'Word',
      () =>
        writeDocx({
          body: paragraphs.map(paragraph).join(''),
          parts: { 'footer1.xml': ['ftr', paragraph(footer.replace('#', '1'))] },
        }),
    ],
  ])('has its footers set aside as %s', async (_format, write) => {
    const { parse } = parseExtracted(await extractText(write()));
    expect(parse.furniture.map(({ text }) => print(text)).slice(0, 1)).toEqual([print(footer.replace('#', '1'))]);
    expect(caseInPrint(parse.case)).toEqual({ ...caseInPrint(expected.case), number: 'CM14-0012345' });
  });
});
