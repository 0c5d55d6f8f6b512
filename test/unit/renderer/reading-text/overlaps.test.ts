import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../../renderer/components/reading-text/overlaps.ts';

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 8 },
);

describe('overlaps', () => {
  it('covers exactly the offsets that two or more spans cover', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const found = overlaps(all);
        for (let at = 0; at < 90; at++) {
          const depth = all.filter(({ start, end }) => start <= at && at < end).length;
          expect(found.filter(({ start, end }) => start <= at && at < end).length).toBe(depth >= 2 ? 1 : 0);
        }
      }),
    );
  });

  it('finds nothing where spans only touch', () => {
    expect(
      overlaps([
        { start: 0, end: 5 },
        { start: 5, end: 9 },
      ]),
    ).toEqual([]);
  });
});
