import { expect, test } from 'vitest';
import { paceOf } from '../../../../renderer/app/import-pace.ts';

const progress = (done: number, perSecond?: number) => ({
  importId: '1',
  state: 'running' as const,
  total: 10_000,
  done,
  imported: done,
  already: 0,
  failed: 0,
  rows: [],
  ...(perSecond !== undefined && { perSecond }),
});

test.each([
  [4000, 100, '100 letters a second, less than a minute left'],
  [3999, 100, '100 letters a second, about 2 minutes left'],
  [0, 1234.5, '1,235 letters a second, less than a minute left'],
  [1000, 2.04, '2.0 letters a second, about 74 minutes left'],
  [1000, 1.5, '1.5 letters a second, about 2 hours left'],
])('after %i at %f: %s', (done, perSecond, words) => {
  expect(paceOf(progress(done, perSecond))).toBe(words);
});

test('nothing is said while the rate is not known or nothing goes on', () => {
  expect(paceOf(progress(10))).toBeUndefined();
  expect(paceOf(progress(10, 0))).toBeUndefined();
});
