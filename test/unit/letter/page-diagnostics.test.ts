import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';

const sentence =
  'The records show that the treatment was tried without any lasting functional improvement of the patient. ';

/** A page's text, wrapped, which names its page in its first words. */
const page = (number: number): string =>
  `Leaf${number} starts here. ${sentence.repeat(9)}`.replace(/(.{60,80})\s/g, '$1\n').trim();
const letter = (pages: readonly [number, string][], breaks = '\f'): string =>
  pages.map(([number, footer]) => `${page(number)}\n\n\n${footer}`).join(`\n${breaks}`);
const footer = (number: number): string => `Final Determination Letter for IMR Case Number CM14-0012345   ${number}`;

/** The remarks on pages, each with the word at its place. */
function remarks(source: string): [code: string, message: string, word: string | undefined][] {
  const { diagnostics, readingText } = parseLetter(source).parse;
  return diagnostics
    .filter(({ code }) => code === 'furniture-set-aside' || code === 'page-sequence-gap')
    .map(({ code, message, start, end }) => [
      code,
      message,
      start === undefined ? start : readingText.slice(start, end),
    ]);
}
const gaps = (source: string) =>
  remarks(source).flatMap(([code, ...gap]) => (code === 'page-sequence-gap' ? [gap] : []));

describe('furniture', () => {
  test('is counted once a letter', () => {
    const found = remarks(letter([1, 2, 3].map((number) => [number, footer(number)])));
    expect(found).toEqual([
      [
        'furniture-set-aside',
        '3 running headers, footers and page numbers were set aside; they are not part of the text.',
        undefined,
      ],
    ]);
  });

  test('is not spoken of when there is none', () => {
    expect(remarks(page(1))).toEqual([]);
    expect(remarks('')).toEqual([]);
  });
});

describe('gaps in the numbers of pages', () => {
  test('in running footers', () => {
    expect(gaps(letter([1, 2, 3, 5].map((number) => [number, footer(number)])))).toEqual([
      ['After page 3 comes page 5: page 4 seems to be missing.', 'Leaf5'],
    ]);
    expect(
      gaps(
        letter(
          [2, 7].map((number) => [number, footer(number)]),
          '\n\n',
        ),
      ),
    ).toEqual([['After page 2 comes page 7: pages 3 to 6 seem to be missing.', 'Leaf7']]);
  });

  test('in "Page 3 of 7"', () => {
    expect(gaps(letter([1, 2, 4, 5].map((number) => [number, `Page ${number} of 5`])))).toEqual([
      ['After page 2 comes page 4: page 3 seems to be missing.', 'Leaf4'],
    ]);
  });

  test('in bare numbers beside page breaks', () => {
    expect(gaps(letter([1, 2, 3, 5, 6].map((number) => [number, `${number}`])))).toEqual([
      ['After page 3 comes page 5: page 4 seems to be missing.', 'Leaf5'],
    ]);
  });

  test('in numbers at the top of the page', () => {
    const source = [1, 2, 4].map((number) => `Page ${number} of 4\n\n\n${page(number)}`).join('\n\f');
    expect(gaps(source)).toEqual([['After page 2 comes page 4: page 3 seems to be missing.', 'Leaf4']]);
  });

  test('that go back', () => {
    expect(gaps(letter([1, 3, 2].map((number) => [number, `Page ${number} of 3`])))).toEqual([
      ['After page 1 comes page 3: page 2 seems to be missing.', 'Leaf3'],
      ['After page 3 comes page 2: pages may be missing, or in the wrong order.', 'Leaf2'],
      ['The letter says that it has 3 pages, and ends with page 2: page 3 seems to be missing.', 'patient.'],
    ]);
  });

  test('before the end', () => {
    const pages = [1, 2].map((number): [number, string] => [number, `Page ${number} of 7`]);
    expect(gaps(letter(pages))).toEqual([
      ['The letter says that it has 7 pages, and ends with page 2: pages 3 to 7 seem to be missing.', 'patient.'],
    ]);
    expect(gaps(`${letter(pages)}\n\f${page(3)}`)).toEqual([
      ['The letter says that it has 7 pages, and ends with page 3: pages 4 to 7 seem to be missing.', 'patient.'],
    ]);
  });

  test('are none where the numbers count up, from 1 or later', () => {
    expect(gaps(letter([1, 2, 3].map((number) => [number, `${number}`])))).toEqual([]);
    expect(gaps(letter([1, 2, 3].map((number) => [number, `Page ${number} of 3`])))).toEqual([]);
    expect(gaps(letter([2, 3].map((number) => [number, footer(number)])))).toEqual([]);
  });

  test('are none where a page prints its number twice', () => {
    const twice = [1, 2].map((number) => `${footer(number)}\n\n\n${page(number)}\n\n\n${footer(number)}`).join('\n\f');
    expect(gaps(twice)).toEqual([]);
  });
});

describe('a number that is no page number', () => {
  test('stays in the text when it stands alone before a page break', () => {
    const source = `${page(1)}\n\n\n1\n\f${page(2)}\n\f${page(3)}`;
    expect(parseLetter(source).parse.furniture).toEqual([]);
  });

  test('stays in the text far ahead of the count', () => {
    const source = letter([1, 2, 90].map((number) => [number, `${number}`]));
    expect(parseLetter(source).parse.furniture.map(({ text }) => text)).toEqual(['1', '2']);
  });
});

describe('lines that return on every page', () => {
  const set = (footer: (number: number) => string, pages = [1, 2, 3]) =>
    parseLetter(
      letter(
        pages.map((number) => [number, footer(number)]),
        '\n\n',
      ),
    ).parse.furniture.map(({ text }) => text);

  test.each<[string, (number: number) => string]>([
    ['a case number with the page', (number) => `CM15-0177001          Page ${number} of 3`],
    ['a form with the page', (number) => `Form Effective 12.09.15          Page | ${number}`],
    ['a page of pages', (number) => `${number}/3`],
    ['a case number without a page', () => 'IMR Final Determination \u2013 CM15-0177001'],
  ])('%s is set aside', (_name, line) => {
    expect(set(line)).toEqual([1, 2, 3].map(line));
  });

  test.each<[string, (number: number) => string]>([
    ['numbers that do not count up', (number) => `Strength, page ${number === 2 ? 1 : 2}`],
    ['fractions', (number) => `${number + 2}/5`],
    ['a line that names neither case nor page', () => 'Acme Insurance'],
    ['a line with other words each time', (number) => `${'See '.repeat(number)}CM15-0177001`],
  ])('%s stay in the text', (_name, line) => {
    expect(set(line)).toEqual([]);
  });

  test('once only, it stays in the text', () => {
    expect(set(() => 'IMR CM15-0177001', [1])).toEqual([]);
  });

  test('tell of a missing page', () => {
    const line = (number: number): [number, string] => [number, `CM15-0177001          Page ${number} of 3`];
    expect(gaps(letter([1, 3].map(line)))).toEqual([
      ['After page 1 comes page 3: page 2 seems to be missing.', 'Leaf3'],
    ]);
    expect(gaps(letter([1, 2].map(line)))).toEqual([
      ['The letter says that it has 3 pages, and ends with page 2: page 3 seems to be missing.', 'patient.'],
    ]);
  });
});
