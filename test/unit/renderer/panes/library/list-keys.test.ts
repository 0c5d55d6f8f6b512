import { expect, it } from 'vitest';
import { placeAfterKey } from '../../../../../renderer/panes/library/list-keys.ts';

const list = { total: 1000, rowsInSight: 8 };

it.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 999, 999],
  ['PageDown', 5, 12],
  ['PageDown', 995, 999],
  ['PageUp', 5, 0],
  ['Home', 500, 0],
  ['End', 5, 999],
  ['ArrowDown', undefined, 0],
  ['End', undefined, 999],
  ['Tab', 5, undefined],
])('%s leads from %s to %s', (key, place, to) => {
  expect(placeAfterKey(key, place, list)).toBe(to);
});

it('leads nowhere in an empty list, and on in a very low one', () => {
  expect(placeAfterKey('End', undefined, { total: 0, rowsInSight: 8 })).toBeUndefined();
  expect(placeAfterKey('PageDown', 0, { total: 10, rowsInSight: 0 })).toBe(1);
});
