import { describe, expect, test } from 'vitest';
import { generateLetter } from '../../corpus/generate-letter.ts';
import { gap, newline, tight } from '../../corpus/marked-text.ts';
import { printPdf } from '../../corpus/print/print-pdf.ts';
import { seedStyle } from '../../corpus/print/print-style.ts';
import { printText } from '../../corpus/print/print-text.ts';
import { wrapParagraph } from '../../corpus/print/wrap-paragraph.ts';
import { random } from '../../corpus/random.ts';

describe('lines', () => {
  test('break after spaces and after a hyphen within a word, and lose nothing', () => {
    const text = 'a first-time request at L4-L5 with pre- and post-operative care, non-radicular - as noted';
    for (const width of [5, 8, 12, 20, 40]) {
      const lines = wrapParagraph(text, width);
      expect(lines.join('')).toBe(text);
      expect(lines.length).toBeGreaterThan(1);
    }
    expect(wrapParagraph('a first-time request', 8)).toEqual(['a first-', 'time ', 'request']);
  });

  test('of a paragraph that is not wrapped break at line feeds alone', () => {
    expect(wrapParagraph('one two\nthree', Number.POSITIVE_INFINITY)).toEqual(['one two', 'three']);
  });
});

const bare = { header: () => [], footer: () => [] };

test('the style of the seeds: double spaced, one-space lines between paragraphs, headings close to their text', () => {
  const text = `HEADING${tight}One.${gap}Title: ${newline}Upheld`;
  const { source } = printText(text, seedStyle, random('pages'), bare);
  expect(source).toBe('HEADING \n\nOne. \n\n \n\nTitle: \n\nUpheld \n\n');
});

test('a page ends in three empty lines, after its footer', () => {
  const style = { ...seedStyle, pageLines: [2, 2] as const };
  const { source, furniture } = printText(`a${tight}b${tight}c`, style, random('pages'), {
    ...bare,
    footer: (page) => [`foot ${page}`],
  });
  expect(source).toBe('a \n\nb \n\n\nfoot 1 \n\n\n\nc \n\n\nfoot 2 \n\n');
  expect(furniture.map(({ start, end }) => source.slice(start, end))).toEqual(['foot 1', 'foot 2']);
});

test('a letter is a PDF with the same bytes every time', () => {
  const { written, style, footer } = generateLetter(2, 0, { noise: 0, layout: 'issues-header' });
  const print = () => Buffer.from(printPdf(written.text, style, footer?.(1)));
  expect(print().subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(print().equals(print())).toBe(true);
});
