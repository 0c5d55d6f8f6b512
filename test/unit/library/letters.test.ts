import { describe, expect, test } from 'vitest';
import { sampleLetter } from './sample-letter.ts';
import { codeOf, testLibrary } from './test-library.ts';

describe('addLetters', () => {
  test('keeps the letter, its items and its original', () => {
    const library = testLibrary();
    const letter = sampleLetter('Lumbar spine', { fileName: 'Ärztin № 1.txt', titles: ['MRI', 'Brace'] });
    const original = Buffer.from(letter.bytes);
    const [added] = library.addLetters([letter]);
    const view = library.openCase(added?.letterId ?? 0);
    expect(added?.already).toBe(false);
    expect(view.letter).toEqual({
      id: added?.letterId,
      fileName: 'Ärztin № 1.txt',
      sha256: letter.sha256,
      importedAt: letter.importedAt,
      layout: 'issues',
      status: 'new',
      age: 53,
      sex: 'female',
      items: [
        { title: 'MRI', decision: 'upheld' },
        { title: 'Brace', decision: 'upheld' },
      ],
      noteCount: 0,
      opinionCount: 0,
      completeness: 1,
      tags: [],
    });
    expect(view.parse.readingText).toBe('Lumbar spine');
    expect(view.parse.case.items).toHaveLength(2);
    expect(Buffer.from(library.getOriginal(letter.sha256))).toEqual(original);
  });

  test('adds the same bytes once, within a batch and later', () => {
    const library = testLibrary();
    const [first, second] = library.addLetters([sampleLetter('same'), sampleLetter('same', { fileName: 'copy.txt' })]);
    const [third] = library.addLetters([sampleLetter('same')]);
    expect(second).toEqual({ letterId: first?.letterId, already: true });
    expect(third).toEqual({ letterId: first?.letterId, already: true });
    expect(library.listLetters({ query: '', limit: 10 }).rows.map(({ fileName }) => fileName)).toEqual(['letter.txt']);
    const { sha256 } = sampleLetter('same');
    expect(library.knownSha256s([sha256, 'f'.repeat(64)])).toEqual(new Map([[sha256, first?.letterId]]));
  });

  test('adds all of a batch or nothing', () => {
    const library = testLibrary();
    const broken = { ...sampleLetter('two'), content: new Uint8Array([1, 2, 3]) };
    expect(() => library.addLetters([sampleLetter('one'), broken])).toThrow();
    expect(library.listLetters({ query: '', limit: 10 }).total).toBe(0);
    expect(library.listLetters({ query: 'one', limit: 10 }).total).toBe(0);
    expect(library.addLetters([sampleLetter('one')])).toMatchObject([{ already: false }]);
  });

  test('brings a deleted letter back', () => {
    const library = testLibrary();
    const [added] = library.addLetters([sampleLetter('gone')]);
    library.db.prepare("UPDATE letter SET deleted_at = 'now'").run();
    expect(codeOf(() => library.openCase(added?.letterId ?? 0))).toBe('no-such-letter');
    expect(library.addLetters([sampleLetter('gone')])).toEqual([added]);
    expect(library.listLetters({ query: 'gone', limit: 10 }).total).toBe(1);
  });
});

describe('listLetters', () => {
  test('lists the newest import first, and one import by file name, page by page', () => {
    const library = testLibrary();
    const old = { importedAt: '2026-01-01T00:00:00.000Z' };
    const recent = { importedAt: '2026-02-01T00:00:00.000Z' };
    library.addLetters(
      ['Letter 10', 'letter 9', 'Letter 1'].map((fileName) => sampleLetter(fileName, { fileName, ...recent })),
    );
    library.addLetters(['b', 'a'].map((fileName) => sampleLetter(fileName, { fileName, ...old })));
    library.addLetters(['x', 'y'].map((text) => sampleLetter(text, { fileName: 'same name', ...old })));
    const names: string[] = [];
    for (;;) {
      const { rows, total } = library.listLetters({ query: ' ', from: names.length, limit: 2 });
      expect(total).toBe(7);
      if (rows.length === 0) break;
      names.push(...rows.map(({ fileName }) => fileName));
    }
    expect(names).toEqual(['Letter 1', 'letter 9', 'Letter 10', 'a', 'b', 'same name', 'same name']);
  });
});

describe('openCase', () => {
  test('says when there is no such letter', () => {
    expect(codeOf(() => testLibrary().openCase(7))).toBe('no-such-letter');
  });

  test.each(['reading_text', 'source_text', 'parse', 'source_map', 'extraction'])(
    'notices a change in the stored %s',
    (column) => {
      const library = testLibrary();
      const [added] = library.addLetters([sampleLetter('Lumbar spine')]);
      library.db.prepare(`UPDATE letter_content SET ${column} = replace(${column}, char(34), char(35)) || ' '`).run();
      expect(codeOf(() => library.openCase(added?.letterId ?? 0))).toBe('library-damaged');
    },
  );

  test('notices a change in a stored original', () => {
    const library = testLibrary();
    library.addLetters([sampleLetter('Lumbar spine')]);
    library.db.prepare("UPDATE originals.original SET bytes = CAST('Lumbar spinf' AS BLOB)").run();
    expect(codeOf(() => library.getOriginal(sampleLetter('Lumbar spine').sha256))).toBe('library-damaged');
    expect(codeOf(() => library.getOriginal('0'.repeat(64)))).toBe('no-such-letter');
  });
});

test('setStatus changes the status of a letter that is there', () => {
  const library = testLibrary();
  const [added] = library.addLetters([sampleLetter('text')]);
  expect(library.setStatus(added?.letterId ?? 0, 'done').status).toBe('done');
  expect(codeOf(() => library.setStatus(99, 'done'))).toBe('no-such-letter');
});
