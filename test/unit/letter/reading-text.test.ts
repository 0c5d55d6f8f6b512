import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { reflow } from '../../../shared/letter/reading-text.ts';
import { letterText } from './letter-text.ts';

const reading = (source: string): string => reflow(source).readingText;

describe('line ends', () => {
  test.each([
    ['a wrapped line', 'low back\npain of the', 'low back pain of the'],
    ['white space around a line end', '  low back  \t\r\n\u00A0 pain', 'low back pain'],
    ['a double space within a line', 'a male  with pain', 'a male  with pain'],
    ['a non-breaking space', 'low\u00A0back', 'low back'],
    ['a byte order mark', '\uFEFFlow ba\uFEFFck', 'low back'],
    ['a hyphenated level', 'herniation at L4-\nL5 causing', 'herniation at L4-L5 causing'],
    ['a hyphen with a space after it', 'that is non- \nradicular', 'that is non-radicular'],
    [
      'a hyphen between empty lines',
      'based on Non-\n\nMTUS citation of the\n\nreviewer',
      'based on Non-MTUS citation of the reviewer',
    ],
    ['a dash with a space before it', 'L4 -\nL5 is', 'L4 - L5 is'],
    ['a suspended hyphen', 'pre-\nand postoperative', 'pre- and postoperative'],
    ['a suspended hyphen before "to"', 'a two-\nto three-week', 'a two- to three-week'],
    ['a word that starts like a conjunction', 'L4-\nordinary', 'L4-ordinary'],
    ['a vertical tab', 'low\vback', 'low back'],
  ])('%s', (_name, source, expected) => {
    expect(reading(source)).toBe(expected);
  });
});

const line = 'the applicant reported ongoing complaints of low back pain that radiated to the right';

describe('paragraphs', () => {
  test('double spaced: one empty line is a line end, a marked one a gap, three a page break', () => {
    const source = [line, '', line, '', ' ', '', line, '', '', '', line, ''].join('\n');
    expect(reading(source)).toBe(`${line} ${line}\n\n${line} ${line}`);
  });

  test('the rows of a table stand apart, and what follows it', () => {
    const rows = ['Drug      Strength      Qty', 'Norco     10/325 mg     #120', 'Soma\t350 mg\t#90'];
    const read = rows.map((row) => row.replaceAll('\t', ' ')).join('\n\n');
    expect(reading(`${line}\n${rows.join('\n')}\nShe ${line}\n${line}`)).toBe(
      `${line}\n\n${read}\n\nShe ${line} ${line}`,
    );
    expect(reading(`${line}\n a male   with   pain\n${line}`)).toBe(`${line} a male   with   pain ${line}`);
  });

  test('double spaced without marks: a sentence that is not over runs on past a page break', () => {
    const source = [line, '', line, '', '', '', line, '', `${line}.`, '', '', '', `The ${line}`].join('\n');
    expect(reading(source)).toBe(`${line} ${line} ${line} ${line}.\n\nThe ${line}`);
  });

  test('single spaced: an empty line is a gap', () => {
    const source = [line, line, `${line}.`, '', `The ${line}`, line].join('\n');
    expect(reading(source)).toBe(`${line} ${line} ${line}.\n\nThe ${line} ${line}`);
  });

  test('without wrapping every line is a paragraph', () => {
    expect(reading('First, a sentence.\nSecond, a sentence.\nThird')).toBe(
      'First, a sentence.\n\nSecond, a sentence.\n\nThird',
    );
  });

  test('a form feed amid a sentence closes up', () => {
    expect(reading(`${line}\n${line}\n\f\n${line}\n${line}.`)).toBe(`${line} ${line} ${line} ${line}.`);
  });

  test('a heading stands alone, even where it was printed with its text', () => {
    expect(reading(`CLINICAL CASE SUMMARY ${line}\n${line}`)).toBe(`CLINICAL CASE SUMMARY\n\n${line} ${line}`);
  });

  test('a heading split over lines is put together', () => {
    expect(reading(`IMR ISSUES, DECISIONS\nAND RATIONALES\n${line}\n${line}`)).toBe(
      `IMR ISSUES, DECISIONS AND RATIONALES\n\n${line} ${line}`,
    );
  });

  test('the words of a heading amid a sentence are none', () => {
    const source = `${line}\nclinical case summary\n${line}`;
    expect(reading(source)).toBe(`${line} clinical case summary ${line}`);
  });

  test('a label starts a paragraph, even when it is split', () => {
    expect(reading(`${line}\n${line}\nDecision\nrationale: ${line}\n${line}`)).toBe(
      `${line} ${line}\n\nDecision rationale: ${line} ${line}`,
    );
  });

  test('a list item starts a paragraph, a wrapped number does not', () => {
    expect(reading(`${line}\n${line}\nAsked for:\n1. ${line}\n${line}\n2. a lumbar brace`)).toBe(
      `${line} ${line} Asked for:\n\n1. ${line} ${line}\n\n2. a lumbar brace`,
    );
    expect(reading(`${line}\n${line}\n46. of the\n${line}`)).toBe(`${line} ${line} 46. of the ${line}`);
    const visits = `${line}\n${line}\nAsked for:\n1. ${line}\n2. twelve visits (2 x\n3) of ${line}`;
    expect(reading(visits)).toBe(`${line} ${line} Asked for:\n\n1. ${line}\n\n2. twelve visits (2 x 3) of ${line}`);
  });
});

