import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorTarget } from '../../../shared/anchoring/anchor-target.ts';
import { describeTarget } from '../../../shared/anchoring/describe-target.ts';

const print = (text: string): string => text.replace(/\s+/g, '');
const letters = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', 'c', '\u00E9', '\uD83D\uDE00'),
  maxLength: 120,
});
const spanned = fc
  .tuple(letters, fc.nat(), fc.nat())
  .map(([text, a, b]) => {
    const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
    return { text, start: start ?? 0, end: end ?? 0 };
  })
  .filter(({ start, end }) => start < end);

describe('describing a target', () => {
  test('keeps 32 characters on either side', () => {
    const text = `${'x'.repeat(40)}quote${'y'.repeat(40)}`;
    expect(describeTarget(text, { start: 40, end: 45 })).toEqual({
      start: 40,
      end: 45,
      quote: { exact: 'quote', prefix: 'x'.repeat(32), suffix: 'y'.repeat(32) },
    });
  });

  test('never splits a surrogate pair in the context', () => {
    const face = '\uD83D\uDE00';
    const { quote } = describeTarget(`${face}${'x'.repeat(31)}Q${'y'.repeat(31)}${face}`, { start: 33, end: 34 });
    expect(quote).toEqual({ exact: 'Q', prefix: 'x'.repeat(31), suffix: 'y'.repeat(31) });
  });

  test('draws in offsets beyond the text', () => {
    expect(describeTarget('abc', { start: 2, end: 9 })).toMatchObject({ start: 2, end: 3 });
  });
});

describe('anchoring a target', () => {
  test('in the same text it stays', () => {
    fc.assert(
      fc.property(spanned, ({ text, start, end }) => {
        expect(anchorTarget(text, describeTarget(text, { start, end }))).toEqual({
          kind: 'anchored',
          start,
          end,
          moved: false,
        });
      }),
    );
  });

  test('never at a place with other words', () => {
    fc.assert(
      fc.property(spanned, letters, ({ text, start, end }, other) => {
        const anchor = anchorTarget(other, describeTarget(text, { start, end }));
        if (anchor.kind === 'orphan') return;
        expect(print(other.slice(anchor.start, anchor.end))).toBe(print(text.slice(start, end)));
        expect(anchor.moved).toBe(anchor.start !== start || anchor.end !== end);
      }),
      { numRuns: 1000 },
    );
  });

  test('a quote that stands once is found, whatever was put before and after', () => {
    fc.assert(
      fc.property(letters, letters, letters, letters, (before, after, newBefore, newAfter) => {
        const quote = 'Q uote';
        const target = describeTarget(before + quote + after, {
          start: before.length,
          end: before.length + quote.length,
        });
        expect(anchorTarget(newBefore + quote + newAfter, target)).toEqual({
          kind: 'anchored',
          start: newBefore.length,
          end: newBefore.length + quote.length,
          moved: newBefore.length !== before.length,
        });
      }),
    );
  });

  const text = 'The request for the brace is denied.\n\nOn appeal the request for the MRI is granted.';
  const second = text.lastIndexOf('request');

  test('tells repeated words apart by what stands around them', () => {
    const target = describeTarget(text, { start: second, end: second + 7 });
    expect(anchorTarget(`Added. ${text}`, target)).toEqual({
      kind: 'anchored',
      start: second + 7,
      end: second + 14,
      moved: true,
    });
  });

  test('prefers the old context to the old position', () => {
    const target = describeTarget('xx request yy', { start: 3, end: 10 });
    expect(anchorTarget('aa request bb, xx request yy', target)).toEqual({
      kind: 'anchored',
      start: 18,
      end: 25,
      moved: true,
    });
  });

  test('is an orphan where the context does not decide', () => {
    const target = describeTarget(text, { start: second, end: second + 7 });
    expect(anchorTarget('A request and a request.', target)).toEqual({ kind: 'orphan' });
    expect(anchorTarget('Nothing of the kind.', target)).toEqual({ kind: 'orphan' });
    expect(anchorTarget('', target)).toEqual({ kind: 'orphan' });
  });

  test('finds a quote that was reflowed', () => {
    const target = describeTarget('low back\n\npain of the left', { start: 4, end: 14 });
    expect(anchorTarget('The low back pain of the left', target)).toEqual({
      kind: 'anchored',
      start: 8,
      end: 17,
      moved: true,
    });
  });

  test('gives up on endless repetition without a guess', () => {
    const target = describeTarget('a'.repeat(200_000), { start: 50_000, end: 150_000 });
    expect(anchorTarget(`b${'a'.repeat(300_000)}b`, target)).toMatchObject({
      kind: 'anchored',
      start: 50_000,
      moved: false,
    });
    expect(anchorTarget(`${'b'.repeat(60_000)}${'a'.repeat(300_000)}b`, target)).toEqual({ kind: 'orphan' });
  });
});
