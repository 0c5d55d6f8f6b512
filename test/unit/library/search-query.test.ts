import { describe, expect, test } from 'vitest';
import { parseSearchQuery } from '../../../electron/library/search-query.ts';

describe('parseSearchQuery', () => {
  test.each([
    ['', [], []],
    ['lumbar spine', ['"lumbar"', '"spine" *'], []],
    ['"lumbar spine"', ['"lumbar spine"'], []],
    ['“lumbar spine” mri', ['"lumbar spine"', '"mri" *'], []],
    ['mri -"neck pain" -brace', ['"mri"'], ['"neck pain"', '"brace"']],
    ['L4-L5 -x', ['"L4-L5"'], ['"x"']],
    ['epi* mri', ['"epi*" *', '"mri" *'], []],
    ['foo"bar baz"', ['"foo"', '"bar baz"'], []],
    ['AND OR NOT NEAR(x)', ['"AND"', '"OR"', '"NOT"', '"NEAR(x)" *'], []],
    ['-', [], []],
  ])('%s', (text, wanted, unwanted) => {
    expect(parseSearchQuery(text)).toMatchObject({ wanted, unwanted });
  });

  test.each([
    ['"lumbar spine', /not closed/],
    ['mri ***', /\*\*\* has no letters or digits/],
    ['mri ""', /empty phrase/],
    ['x '.repeat(60), /first 40/],
  ])('hints at what is odd: %s', (text, hint) => {
    expect(parseSearchQuery(text).hint).toMatch(hint);
  });

  test('has no hint for what is plain', () => {
    expect(parseSearchQuery('lumbar "spine pain" -brace').hint).toBeUndefined();
  });
});
