import Database from 'better-sqlite3';
import { type ErrorCode, FailureError } from '../../shared/result.ts';

/** The first matching prefix of SQLite's extended result code decides (https://sqlite.org/rescode.html). */
const failures: readonly (readonly [prefix: string, code: ErrorCode, message: string])[] = [
  ['SQLITE_FULL', 'disk-full', 'The disk is full, so nothing was saved. Make room and try again.'],
  ['SQLITE_NOTADB', 'library-damaged', 'The library file is not a database. It was left as it is.'],
  ['SQLITE_CORRUPT', 'library-damaged', 'The library file is damaged. It was left as it is.'],
  ['SQLITE_BUSY', 'library-in-use', 'Another program is using the library.'],
  ['SQLITE_LOCKED', 'library-in-use', 'Another program is using the library.'],
  ['SQLITE_READONLY', 'cannot-write', 'The library folder cannot be written to.'],
  ['SQLITE_CANTOPEN', 'cannot-write', 'The library folder cannot be opened for writing.'],
  ['SQLITE_IOERR', 'cannot-write', 'The disk reported an error while the library was being read or written.'],
];

/** Turns an error of SQLite into a failure a person understands; anything else comes back as it is. */
export function sqliteFailure(thrown: unknown): unknown {
  if (!(thrown instanceof Database.SqliteError)) return thrown;
  const known = failures.find(([prefix]) => thrown.code.startsWith(prefix));
  return known ? new FailureError(known[1], known[2], { cause: thrown }) : thrown;
}
