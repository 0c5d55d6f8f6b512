import { expect, test } from 'vitest';
import { packContent, unpackContent } from '../../../electron/library/packed-content.ts';
import { generateLetter } from '../../corpus/generate-letter.ts';
import { contentOf, realLetter } from './real-letter.ts';
import { testLibrary } from './test-library.ts';

const sources = Array.from({ length: 4 }, (_, index) => generateLetter(7, index, { noise: 0 }).written.text);

test('what is packed is unpacked, to the character and in the same order', () => {
  for (const source of [...sources, 'half a pair \ud800, a zero \0, 漢字']) {
    const content = contentOf(source);
    const unpacked = unpackContent(packContent(content));
    expect(unpacked).toEqual(content);
    expect(Object.keys(unpacked.parse).filter((key) => key !== 'readingText')).toEqual(
      Object.keys(content.parse).filter((key) => key !== 'readingText'),
    );
  }
});

test('a batch is entered as its letters are one by one, one that comes twice in it once', () => {
  const [together, apart] = [testLibrary(), testLibrary()];
  const letters = [...sources, sources[0] ?? ''].map((source) => realLetter(source));
  expect(together.addLetters(letters).map(({ letterId, already }) => [letterId, already])).toEqual([
    ...sources.map((_, index) => [index + 1, false]),
    [1, true],
  ]);
  for (const letter of letters) apart.addLetters([letter]);
  const rows = ({ db }: typeof together) =>
    ['letter', 'letter_content', 'item', 'letter_facet'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  expect(rows(together)).toEqual(rows(apart));
  together.db.prepare("INSERT INTO letter_fts (letter_fts, rank) VALUES ('integrity-check', 1)").run();
});
