import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { storageFailure } from '../../../electron/library/storage-failure.ts';
import { sampleAnnotation, sampleLetter } from './sample-letter.ts';
import { codeOf, testLibrary } from './test-library.ts';

describe('storageFailure', () => {
  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_CORRUPT_VTAB', 'library-damaged'],
    ['SQLITE_NOTADB', 'library-damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'library-in-use'],
    ['SQLITE_IOERR_FSYNC', 'cannot-write'],
    ['SQLITE_READONLY_DIRECTORY', 'cannot-write'],
  ])('%s is %s', (sqlite, code) => {
    expect(storageFailure(new Database.SqliteError('message', sqlite))).toMatchObject({ name: 'FailureError', code });
  });

  test('leaves other errors as they are', () => {
    const constraint = new Database.SqliteError('message', 'SQLITE_CONSTRAINT_UNIQUE');
    const bug = new TypeError('x is not a function');
    expect(storageFailure(constraint)).toBe(constraint);
    expect(storageFailure(bug)).toBe(bug);
  });
});

test('on a full disk nothing is half-saved, and reading goes on', () => {
  const library = testLibrary();
  const text = 'Lumbar spine';
  const letterId = library.addLetters([sampleLetter(text)])[0]?.letterId ?? 0;
  const pages = library.db.prepare('PRAGMA main.page_count').pluck().get();
  library.db.prepare(`PRAGMA main.max_page_count = ${pages}`).get();
  const failureOf = (work: () => unknown) =>
    codeOf(() => {
      try {
        work();
      } catch (thrown) {
        throw storageFailure(thrown);
      }
    });
  const long = 'word '.repeat(20_000);
  expect(failureOf(() => library.addLetters([sampleLetter('small'), sampleLetter(long)]))).toBe('disk-full');
  const note = sampleAnnotation(letterId, text, 'spine', { note: long });
  expect(failureOf(() => library.createAnnotation(note))).toBe('disk-full');
  expect(library.listLetters({ query: '', limit: 5 }).total).toBe(1);
  expect(library.openCase(letterId)).toMatchObject({ annotations: [], letter: { status: 'new' } });
});
