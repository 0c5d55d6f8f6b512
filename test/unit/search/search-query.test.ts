import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchFieldNames } from '../../../shared/search/search-fields.ts';
import {
  hasFieldTerm,
  narrowedBy,
  parseSearchQuery,
  printFieldTerm,
  toggleFieldTerm,
} from '../../../shared/search/search-query.ts';

/** Terms as short strings: `+lumbar`, `-"brace"`, `mri*`, `age=40..60`. */
function terms(text: string): string[] {
  return parseSearchQuery(text).terms.map((term) => {
    const sign = term.not ? '-' : term.kind === 'field' && term.must ? '+' : '';
    if (term.kind === 'text') return `${sign}${term.text}${term.prefix ? '…' : ''}`;
    const { from = '', to = '' } = term.range ?? {};
    return `${sign}${term.field}=${term.range ? `${from}..${to}` : term.value}`;
  });
}

describe('parseSearchQuery', () => {
  test.each([
    ['', []],
    ['lumbar spine', ['lumbar', 'spine…']],
    ['"lumbar spine"', ['lumbar spine']],
    ['“lumbar spine” mri', ['lumbar spine', 'mri…']],
    ['mri -"neck pain" -brace', ['mri', '-neck pain', '-brace']],
    ['L4-L5 -x', ['L4-L5', '-x']],
    ['epi* mri', ['epi*…', 'mri…']],
    ['foo"bar baz"', ['foo', 'bar baz']],
    ['AND OR NOT NEAR(x)', ['AND', 'OR', 'NOT', 'NEAR(x)']],
    ['-', []],
    ['lumbar fu', ['lumbar', 'fu']],
    ['lumbar fus', ['lumbar', 'fus…']],
    ['L4-L5', ['L4-L5']],
    ['spine.', ['spine.…']],
    ['h*', ['h*…']],
  ])('reads words and phrases: %s', (text, expected) => expect(terms(text)).toEqual(expected));

  test.each([
    ['decision:overturned mri', ['decision=overturned', 'mri…']],
    ['Decision:Overturned', ['decision=overturned']],
    ['-guideline:ODG', ['-guideline=odg']],
    ['specialty:"Pain Medicine"', ['specialty=pain medicine']],
    ['+specialty:surgery state:x', ['+specialty=surgery', 'state=x']],
    ['+lumbar', ['lumbar…']],
    ['age:40..60', ['age=40..60']],
    ['age:40', ['age=40..40']],
    ['age:40.. age:..9 age:>=7 age:<=8', ['age=40..', 'age=..9', 'age=7..', 'age=..8']],
    ['age:>40 age:<40 age:60..40', ['age=41..', 'age=..39', 'age=40..60']],
    ['injury:<2014 injury:>2014-12 injury:<2014-03-01', ['injury=..2013', 'injury=2015-01..', 'injury=..2014-02-28']],
    ['injury:2015..2014-03 injury:2014-05..2014', ['injury=2014-03..2015', 'injury=2014-05..2014']],
    [
      'sex:F sex:"Male" state:CA status:"In progress"',
      ['sex=female', 'sex=male', 'state=california', 'status=in-progress'],
    ],
    [
      'decision:"partially overturned" category:"Home health"',
      ['decision=partially-overturned', 'category=home-health'],
    ],
    [
      'body:"Left knee" body:"Lumbar spine" layout:"Notice of 2013"',
      ['body=left knee', 'body=lumbar-spine', 'layout=notice-2013'],
    ],
    ['decision: upheld', ['upheld…']],
    ['injury:2014', ['injury=2014..2014']],
    ['injury:2014-03..2015-01-31', ['injury=2014-03..2015-01-31']],
  ])('reads fields: %s', (text, expected) => expect(terms(text)).toEqual(expected));

  test.each([
    ['"lumbar spine', /not closed/],
    ['mri ***', /\*\*\* has no letters or digits/],
    ['mri ""', /empty phrase/i],
    ['x '.repeat(60), /first 40/],
    ['colour:red', /no field “colour”/],
    ['age:old', /“age:old” was left out: write it as in age:40\.\.60/],
    ['injury:March', /injury:2014 or injury:2014-03\.\.2015/],
    ['age:..', /was left out/],
    ['age:<0', /was left out/],
    ['decision:', /“decision:” was left out: write what to look for right after it/],
    ['decision:approved', /no decision “approved”: there is upheld, overturned, partially-overturned, unknown\./],
    ['item:"surgery aproved"', /no item “aproved”/],
    ['mri OR ct', /“OR” was searched for as a word/],
  ])('hints at what is odd: %s', (text, hint) => expect(parseSearchQuery(text).hint).toMatch(hint));

  test('has no hint for what is plain', () => {
    expect(parseSearchQuery('decision:upheld lumbar "spine pain" -brace http://x').hint).toBe(
      'There is no field “http”; it was searched for as a word.',
    );
    expect(parseSearchQuery('decision:upheld lumbar "spine pain" -brace').hint).toBeUndefined();
    expect(parseSearchQuery('opinion:"disagree upheld" item:"surgery reviewer-odg" x or y').hint).toBeUndefined();
  });

  test.each([
    ['PT', 'PT'],
    ['lumbar L4', 'L4'],
    ['L4-L5', 'L5'],
    ['"PT"', undefined],
    ['lum', undefined],
    ['PT lumbar', undefined],
    ['-PT', undefined],
    ['sex:f', undefined],
    ['', undefined],
  ])('tells a last word that is too short to be a beginning: %s', (text, word) =>
    expect(parseSearchQuery(text).unfinished).toBe(word),
  );

  test('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const term of parseSearchQuery(text).terms) {
          if (term.kind === 'text') expect(term.text).not.toMatch(/["\p{Cc}]/u);
        }
      }),
    );
  });
});

