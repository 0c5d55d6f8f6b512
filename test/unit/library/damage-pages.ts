import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

const pageSize = 4096;

/** Fills pages of a database file, counted from 1, with what no page holds. */
export function damagePages(path: string, { first, count }: { first: number; count: number }): void {
  const file = openSync(path, 'r+');
  try {
    const pages = Math.floor(fstatSync(file).size / pageSize);
    for (let page = first; page < first + count && page <= pages; page++) {
      writeSync(file, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (page - 1) * pageSize);
    }
  } finally {
    closeSync(file);
  }
}

/** The pages of a database file that hold the rows of a table, in file order. */
export function pagesOf(path: string, table: string): number[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(table);
  } finally {
    db.close();
  }
}
