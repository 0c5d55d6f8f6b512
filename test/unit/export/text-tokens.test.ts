import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textTokens } from '../../../electron/export/text-tokens.ts';

const solid = (text: string): string[] =>
  textTokens(text)
    .filter(({ kind }) => kind === 'solid')
    .map(({ start, end }) => text.slice(start, end));

describe('textTokens', () => {
  it('keeps a web address whole that fits on a line of the page, but not as many capitals', () => {
    const address = 'http://www.cms.gov/apps/physician-fee-schedule/overview.aspx?page=1.';
    expect(textTokens(address).map(({ kind }) => kind)).toEqual(['solid']);
    expect(textTokens(address, 'column').length).toBeGreaterThan(1);
    expect(textTokens(`${'W'.repeat(30)}/${'W'.repeat(37)}`).length).toBeGreaterThan(1);
  });

  it('keeps words whole that a line could break inside', () => {
    expect(solid('a 53-year-old woman, items/services, sought.The plain (ESIs) end.')).toEqual([
      '53-year-old',
      'items/services,',
      'sought.The',
    ]);
  });

  it('keeps words whole that begin with a mark, but not those that are only quoted or in brackets', () => {
    expect(solid('a !3e1 /daily “quoted” (plain "word')).toEqual(['!3e1', '/daily']);
  });

  it('keeps a hyphen before a space from being last on its line', () => {
    expect(solid('a first- time request at L4- L5')).toEqual(['first- time', 'L4- L5']);
  });

  it('lets a word break that is too long for a line, but not after a hyphen', () => {
    const pieces = solid('a-'.repeat(100));
    expect(pieces.length).toBeGreaterThan(10);
    expect(pieces.slice(0, -1).filter((piece) => piece.endsWith('-'))).toEqual([]);
  });

  it('leaves scripts without spaces to the typesetter', () => {
    expect(textTokens('医師'.repeat(50)).map(({ kind }) => kind)).toEqual(['word']);
  });

  it('gives back the whole text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c\-/. \n\u2010שع日😀]*$/u), (text) => {
        expect(
          textTokens(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
