import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { reflow } from '../../../shared/letter/reading-text.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import { expectInvariants } from './parse-invariants.ts';
import { seedLetters } from './seed-letters.ts';

const seed = seedLetters.find(({ file }) => file.startsWith('001'))?.source ?? '';
const printed = (text: string): string => text.replace(/\s+/g, '');
const itemsOf = ({ case: { items, summary } }: LetterParse): string[] =>
  [summary.text, ...items.flatMap(({ title, rationale }) => [title, rationale.text])].map(printed);

type Line = (page: number, pages: number) => string;

/** The seed in pages of `rows` rows, `separator` between them, with `line` at the head or foot of each. */
function paged(line: Line, edge: 'head' | 'foot', separator: string, rows = 44): { source: string; pages: number } {
  const all = seed.split('\n');
  const pages = Array.from({ length: Math.ceil(all.length / rows) }, (_, n) =>
    all.slice(n * rows, (n + 1) * rows).join('\n'),
  );
  const text = pages.map((page, n) => {
    const body = page.replace(/^\n+|\n+$/g, '');
    const furniture = line(n + 1, pages.length);
    return edge === 'head' ? `${furniture}\n\n${body}` : `${body}\n\n\n${furniture}`;
  });
  return { source: text.join(separator), pages: pages.length };
}

const wordings: readonly (readonly [string, Line])[] = [
  ['the department', () => "State of California - Division of Workers' Compensation"],
  ['the case', () => 'IMR Case CM14-0012345'],
  ['the case with another dash', () => 'IMR Case CM14\u20110012345'],
  ['the review', () => 'Independent Medical Review'],
  ['a firm', () => 'Harmon & Bui, Inc.'],
  ['two lines', (page) => `Golden Valley Claims Services\nCM14-0012345, page ${page}`],
  ['a fax', (page, pages) => `11/04/2014 2:17 PM  FROM: 916-605-4270   P. ${page}/${pages}`],
  ['the footer with a bar', (page) => `Final Determination Letter for IMR Case Number CM14-0012345 | Page ${page}`],
  ['the footer with a dash', (page) => `Final Determination Letter for IMR Case Number CM14-0012345 - ${page}`],
  ['a form', (page) => `DWC IMR-1                    ${page}`],
  ['2 | Page', (page) => `${page} | Page`],
  ['p. 2', (page) => `p. ${page}`],
  ['2/4', (page, pages) => `${page}/${pages}`],
  ['[2]', (page) => `[${page}]`],
  ['- 2 -', (page) => `- ${page} -`],
  ['2', (page) => `${page}`],
  ['Pg. 2 of 4', (page, pages) => `Pg. ${page} of ${pages}`],
];

describe.each([
  ['a form feed', '\n\f'],
  ['three empty lines', '\n\n\n\n'],
])('pages that end in %s', (_name, separator) => {
  test.each(wordings)('%s is set aside at the head of pages', (_wording, line) => {
    const { source, pages } = paged(line, 'head', separator);
    const { parse } = parseLetter(source);
    const lines = Array.from({ length: pages }, (_, n) => line(n + 1, pages).split('\n')).flat();
    expect(parse.furniture.map(({ text }) => text)).toEqual(lines);
    expect(itemsOf(parse)).toEqual(itemsOf(parseLetter(seed).parse));
    expectInvariants(source);
  });

  test.each(wordings)('%s is set aside at the foot of pages', (_wording, line) => {
    const { source, pages } = paged(line, 'foot', separator);
    const { parse } = parseLetter(source);
    const lines = Array.from({ length: pages }, (_, n) => line(n + 1, pages).split('\n')).flat();
    expect(parse.furniture.map(({ text }) => text)).toEqual(lines);
    expect(itemsOf(parse)).toEqual(itemsOf(parseLetter(seed).parse));
  });
});

test('the letterhead of the first page stays, and its copies are set aside', () => {
  const { source, pages } = paged(() => 'MAXIMUS FEDERAL SERVICES, INC.', 'head', '\n\f');
  const { readingText, furniture } = parseLetter(source).parse;
  expect(furniture).toHaveLength(pages - 1);
  expect(readingText.startsWith('MAXIMUS FEDERAL SERVICES, INC.')).toBe(true);
});

test('a line with the case number is set aside where page breaks are lost', () => {
  const { source, pages } = paged((page) => `Case CM14-0012345, page ${page}`, 'head', '\n\n');
  expect(reflow(source).furniture).toHaveLength(pages);
});

test('what was set aside knows its place in the reading text', () => {
  const { source } = paged(() => 'IMR Case CM14-0012345', 'head', '\n\f');
  const { readingText, furniture } = parseLetter(source).parse;
  for (const { end, at = -1 } of furniture) {
    const word = /\S+/.exec(source.slice(end))?.[0] ?? '';
    expect(readingText.slice(at, at + word.length)).toBe(word);
  }
});

describe('text is never set aside:', () => {
  const sentence = 'The records show that the treatment was tried without lasting functional improvement. ';
  const page = (n: number, lead: string): string =>
    `${lead}\n${`On day ${n} the patient came back. ${sentence.repeat(9)}`.replace(/(.{60,80})\s/g, '$1\n').trim()}`;
  const pages = (lead: (n: number) => string, separator: string): string =>
    [1, 2, 3, 4].map((n) => page(n, lead(n))).join(separator);

  test.each<[string, (n: number) => string]>([
    ['a label', () => 'Decision rationale:'],
    ['a label in a line', () => 'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence.'],
    ['a decision', (n) => `Norco 10/325mg #${30 * n}: Upheld`],
    ['a heading', () => 'CLINICAL CASE SUMMARY'],
    [
      'a line that goes on',
      () => 'The Claims Administrator based its decision on the Official Disability Guidelines, and',
    ],
    ['another number each time', (n) => `Qty ${[5, 90, 12, 30][n - 1]}`],
  ])('%s that starts every page', (_name, lead) => {
    expect(reflow(pages(lead, '\n\f')).furniture).toEqual([]);
    expect(reflow(pages(lead, '\n\n\n\n')).furniture).toEqual([]);
  });

  test('the numbers of a list that stand alone', () => {
    const source = [1, 2, 3].map((n) => `${n}\n\n${page(n, 'The request.')}`).join('\n\n');
    const letter = seed.replace(/(?<=Decision rationale: )/, `${source}\n\n`);
    expect(letter).not.toBe(seed);
    expect(reflow(letter).furniture).toEqual([]);
    expect(reflow(`Decision rationale:\n\n${source}\n\nSo it is.`).furniture).toEqual([]);
  });

  test.each(seedLetters)('$file as it is', ({ source }) => {
    expect(reflow(source).furniture).toEqual([]);
  });
});

test('a header as wide as the text is set aside where a gap parts it from the text', () => {
  const width = Math.max(...seed.split('\n').map((line) => line.trimEnd().length));
  const wide = 'Harmon and Bui A Professional Corporation of Counselors at Law '
    .repeat(3)
    .slice(0, width - 1)
    .trim();
  const { source, pages } = paged(() => `${wide}\n\n`, 'head', '\n\f');
  const { parse } = parseLetter(source);
  expect(parse.furniture.map(({ text }) => text)).toEqual(Array.from({ length: pages }, () => wide));
  expect(itemsOf(parse)).toEqual(itemsOf(parseLetter(seed).parse));
});
