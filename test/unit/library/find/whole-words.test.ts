import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withWholeWords } from '../../../../electron/library/find/whole-words.ts';
import { sampleLetter } from '../sample-letter.ts';
import { testLibrary } from '../test-library.ts';

function libraryOf(texts: readonly string[]) {
  const library = testLibrary();
  library.addLetters(texts.map((text) => sampleLetter(text, { fileName: '-', titles: [] })));
  const found = (match: string) =>
    library.db.prepare<[string], number>('SELECT rowid FROM letter_fts WHERE letter_fts MATCH ?').pluck().all(match);
  return { ...library, found };
}

test('names the words that begin so', () => {
  const { db } = libraryOf(['fusion Fused', 'refuse fusion', 'FUSING']);
  expect(withWholeWords(db, '"fus" *')).toBe('("fused" OR "fusing" OR "fusion")');
  expect(withWholeWords(db, '"Fusi*" *')).toBe('("fusing" OR "fusion")');
});

test.each(['"fus"', '"lumbar fus" *', '"épi" *', '"none" *'])('leaves %s as it is', (expression) => {
  const { db } = libraryOf(['lumbar fusion épidural']);
  expect(withWholeWords(db, expression)).toBe(expression);
});

test('leaves what too many words begin with as it is', () => {
  const { db } = libraryOf([Array.from({ length: 200 }, (_, index) => `x${index}`).join(' ')]);
  expect(withWholeWords(db, '"x" *')).toBe('"x" *');
  expect(withWholeWords(db, '"x1" *')).toMatch(/^\("x1" OR "x10" OR "x100" OR .+\)$/);
});

test('finds the same letters as the beginning itself', () => {
  const word = fc.stringMatching(/^[a-cA-Cé0\u0131ß]{1,5}$/);
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 8 }), { minLength: 1, maxLength: 8 }), (letters) => {
      const { db, found, close } = libraryOf([...new Set(letters.map((words) => words.join(' ')))]);
      for (const begun of ['a', 'ab', 'b', 'abc', '0', 'ca']) {
        const expression = `"${begun}" *`;
        expect(found(withWholeWords(db, expression))).toEqual(found(expression));
      }
      close();
    }),
    { numRuns: 15 },
  );
});
