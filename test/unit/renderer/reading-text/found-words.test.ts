import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundWords, wantedWords } from '../../../../renderer/components/reading-text/found-words.ts';

const found = (query: string, text: string): string[] =>
  foundWords(text, wantedWords(query)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['steroid facet', 'Steroid injections, non-steroidal, facets', ['Steroid', 'facets']],
  ['ster', 'Steroid injections, non-steroidal', ['Steroid', 'steroidal']],
  ['"medial branch"', 'a Medial  branch block; medial and branch', ['Medial  branch']],
  ['"medial branch" medial ', 'a medial branch; the medial side', ['medial branch', 'medial']],
  ['"L4-5"', 'at L4-5 and L4 - 5, not at L4 or 5', ['L4-5', 'L4 - 5']],
  ['resume "naive"', 'Résumé of a naïve man', ['Résumé', 'naïve']],
  ['decision:upheld -block age:40..60', 'The block was upheld at 40', []],
  ['', 'The block was upheld', []],
] as const)('what the query %j finds in a text', (query, text, words) => expect(found(query, text)).toEqual(words));

test('spans are in order, do not overlap and hold whole words, whatever is asked for', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 200 }), (query, text) => {
      let last = 0;
      for (const { start, end } of foundWords(text, wantedWords(query))) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(0, start)).not.toMatch(/[\p{L}\p{N}]$/u);
        expect(text.slice(end)).not.toMatch(/^[\p{L}\p{N}]/u);
        last = end;
      }
    }),
  );
});
