import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentOfLetter } from '../../../../renderer/components/percent-of-letter.ts';

it('names a share with one decimal, rounded down', () => {
  expect([0, 0.5, 0.8859, 0.97, 1].map(percentOfLetter)).toEqual(['0 %', '50 %', '88.5 %', '97 %', '100 %']);
});

it('says 100 % of a whole letter only', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (share) => {
      expect(Number.parseFloat(percentOfLetter(share))).toBeLessThan(100);
    }),
  );
});
