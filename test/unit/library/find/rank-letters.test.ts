import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankLetters } from '../../../../electron/library/find/rank-letters.ts';
import { sampleLetter } from '../sample-letter.ts';
import { testLibrary } from '../test-library.ts';

const words = ['spine', 'lumbar', 'knee', 'injection', 'therapy', 'fusion', 'brace'];

/** Letter `index` says `spine` always, and of the other words those whose bits it has, some of them twice. */
const textOf = (index: number): string =>
  words
    .flatMap((word, bit) => (bit === 0 || (index >> bit) & 1 ? [word, ...((index + bit) % 5 === 0 ? [word] : [])] : []))
    .join(' ')
    .concat(` ${index}`);

function libraryWithTrash() {
  const library = testLibrary();
  const added = library.addLetters(Array.from({ length: 300 }, (_, index) => sampleLetter(textOf(index))));
  library.trashLetters({ letterIds: added.map(({ letterId }) => letterId).filter((id) => id % 7 === 0) });
  return library;
}

test('finds, in the library as in the trash, what asking every hit for its letter finds, in the same order', () => {
  const { db } = libraryWithTrash();
  const ranked = (match: string, trash: boolean) =>
    db
      .prepare<[string], number>(
        `SELECT f.rowid FROM letter_fts f JOIN letter l ON l.id = f.rowid
         WHERE letter_fts MATCH ? AND l.deleted_at IS ${trash ? 'NOT NULL' : 'NULL'} ORDER BY f.rank, f.rowid`,
      )
      .pluck()
      .all(match);
  expect(ranked('spine', true)).toHaveLength(42);
  const term = fc.constantFrom(...words.map((word) => `"${word}"`), '"in" *');
  const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(terms, fc.uniqueArray(term, { maxLength: 2 }), fc.boolean(), (wanted, unwanted, trash) => {
      const all = `(${wanted.join(' AND ')})${unwanted.length > 0 ? ` NOT (${unwanted.join(' OR ')})` : ''}`;
      expect(rankLetters(db, { wanted, unwanted }, trash)).toEqual(ranked(all, trash));
    }),
  );
});

test('a beginning that most letters have narrows what is found, but does not rank it', () => {
  const { db } = libraryWithTrash();
  const ranked = (match: string) =>
    db
      .prepare<[string], number>(
        `SELECT f.rowid FROM letter_fts f JOIN letter l ON l.id = f.rowid
         WHERE letter_fts MATCH ? AND l.deleted_at IS NULL ORDER BY f.rank, f.rowid`,
      )
      .pluck()
      .all(match);
  const wanted = ['"knee"', '"sp" *'];
  const byBoth = ranked(wanted.join(' AND '));
  const byKnee = ranked('"knee"');
  expect(byBoth).not.toEqual(byKnee);
  expect(rankLetters(db, { wanted, unwanted: [] }, false, 300)).toEqual(byBoth);
  expect(rankLetters(db, { wanted, unwanted: [] }, false, 200)).toEqual(byKnee);
  expect(rankLetters(db, { wanted, unwanted: [] }, false, 100)).toEqual(byKnee.toSorted((a, b) => b - a));
});

test('finds what lacks a word, in the library as in the trash', () => {
  const { db, listLetters } = libraryWithTrash();
  for (const trash of [false, true]) {
    const all = listLetters({ query: '', trash, limit: 300 }).rows.map(({ id }) => id);
    const without = rankLetters(db, { wanted: [], unwanted: ['"knee"'] }, trash);
    const having = new Set(rankLetters(db, { wanted: ['"knee"'], unwanted: [] }, trash));
    expect(having.size).toBeGreaterThan(0);
    expect(without).toEqual(all.filter((id) => !having.has(id)));
  }
});
