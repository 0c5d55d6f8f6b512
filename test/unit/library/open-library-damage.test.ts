import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { writeBackup } from '../../../electron/library/backups/write-backup.ts';
import { DamagedLibraryError } from '../../../electron/library/damaged-library.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import type { LibraryDamage } from '../../../shared/model/library-status.ts';
import { frozenLibrary } from '../migrations/frozen-libraries.ts';
import { damagePages } from './damage-pages.ts';
import { sampleLetter } from './sample-letter.ts';
import { codeOf, temporaryFolder, testLibrary } from './test-library.ts';

const now = new Date('2026-03-01T10:00:00.000Z');

function damageOf(folder: string): LibraryDamage | undefined {
  try {
    openLibrary(folder).close();
  } catch (thrown) {
    if (thrown instanceof DamagedLibraryError && thrown.code === 'library-damaged') return thrown.damage;
    throw thrown;
  }
  return undefined;
}

/** A closed library with a letter and a backup. */
async function closedLibrary(): Promise<string> {
  const library = testLibrary();
  library.addLetters([sampleLetter('Lumbar spine')]);
  await writeBackup(library.folder, now);
  library.close();
  return library.folder;
}

function databasesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder).filter((name) => /\.db$/.test(name) && name !== 'lock.db');
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

describe('a damaged library is told apart, left as it is, and the newest backup is named', () => {
  test.each<[string, Partial<LibraryDamage>, (path: string) => void]>([
    ['gone', { kind: 'missing' }, (path) => rmSync(path)],
    ['empty', { kind: 'missing' }, (path) => truncateSync(path)],
    ['no database', { kind: 'not-a-database' }, (path) => writeFileSync(path, 'Dear colleague, '.repeat(1000))],
    ['a damaged schema', { kind: 'malformed' }, (path) => damagePages(path, { first: 2, count: 20 })],
    [
      'of an unknown format',
      { kind: 'malformed' },
      (path) => {
        const bytes = readFileSync(path);
        bytes.writeUInt32BE(77, 44);
        writeFileSync(path, bytes);
      },
    ],
    [
      'of another program',
      { kind: 'other-program' },
      (path) => {
        rmSync(path);
        const db = new Database(path);
        db.exec('CREATE TABLE diary (entry TEXT)');
        db.close();
      },
    ],
  ])('%s', async (_, damage, spoil) => {
    const folder = await closedLibrary();
    spoil(join(folder, 'library.db'));
    const before = databasesIn(folder);
    for (let again = 0; again < 2; again++) {
      expect(damageOf(folder)).toMatchObject({
        file: 'library.db',
        ...damage,
        newestBackup: { time: now.toISOString(), holdings: { letters: 1 } },
      });
    }
    expect(databasesIn(folder)).toEqual(before);
  });

  test.each<[string, Partial<LibraryDamage>, (path: string) => void]>([
    ['gone', { kind: 'missing' }, (path) => rmSync(path)],
    ['no database', { kind: 'not-a-database' }, (path) => writeFileSync(path, 'Dear colleague, '.repeat(1000))],
  ])('originals %s', async (_, damage, spoil) => {
    const folder = await closedLibrary();
    spoil(join(folder, 'originals.db'));
    const before = databasesIn(folder);
    expect(damageOf(folder)).toMatchObject({ file: 'originals.db', ...damage });
    expect(databasesIn(folder)).toEqual(before);
  });

  test('a folder of which only backups are left is no new library', async () => {
    const folder = await closedLibrary();
    for (const name of ['library.db', 'originals.db']) rmSync(join(folder, name));
    expect(damageOf(folder)).toMatchObject({ kind: 'missing', newestBackup: { holdings: { letters: 1 } } });
    expect(codeOf(() => openLibrary(folder, { create: false }))).toBe('library-damaged');
  });
});

