import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edit, fact, flatten, mark, rewrite, rewriteMarks } from '../../corpus/marked-text.ts';

const letter = flatten([
  '1 ',
  mark('title', 'Left ', mark('joint', 'knee'), ' MRI'),
  ': ',
  fact('decision', 'upheld', 'Upheld'),
]);
const textOf = ({ text, marks }: typeof letter, path: string) => {
  const at = marks.find((found) => found.path === path);
  return at && text.slice(at.start, at.end);
};

test('marks are offsets of the text, the outer before the inner', () => {
  expect(letter.text).toBe('1 Left knee MRI: Upheld');
  expect(letter.marks.map(({ path }) => path)).toEqual(['title', 'joint', 'decision']);
  expect(textOf(letter, 'title')).toBe('Left knee MRI');
  expect(letter.marks.at(-1)).toMatchObject({ value: 'upheld' });
});

describe('an edit', () => {
  test('within a mark changes its text', () => {
    const longer = rewrite(letter, /knee/g, () => 'shoulder');
    expect(textOf(longer, 'title')).toBe('Left shoulder MRI');
    expect(textOf(longer, 'joint')).toBe('shoulder');
    expect(textOf(longer, 'decision')).toBe('Upheld');
  });

  test('that inserts at the edge of a mark stays outside it', () => {
    const { start, end } = letter.marks[0] ?? { start: 0, end: 0 };
    const numbered = edit(letter, [
      { start, end: start, text: '(1) ' },
      { start: end, end, text: ' -' },
    ]);
    expect(numbered.text).toBe('1 (1) Left knee MRI -: Upheld');
    expect(textOf(numbered, 'title')).toBe('Left knee MRI');
  });

  test('of a whole mark replaces its text', () => {
    const changed = rewriteMarks(letter, /^decision$/, (text) => `${text.toUpperCase()}!`);
    expect(textOf(changed, 'decision')).toBe('UPHELD!');
    expect(textOf(changed, 'title')).toBe('Left knee MRI');
  });

  test('keeps every mark on its own characters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[ab]{0,4}$/), fc.boolean()), { maxLength: 12 }),
        fc.constantFrom('', 'X', 'XYZ'),
        (parts, replacement) => {
          const marked = flatten(parts.map(([text, isMarked], n) => (isMarked ? mark(String(n), text) : text)));
          const changed = rewrite(marked, /b/g, () => replacement);
          for (const { path } of marked.marks) {
            expect(textOf(changed, path)).toBe(textOf(marked, path)?.replaceAll('b', replacement));
          }
        },
      ),
    );
  });
});
