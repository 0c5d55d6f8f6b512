import { expect, test } from 'vitest';
import { type SourceMap, toReading, toSource } from '../../../shared/letter/source-map.ts';

// reading "ab\n\ncd", source "  ab  --cd "
const map: SourceMap = [
  { reading: 0, source: 2, length: 2 },
  { reading: 4, source: 8, length: 2 },
];

test('characters lead to themselves', () => {
  expect([0, 1, 4, 5].map((offset) => toSource(map, offset))).toEqual([2, 3, 8, 9]);
  expect([2, 3, 8, 9].map((offset) => toReading(map, offset))).toEqual([0, 1, 4, 5]);
});

test('what was inserted or left out leads to the next character', () => {
  expect([2, 3].map((offset) => toSource(map, offset))).toEqual([8, 8]);
  expect([0, 5, 7].map((offset) => toReading(map, offset))).toEqual([0, 4, 4]);
});

test('past the end is the end of the last character', () => {
  expect(toSource(map, 6)).toBe(10);
  expect(toReading(map, 99)).toBe(6);
  expect(toSource([], 3)).toBe(0);
});

test('is plain data', () => {
  expect(JSON.parse(JSON.stringify(map))).toEqual(map);
});
