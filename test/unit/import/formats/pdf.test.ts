import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../electron/import/formats/pdf/read-pdf.ts';
import { rectanglesOf } from '../../../../electron/import/formats/pdf/rectangles.ts';
import { tool } from '../../export/read-pdf.ts';
import { seedLetters } from '../../letter/seed-letters.ts';
import { temporaryFolder } from '../../library/test-library.ts';
import { print } from '../case-in-print.ts';
import { picture, pictureContent, textContent, writePdf } from '../pdf-writer.ts';
import { letterPdf, typesetPdf } from '../typeset-pdf.ts';

const seed = (number: number) => {
  const letter = seedLetters[number];
  if (!letter) throw new Error(`There is no seed ${number}.`);
  return letter;
};
const codes = async (bytes: Uint8Array) => (await readPdf(bytes)).diagnostics.map(({ code }) => code);

const narrow = `#set page(width: 220pt, height: 400pt, margin: 20pt)
#set text(font: "Source Serif 4", size: 12pt, hyphenate: false)\n`;

describe('the text of a PDF', () => {
  test('has a hyphen where a line ends in one', async () => {
    const { text } = await readPdf(
      typesetPdf(`${narrow}at the levels of L4-\\\nL5 and non-\\\nradicular pain, pre-\\\nand postoperative 😀 flow 𝔸`),
    );
    expect(text.split('\n')).toEqual([
      'at the levels of L4-',
      'L5 and non-',
      'radicular pain, pre-',
      'and postoperative 😀 flow 𝔸',
    ]);
  });

  test('has its pages in their places, one form feed between', async () => {
    const { text, pages } = await readPdf(letterPdf(seed(1).expected.readingText));
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(pages.map(({ start, end }) => text.slice(start, end)).join('\f')).toBe(text);
    expect(text.split('\f')).toHaveLength(3);
  });

  test('has a line with one space where the print leaves a gap', async () => {
    const { text } = await readPdf(
      writePdf([textContent('First line', 'second line', 'third line', '', 'Next paragraph', 'goes on')]),
    );
    expect(text).toBe('First line\nsecond line\nthird line\n \nNext paragraph\ngoes on');
  });

  test('shows characters without a meaning', async () => {
    const { text, diagnostics } = await readPdf(writePdf([textContent('a\x01b')]));
    expect(text).toBe('a\uFFFDb');
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-characters']);
  });

  test('holds what is written over a page and typed into its form', async () => {
    const appearance =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >> /Length 46 >>\nstream\nBT /F1 12 Tf 2 5 Td (Received by the desk) Tj ET\nendstream';
    const note = '<< /Type /Annot /Subtype /FreeText /Rect [72 600 272 620] /F 4 /Contents (x) /AP << /N 10 0 R >> >>';
    const { text } = await readPdf(
      writePdf([textContent('The letter')], { more: [appearance, note], pageEntries: '/Annots [11 0 R]' }),
    );
    expect(print(text)).toBe('TheletterReceivedbythedesk');
  });

  test('is nothing but the words of the page, whatever they are', async () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'B', '7', '-', '(', '/', ':', '.', '#'),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 60 }), async (words) => {
        const lines = words.flatMap((_, i) => (i % 5 === 0 ? [words.slice(i, i + 5).join(' ')] : []));
        expect(print((await readPdf(writePdf([textContent(...lines)]))).text)).toBe(words.join(''));
      }),
      { numRuns: 60 },
    );
  });
});