describe('toggleFieldTerm', () => {
  test('puts a term in and takes it out again', () => {
    const text = toggleFieldTerm('lumbar  spi', 'specialty', 'Pain Medicine');
    expect(text).toBe('specialty:"Pain Medicine" lumbar spi');
    expect(hasFieldTerm(parseSearchQuery(text), 'specialty', 'Pain Medicine')).toBe(true);
    expect(toggleFieldTerm(text, 'specialty', 'pain medicine')).toBe('lumbar spi');
    expect(toggleFieldTerm('-tag:x', 'tag', 'x')).toBe('tag:x -tag:x');
    expect(toggleFieldTerm('sex:F lumbar', 'sex', 'female')).toBe('lumbar');
    expect(hasFieldTerm(parseSearchQuery('decision:"Partially overturned"'), 'decision', 'partially-overturned')).toBe(
      true,
    );
  });

  test('twice gives the query as it was, whatever it is', () => {
    const word = fc.constantFrom('lumbar', '"neck pain"', '-x', 'age:40..60', 'decision:upheld', '-tag:y', '“q');
    const value = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,20}$/u);
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(...searchFieldNames), value, (words, field, typed) => {
        const text = words.join(' ');
        fc.pre(!text.includes('“') && !text.includes(printFieldTerm(field, typed)));
        expect(toggleFieldTerm(toggleFieldTerm(text, field, typed), field, typed)).toBe(text);
      }),
    );
  });
});

describe('narrowedBy', () => {
  test.each([
    ['lumbar', 'state:ca lumbar'],
    ['state:ny lumbar', '+state:ca state:ny lumbar'],
    ['state:ny +state:ca', 'state:ny +state:ca'],
    ['state:ca', 'state:ca'],
    ['state:ca state:ny', '+state:ca state:ca state:ny'],
    ['-state:ny', 'state:ca -state:ny'],
  ])('%s', (text, narrowed) => expect(narrowedBy(text, 'state', 'CA'.toLowerCase())).toBe(narrowed));
});