describe('the mark of an open library', () => {
  test('tells a clean end from another', () => {
    const folder = temporaryFolder();
    const first = openLibrary(folder);
    expect([first.endedCleanly, first.checked]).toEqual([true, true]);
    expect(existsSync(join(folder, 'open.mark'))).toBe(true);
    first.close();
    expect(existsSync(join(folder, 'open.mark'))).toBe(false);
    writeFileSync(join(folder, 'open.mark'), '');
    const second = openLibrary(folder);
    expect([second.endedCleanly, second.checked]).toEqual([false, false]);
    second.close();
    const third = openLibrary(folder);
    expect(third.endedCleanly).toBe(true);
    third.suspect();
    third.close();
    const fourth = openLibrary(folder);
    expect(fourth.endedCleanly).toBe(false);
    fourth.close();
  });

  test('is not taken away by an opening that fails', async () => {
    const folder = await closedLibrary();
    writeFileSync(join(folder, 'open.mark'), '');
    writeFileSync(join(folder, 'originals.db'), 'x'.repeat(5000));
    expect(damageOf(folder)).toMatchObject({ kind: 'not-a-database' });
    expect(existsSync(join(folder, 'open.mark'))).toBe(true);
  });

  test('lets a migration find damage before it writes', () => {
    const folder = frozenLibrary('v1');
    writeFileSync(join(folder, 'open.mark'), '');
    // The last page of the file is one of a table; the schema is at its beginning.
    damagePages(join(folder, 'library.db'), { first: 26, count: 3 });
    const before = databasesIn(folder);
    expect(damageOf(folder)?.kind).toMatch(/check-failed|malformed/);
    expect(databasesIn(folder)).toEqual(before);
    expect(damageOf(folder)?.kind).toMatch(/check-failed|malformed/);
  });
});

describe('a log beside the wrong file', () => {
  test('is set aside when a backup was copied over the library by hand', async () => {
    const folder = await closedLibrary();
    const other = testLibrary();
    other.addLetters([sampleLetter('Stale')]);
    const log = readFileSync(join(other.folder, 'library.db-wal'));
    const [name = ''] = readdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'library.db'), readFileSync(join(folder, 'backups', name)));
    writeFileSync(join(folder, 'library.db-wal'), log);
    const journal = Buffer.alloc(512 + 4096, 1);
    journal.writeUInt32BE(7, 16);
    writeFileSync(join(folder, 'library.db-journal'), journal);
    const library = testLibrary(folder);
    expect(
      library.listLetters({ query: '', limit: 5 }).rows.map(({ id }) => library.openCase(id).parse.readingText),
    ).toEqual(['Lumbar spine']);
    const [aside = ''] = readdirSync(join(folder, 'set-aside'));
    const kept = join(folder, 'set-aside', aside);
    expect(readFileSync(join(kept, 'library.db-wal'))).toEqual(log);
    expect(readFileSync(join(kept, 'library.db-journal'))).toEqual(journal);
  });

  test('is played when it is the library’s own', async () => {
    const source = testLibrary();
    source.addLetters([sampleLetter('Lumbar spine')]);
    // As a kill leaves it: everything is still in the log.
    const folder = temporaryFolder();
    for (const name of ['library.db', 'library.db-wal', 'originals.db', 'originals.db-wal']) {
      writeFileSync(join(folder, name), readFileSync(join(source.folder, name)));
    }
    const opened = openLibrary(folder);
    expect(opened.endedCleanly).toBe(false);
    opened.close();
    expect(testLibrary(folder).listLetters({ query: '', limit: 5 }).total).toBe(1);
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
  });
});

describe.each(['library.db', 'originals.db'])('a newer %s', (name) => {
  test('is opened for reading, as often as wanted', () => {
    const library = testLibrary();
    library.addLetters([sampleLetter('Lumbar spine')]);
    library.close();
    const raw = new Database(join(library.folder, name));
    raw.pragma('user_version = 99');
    raw.close();
    const before = databasesIn(library.folder);
    for (let again = 0; again < 2; again++) {
      const opened = openLibrary(library.folder);
      expect(opened.access).toBe('read-only');
      expect(opened.db.prepare('SELECT count(*) FROM letter').pluck().get()).toBe(1);
      expect(opened.db.prepare('SELECT count(*) FROM originals.original').pluck().get()).toBe(1);
      for (const sql of ["UPDATE letter SET status = 'done'", 'DELETE FROM originals.original']) {
        expect(codeOf(() => opened.db.prepare(sql).run())).toBe('SQLITE_READONLY');
      }
      opened.close();
    }
    expect(databasesIn(library.folder)).toEqual(before);
  });
});
