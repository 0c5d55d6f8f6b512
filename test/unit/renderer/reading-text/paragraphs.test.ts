import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../../../renderer/components/reading-text/paragraphs.ts';

describe('paragraphsOf', () => {
  it('leaves out nothing but white space, and every paragraph is where it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', '\n', '\n\n', 'word', '\t')),
        fc.nat(20),
        fc.nat(20),
        (parts, a, b) => {
          const text = parts.join('');
          const span = { start: Math.min(a, text.length), end: Math.min(a + b, text.length) };
          const paragraphs = paragraphsOf(text, span);
          for (const { start, end, text: paragraph } of paragraphs) expect(text.slice(start, end)).toBe(paragraph);
          const shown = paragraphs.map(({ text: paragraph }) => paragraph).join('');
          expect(shown.replace(/\s/g, '')).toBe(text.slice(span.start, span.end).replace(/\s/g, ''));
        },
      ),
    );
  });
});
