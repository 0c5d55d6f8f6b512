import { describe, expect, test } from 'vitest';
import {
  assertContentSize,
  assertSize,
  assertTextSize,
  largestLetter,
  ordinaryLetter,
} from '../../../electron/import/reading-limits.ts';
import { codeOf } from '../library/test-library.ts';

describe.each([
  ['the largest letter', largestLetter],
  ['an ordinary letter', ordinaryLetter],
])('%s', (_, limits) => {
  test('has so many characters', () => {
    expect(() => assertTextSize('x'.repeat(limits.characters), limits)).not.toThrow();
    expect(codeOf(() => assertTextSize('x'.repeat(limits.characters + 1), limits))).toBe('too-large');
  });

  test.each(['\n', '\r\n', '\n \n\n', '\f', '\u2028'])('has so many printed lines, ended by %j', (lineEnd) => {
    const lines = (count: number) => Array<string>(count).fill('x').join(lineEnd);
    expect(() => assertTextSize(`${lines(limits.lines)}${lineEnd}`, limits)).not.toThrow();
    expect(codeOf(() => assertTextSize(`${lines(limits.lines + 1)}${lineEnd}`, limits))).toBe('too-large');
  });

  test('may have any number of empty lines that its characters allow', () => {
    expect(() => assertTextSize(' \n'.repeat(limits.characters / 2), limits)).not.toThrow();
  });

  test('has so many bytes, as a file and read', () => {
    expect(() => assertSize(limits.bytes, limits)).not.toThrow();
    expect(codeOf(() => assertSize(limits.bytes + 1, limits))).toBe('too-large');
    expect(() => assertContentSize(limits.content, limits)).not.toThrow();
    expect(codeOf(() => assertContentSize(limits.content + 1, limits))).toBe('too-large');
  });
});
