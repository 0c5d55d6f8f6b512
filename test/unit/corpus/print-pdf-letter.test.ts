import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../electron/import/formats/pdf/read-pdf.ts';
import { parseExtracted } from '../../../electron/import/parse-extracted.ts';
import { generateLetter } from '../../corpus/generate-letter.ts';
import { type CorpusLayout, corpusLayoutNames } from '../../corpus/layouts/corpus-layouts.ts';
import { printPdfLetter } from '../../corpus/print/print-pdf-letter.ts';
import { temporaryFolder } from '../library/test-library.ts';

const letters = (layout: CorpusLayout, noise: 0 | 2, count: number) =>
  Array.from({ length: count }, (_, index) => generateLetter(21, index, { layout, noise }));

describe('the gold of a PDF', () => {
  test('names that file, and its pages with their footers', async () => {
    for (const letter of letters('issues-header', 0, 3)) {
      const { bytes, gold } = await printPdfLetter(letter);
      const extracted = await readPdf(bytes);
      expect(gold.file).toBe(`${letter.name}.pdf`);
      expect(gold.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(gold.furniture).toHaveLength(extracted.pages.length);
      expect(parseExtracted(extracted).parse.furniture).toMatchObject(gold.furniture);
    }
  });

  test('states what that of the text does, with ligatures spelled out', async () => {
    const spelledOut = (text: string) => text.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKD'));
    let ligatures = 0;
    for (const letter of letters('issues', 2, 12)) {
      const { gold } = await printPdfLetter(letter);
      ligatures += letter.gold.readingText.length === gold.readingText.length ? 0 : 1;
      expect(gold.readingText).toBe(spelledOut(letter.gold.readingText));
      const { summary, items } = gold.case;
      for (const { text, start, end } of [summary, ...items.map(({ rationale }) => rationale)]) {
        expect(gold.readingText.slice(start, end)).toBe(text);
      }
      expect(items.map(({ title }) => title)).toEqual(letter.gold.case.items.map(({ title }) => spelledOut(title)));
    }
    expect(ligatures).toBeGreaterThan(0);
  });
});

test('no letter is longer than 15 pages, and some nearly are', async () => {
  const long = corpusLayoutNames
    .flatMap((layout) => letters(layout, 0, 40))
    .sort((a, b) => b.written.text.length - a.written.text.length)
    .slice(0, 6);
  const counts: number[] = [];
  for (const letter of long) counts.push((await readPdf((await printPdfLetter(letter)).bytes)).pages.length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(15);
  expect(Math.max(...counts)).toBeGreaterThan(11);
});

test('a professional review has one item or several, in more than one form', () => {
  const golds = letters('professional-review', 0, 60).map(({ gold }) => gold);
  const several = golds.filter(({ case: { items } }) => items.length > 1);
  expect(several.length).toBeGreaterThan(10);
  expect(several.length).toBeLessThan(60);
  const count = (text: string, words: RegExp) => [...text.matchAll(words)].length;
  const forms = several.map(({ readingText, case: { items } }) => [
    count(readingText, /ISSUE AT DISPUTE/g) === items.length,
    count(readingText, /RELIED UPON/g) === items.length,
  ]);
  expect(new Set(forms.map(String))).toEqual(new Set(['true,true', 'false,true', 'false,false']));
});

test('the command writes each letter as text and PDF, with gold for both', () => {
  const folder = temporaryFolder();
  const main = new URL('../../corpus/main.ts', import.meta.url).pathname;
  execFileSync(process.execPath, [main, '--count', '1', '--out', folder, '--seed', '3']);
  expect(readdirSync(folder).sort()).toEqual(['0001.facts.json', '0001.json', '0001.pdf', '0001.pdf.json', '0001.txt']);
  const gold = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { file: string };
  expect([gold('0001.json').file, gold('0001.pdf.json').file]).toEqual(['0001.txt', '0001.pdf']);
});