describe('rectangles', () => {
  test.each([0, 1, 4])('of seed %i are where poppler finds the words', async (number) => {
    const bytes = letterPdf(seed(number).expected.readingText);
    const extracted = await readPdf(bytes);
    const pages = tool('pdftotext', bytes, ['-bbox'], ['-']).split('<page ').slice(1);
    const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)</g;
    let compared = 0;
    for (const [index, page] of pages.entries()) {
      const range = extracted.pages[index];
      if (!range) throw new Error(`Page ${index + 1} was not read.`);
      const words = [...page.matchAll(word)];
      for (const [, xMin, yMin, xMax, yMax, text = ''] of words.filter((_, n) => n % 37 === 0)) {
        const before = words.slice(
          0,
          words.findIndex((found) => found[1] === xMin && found[2] === yMin),
        );
        const nth = before.filter((found) => found[5] === text).length;
        const inWords = [...extracted.text.slice(range.start, range.end).matchAll(/\S+/g)].filter(
          (found) => found[0] === text,
        );
        // Poppler joins words over hyphens and cuts none; a word that the two do not share proves nothing.
        const found = inWords[nth];
        if (/&|-/.test(text) || !found) continue;
        const start = range.start + found.index;
        const [rectangle, ...others] = await rectanglesOf(bytes, extracted, { start, end: start + text.length });
        expect(others).toEqual([]);
        expect(rectangle?.page).toBe(index + 1);
        const { left = 0, right = 0, top = 0, bottom = 0 } = rectangle ?? {};
        expect(Math.abs(left - Number(xMin))).toBeLessThan(2);
        expect(Math.abs(right - Number(xMax))).toBeLessThan(2);
        expect(792 - top).toBeGreaterThan(Number(yMin) - 1);
        expect(792 - bottom).toBeLessThan(Number(yMax) + 1);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(8);
  });

  test('of a passage over lines and pages are those of its lines', async () => {
    const bytes = letterPdf(seed(1).expected.readingText);
    const extracted = await readPdf(bytes);
    const end = (extracted.pages[1]?.start ?? 0) + 120;
    const found = await rectanglesOf(bytes, extracted, { start: end - 300, end });
    expect(found.map(({ page }) => page)).toEqual([...found.map(({ page }) => page)].sort());
    expect(new Set(found.map(({ page }) => page))).toEqual(new Set([1, 2]));
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(await rectanglesOf(bytes, extracted, { start: end, end })).toEqual([]);
  });

  test('are not made up for a text of another file', async () => {
    const extracted = await readPdf(letterPdf('A letter that is much longer than the other one'));
    const other = letterPdf('Another');
    await expect(rectanglesOf(other, extracted, { start: 20, end: 40 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('a PDF that cannot be read', () => {
  const qpdf = (args: readonly string[]) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'in.pdf'), writePdf([textContent('A letter')]));
    execFileSync('qpdf', [...args, join(folder, 'in.pdf'), join(folder, 'out.pdf')]);
    return new Uint8Array(readFileSync(join(folder, 'out.pdf')));
  };

  test('for its password says so', async () => {
    const locked = qpdf(['--encrypt', 'secret', 'owner', '256', '--']);
    await expect(readPdf(locked)).rejects.toMatchObject({ code: 'password-protected' });
  });

  test('is read when only changing it takes a password', async () => {
    expect((await readPdf(qpdf(['--encrypt', '', 'owner', '256', '--']))).text).toBe('A letter');
  });

  test.each([
    ['nothing but a mark', Buffer.from('%PDF-1.7')],
    ['half a PDF', letterPdf('A letter').slice(0, 2000)],
    ['no pages', writePdf([])],
  ])('is damaged: %s', async (_, bytes) => {
    await expect(readPdf(new Uint8Array(bytes))).rejects.toMatchObject({ code: 'damaged-file' });
  });

  test('for its many pages is too large', async () => {
    const pages = Array.from({ length: 2001 }, () => textContent('x'));
    await expect(readPdf(writePdf(pages))).rejects.toMatchObject({ code: 'too-large' });
  });

  test('because it is blank is empty', async () => {
    await expect(readPdf(writePdf(['', '']))).rejects.toMatchObject({ code: 'empty-file' });
  });
});

describe('a PDF that can be read in part', () => {
  test('as it holds only pictures needs OCR', async () => {
    const bytes = writePdf([pictureContent, pictureContent], { more: [picture] });
    expect(await readPdf(bytes)).toMatchObject({ text: '', pages: [], diagnostics: [{ code: 'needs-ocr' }] });
  });

  test('says which page is a picture', async () => {
    const { text, diagnostics } = await readPdf(
      writePdf([textContent('Page one'), pictureContent, textContent('Page three')], { more: [picture] }),
    );
    expect(text).toBe('Page one\f\fPage three');
    expect(diagnostics).toMatchObject([{ code: 'page-needs-ocr', message: expect.stringContaining('Page 2') }]);
  });

  test('says that its end is missing', async () => {
    const whole = writePdf([textContent('Page one')]);
    const end = Buffer.from(whole).indexOf('startxref');
    expect(await codes(whole.slice(0, end))).toEqual(['file-incomplete']);
  });
});

test('after a PDF that asks for more memory than it gets, the next is read', async () => {
  const megabyte = deflateRawSync(Buffer.alloc(2 ** 20, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const data = Buffer.concat([Buffer.from([0x78, 1]), ...Array(200).fill(megabyte), Buffer.from([3, 0, 0, 0, 0, 0])]);
  const stream = `<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data.toString('latin1')}\nendstream`;
  await expect(
    readPdf(writePdf([undefined], { more: [stream], pageEntries: '/Contents 10 0 R' })),
  ).rejects.toMatchObject({
    code: 'damaged-file',
    message: expect.stringContaining('memory'),
  });
  expect((await readPdf(writePdf([textContent('The next letter')]))).text).toBe('The next letter');
});
