import { expect, test } from 'vitest';
import { gap, tight } from '../../corpus/marked-text.ts';
import { pageFurniture } from '../../corpus/noise/page-furniture.ts';
import { seedStyle } from '../../corpus/print/print-style.ts';
import { printText } from '../../corpus/print/print-text.ts';
import { random } from '../../corpus/random.ts';

const own = (page: number) => `foot ${page}`;

test('without noise, and in letters of one or two pages, there is only the footer of the layout', () => {
  for (let n = 0; n < 50; n++) {
    for (const { header, footer } of [
      pageFurniture(random(`a ${n}`), 0, 'CM14-0000001', 5, own),
      pageFurniture(random(`a ${n}`), 2, 'CM14-0000001', 2, own),
    ]) {
      expect([header(2), footer(2)]).toEqual([[], ['foot 2']]);
    }
  }
});

test('with noise, headers and footers have many wordings, with the number of their page or without', () => {
  const drawn = Array.from({ length: 200 }, (_, n) => pageFurniture(random(`b ${n}`), 1, 'CM14-0000001', 5, own));
  const lines = new Set(drawn.flatMap(({ header, footer }) => [...header(2), ...footer(2)]));
  expect(lines.size).toBeGreaterThan(15);
  expect([...lines].some((line) => /\b2\b/.test(line))).toBe(true);
  expect([...lines].some((line) => !/\b2\b/.test(line))).toBe(true);
});

test('a header stands above the text of its page', () => {
  const style = { ...seedStyle, pageLines: [1, 1] as const };
  const around = { header: (page: number) => (page > 1 ? ['head', `page ${page}`] : []), footer: () => [] };
  const { source, pages, furniture } = printText(`a${tight}b${gap}c`, style, random('pages'), around);
  expect(source).toBe('a \n\n\n\nhead \n\npage 2 \n\n\nb \n\n\n\nhead \n\npage 3 \n\n\nc \n\n');
  expect(pages).toBe(3);
  expect(furniture.map(({ start, end }) => source.slice(start, end))).toEqual(['head', 'page 2', 'head', 'page 3']);
});
