import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legendPlaces } from '../../../../renderer/statistics/legend-places.ts';

test('entries follow each other, and go on in the next line where there is no room', () => {
  expect(legendPlaces([80, 130, 60], 400)).toEqual([
    { x: 0, y: 0 },
    { x: 98, y: 0 },
    { x: 246, y: 0 },
  ]);
  expect(legendPlaces([80, 130, 60], 300)).toEqual([
    { x: 0, y: 0 },
    { x: 98, y: 0 },
    { x: 0, y: 18 },
  ]);
});

test('no entry leaves the room that is wide enough for it, and none covers another', () => {
  const width = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(fc.array(width, { maxLength: 8 }), fc.integer({ min: 200, max: 900 }), (widths, room) => {
      const places = legendPlaces(widths, room);
      for (const [at, { x, y }] of places.entries()) {
        expect(x + (widths[at] ?? 0)).toBeLessThanOrEqual(room);
        const next = places[at + 1];
        if (next?.y === y) expect(next.x).toBeGreaterThan(x + (widths[at] ?? 0));
      }
    }),
  );
});
