/**
 * Adding parsed letters to a library, beside a bare loop of better-sqlite3 that puts the same rows and texts, in the
 * same batches, into plain tables and one FTS5 index: `npm run -s bench -- import [--json] [--letters N]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import type { NewLetter } from '../../../electron/library/library-api.ts';
import { createLibraryMethods } from '../../../electron/library/library-methods.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { unpackReady } from '../../../electron/library/packed-content.ts';
import { type Bench, benchLine } from '../bench-line.ts';
import { newLetters } from './bench-letters.ts';

const batch = 64;

export const importLetters: Bench = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { letters: { type: 'string' } } });
  const letters = Number(values.letters ?? 10_000);
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-import-'));
  const { db, close } = openLibrary(join(folder, 'library'));
  const library = createLibraryMethods(db);
  const bare = bareLoop(join(folder, 'bare.db'));
  let ours = 0;
  let reference = 0;
  for (let from = 0; from < letters; from += batch) {
    const count = Math.min(batch, letters - from);
    const [mine, its] = [newLetters(1, from, count), newLetters(1, from, count)];
    let start = performance.now();
    library.addLetters(mine);
    ours += performance.now() - start;
    start = performance.now();
    bare.add(its);
    reference += performance.now() - start;
  }
  close();
  bare.close();
  rmSync(folder, { recursive: true });
  const rate = (time: number) => letters / (time / 1000);
  const line = benchLine('letters added to the library', 'letters a second', rate(ours), rate(reference), {
    least: 0.8,
  });
  return {
    lines: [line],
    text: `${line.bench}: ${line.ours.toFixed(0)} a second, bare loop ${line.reference.toFixed(0)}, ratio ${line.ratio.toFixed(2)}`,
  };
};

/** The same content: original bytes, the row, texts, parse and map as JSON, items, and the index; nothing else. */
function bareLoop(path: string) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes BLOB);
    CREATE TABLE letter (id INTEGER PRIMARY KEY, sha256 TEXT, file_name TEXT, imported_at TEXT, layout TEXT);
    CREATE TABLE content (id INTEGER PRIMARY KEY, source TEXT, reading TEXT, parse TEXT, map TEXT);
    CREATE TABLE item (letter INTEGER, ordinal INTEGER, title TEXT, decision TEXT);
    CREATE VIRTUAL TABLE fts USING fts5 (file_name, titles, reading, content = '', tokenize = 'unicode61 remove_diacritics 2');
  `);
  const original = db.prepare('INSERT INTO original VALUES (?, ?)');
  const letter = db.prepare('INSERT INTO letter VALUES (NULL, ?, ?, ?, ?)');
  const content = db.prepare('INSERT INTO content VALUES (?, ?, ?, ?, ?)');
  const item = db.prepare('INSERT INTO item VALUES (?, ?, ?, ?)');
  const fts = db.prepare('INSERT INTO fts (rowid, file_name, titles, reading) VALUES (?, ?, ?, ?)');
  const insert = (one: NewLetter) => {
    const { stored, entry } = unpackReady(one.content);
    original.run(one.sha256, one.bytes);
    const id = letter.run(one.sha256, one.fileName, one.importedAt, one.layout).lastInsertRowid;
    content.run(id, stored.source_text, stored.reading_text, stored.parse, stored.source_map);
    for (const { ordinal, title, decision } of entry.items) item.run(id, ordinal, title, decision);
    fts.run(id, one.fileName, entry.items.map(({ title }) => title).join('\n'), stored.reading_text);
  };
  return {
    add: db.transaction((letters: readonly NewLetter[]) => {
      for (const one of letters) insert(one);
    }),
    close: () => db.close(),
  };
}
