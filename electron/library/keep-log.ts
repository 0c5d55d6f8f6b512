import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Keeps SQLite from playing a log into its file when the last connection that may write is closed: until the answer is
 * disposed of, there is one more, which only reads.
 * @param path of a database whose header can be read; nothing is done where there is no file
 */
export function keepLog(path: string): Disposable {
  using kept = new DisposableStack();
  if (existsSync(path)) {
    const reader = kept.adopt(new Database(path, { readonly: true }), (db) => db.close());
    // Only with its first reading does it take part in the log.
    reader.pragma('schema_version');
  }
  return kept.move();
}