describe('furniture', () => {
  const footer = 'Final Determination Letter for IMR Case Number CM14-0012345   3';

  test('the running footer is set aside and the sentence closes up', () => {
    const source = `${line}\n${line}\n\n${footer}\n\n${line}\n${line}.`;
    const { readingText, furniture } = reflow(source);
    expect(readingText).toBe(`${line} ${line} ${line} ${line}.`);
    expect(furniture).toEqual([
      { text: footer, start: source.indexOf(footer), end: source.indexOf(footer) + footer.length },
    ]);
  });

  test('a footer split over lines is set aside whole', () => {
    const { readingText, furniture } = reflow(`${line}\n${line}\n${footer.replace('IMR ', 'IMR\n')}\n${line}`);
    expect(readingText).toBe(`${line} ${line} ${line}`);
    expect(furniture).toHaveLength(1);
  });

  test.each([
    ['words after it', `${footer} was sent`],
    ['words before it', `The ${footer}`],
    ['another case number', 'Final Determination Letter for IMR Case Number unknown'],
    ['a lonely number', '3'],
  ])('text is never set aside: %s', (_name, text) => {
    expect(reflow(`${line}\n${line}\n${text}\n${line}`).furniture).toEqual([]);
  });

  const page = `${line}\n${line}\n`.repeat(8);
  const between = (number: string) => `${page}\n\n${number}\n\n${page}`;

  test.each(['2', 'Page 2', 'Page 2 of 7', '- 2 -', '2 of 7'])(
    'a page number between pages is set aside: %s',
    (number) => {
      const { readingText, furniture } = reflow(between(number));
      expect(furniture.map(({ text }) => text)).toEqual([number]);
      expect(readingText).toBe(`${page}${page}`.trim().replaceAll('\n', ' '));
    },
  );

  test('page numbers that count up are set aside, even at the foot of their page', () => {
    const { furniture } = reflow(`${page}1\n\n\n${page}2\n\n\n${page}7\n\n\n${page}3`);
    expect(furniture.map(({ text }) => text)).toEqual(['1', '2', '3']);
  });

  test.each([
    ['that is no first or second page', between('46')],
    ['close to the one before', `${page}\n\n1\n\n${line}\n${line}\n\n2\n\n${page}`.slice(page.length)],
    ['that ends a paragraph', `${page}${line}\n2\n\n${page}`],
    ['with a full stop', between('2.')],
  ])('a number stays in the text: %s', (_name, source) => {
    expect(reflow(source).furniture).toEqual([]);
  });
});

test('the case number is read from a footer when no header has it', () => {
  const letter = letterText({ before: '' });
  const source = `${letter}\n\nFinal Determination Letter for IMR Case Number CM14-0012345   3\n`;
  expect(parseLetter(source).parse.case.number).toBe('CM14-0012345');
  expect(parseLetter(`Case Number: CM14-0054321\n\n${source}`).parse.case.number).toBe('CM14-0054321');
});
