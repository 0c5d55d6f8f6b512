import { closeSync, existsSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { configureConnection } from '../database.ts';

/**
 * Puts the pages that say where each table begins into a copy of a damaged database, from a backup of it. Tables stay
 * where they are from one update of the program to the next, so that what is left of them can then be read.
 */
export function mendSchema(copy: string, backup: string): void {
  const db = new Database(backup, { readonly: true });
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  const pages = db.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all();
  db.close();
  const from = openSync(backup, 'r');
  const into = openSync(copy, 'r+');
  try {
    for (const page of pages) {
      const bytes = Buffer.alloc(pageSize);
      readSync(from, bytes, 0, pageSize, (page - 1) * pageSize);
      // https://sqlite.org/fileformat2.html#the_database_header
      if (page === 1) {
        if (existsSync(`${copy}-wal`)) bytes.fill(2, 18, 20);
        bytes.writeUInt32BE(Math.floor(fstatSync(into).size / pageSize), 28);
        bytes.copy(bytes, 92, 24, 28);
      }
      writeSync(into, bytes, 0, pageSize, (page - 1) * pageSize);
    }
  } finally {
    closeSync(from);
    closeSync(into);
  }
}

/**
 * Puts what every library file begins with, up to its own numbers, into a copy of one whose beginning is destroyed.
 * @param blank a path for a new database that it is taken from
 */
export function mendHeader(copy: string, blank: string): void {
  const db = new Database(blank);
  configureConnection(db);
  db.exec('CREATE TABLE blank (id INTEGER PRIMARY KEY)');
  db.close();
  const start = Buffer.alloc(fixedLength);
  const from = openSync(blank, 'r');
  const into = openSync(copy, 'r+');
  try {
    readSync(from, start, 0, fixedLength, 0);
    writeSync(into, start, 0, fixedLength, 0);
  } finally {
    closeSync(from);
    closeSync(into);
  }
}

/** Name of the format, page size, journal format, and four constants; then come numbers of the file's own. */
const fixedLength = 24;
