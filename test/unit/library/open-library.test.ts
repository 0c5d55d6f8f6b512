import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../../electron/library/migrate.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { sampleLetter } from './sample-letter.ts';
import { codeOf, temporaryFolder, testLibrary } from './test-library.ts';

describe('openLibrary', () => {
  test('opens both databases durably', () => {
    const { db } = testLibrary();
    const pragma = (name: string) => db.prepare(`PRAGMA ${name}`).pluck().get();
    for (const schema of ['main', 'originals']) {
      expect(pragma(`${schema}.journal_mode`)).toBe('wal');
      expect(pragma(`${schema}.synchronous`)).toBe(2);
    }
    expect([pragma('main.user_version'), pragma('originals.user_version')]).toEqual([4, 1]);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('main.application_id')).not.toBe(pragma('originals.application_id'));
  });

  test('has only strict tables', () => {
    const { db } = testLibrary();
    const loose = db
      .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  test('finds everything again after closing', () => {
    const library = testLibrary();
    const [added] = library.addLetters([sampleLetter('Lumbar spine')]);
    library.close();
    expect(readdirSync(library.folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
    expect(testLibrary(library.folder).openCase(added?.letterId ?? 0).parse.readingText).toBe('Lumbar spine');
  });

  test('is for one at a time', () => {
    const library = testLibrary();
    expect(codeOf(() => openLibrary(library.folder))).toBe('library-in-use');
    library.close();
    expect(codeOf(() => openLibrary(library.folder).close())).toBeUndefined();
  });

  test('makes no library when none is wanted', () => {
    const folder = join(temporaryFolder(), 'missing');
    expect(codeOf(() => openLibrary(folder, { create: false }))).toBe('not-found');
    expect(codeOf(() => readdirSync(folder))).toBe('ENOENT');
  });

  test('says when the folder cannot be made', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(codeOf(() => openLibrary(join(file, 'library')))).toBe('cannot-write');
  });

  test('leaves a file alone that is no database', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.db');
    writeFileSync(path, 'Dear colleague, '.repeat(1000));
    expect(codeOf(() => openLibrary(folder))).toBe('library-damaged');
    expect(readFileSync(path, 'utf8')).toBe('Dear colleague, '.repeat(1000));
  });

  test('leaves the database of another program alone', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.db');
    const other = new Database(path);
    other.exec('CREATE TABLE diary (entry TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(codeOf(() => openLibrary(folder))).toBe('library-damaged');
    expect(readFileSync(path)).toEqual(before);
  });
});

describe('migrate', () => {
  const steps = [
    { version: 1, sql: 'CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES (1)' },
    { version: 2, sql: 'CREATE TABLE b (x TEXT) STRICT' },
  ];

  test('backs up what was in use before the first new step', () => {
    const folder = temporaryFolder();
    const db = new Database(join(folder, 'library.db'));
    expect(migrate(db, steps.slice(0, 1))).toBeUndefined();
    const backup = migrate(db, steps) ?? '';
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(migrate(db, steps)).toBeUndefined();
    db.close();
    const old = new Database(backup, { readonly: true });
    expect(old.pragma('user_version', { simple: true })).toBe(1);
    expect(old.prepare('SELECT x FROM a').pluck().all()).toEqual(['1']);
    old.close();
  });

  test('keeps nothing of a step that fails', () => {
    const db = new Database(':memory:');
    const broken = [
      ...steps.slice(0, 1),
      { version: 2, sql: 'CREATE TABLE b (x TEXT) STRICT; INSERT INTO nowhere VALUES (1)' },
    ];
    expect(codeOf(() => migrate(db, broken))).toBe('SQLITE_ERROR');
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()).toEqual(['a']);
    db.close();
  });
});
