import Database from 'better-sqlite3';
import { type ErrorCode, FailureError } from '../../shared/result.ts';

const diskFull = 'The disk is full, so nothing was saved. Make room and try again.';
const noPermission = 'The library folder cannot be written to.';
const somethingElse = 'Something else in the library folder has a name that the library needs.';

/** The first matching prefix of SQLite's extended result code decides (https://sqlite.org/rescode.html). */
const failures: readonly (readonly [prefix: string, code: ErrorCode, message: string])[] = [
  ['SQLITE_FULL', 'disk-full', diskFull],
  // Growing the index of the write-ahead log is the one write whose lack of room SQLite does not tell from an error.
  ['SQLITE_IOERR_SHMSIZE', 'disk-full', diskFull],
  ['SQLITE_NOTADB', 'library-damaged', 'The library file is not a database. It was left as it is.'],
  ['SQLITE_CORRUPT', 'library-damaged', 'The library file is damaged. It was left as it is.'],
  // A file that was cut off, where SQLite reads a long text or an original past its end.
  ['SQLITE_IOERR_SHORT_READ', 'library-damaged', 'The library file is damaged. It was left as it is.'],
  ['SQLITE_BUSY', 'library-in-use', 'Another program is using the library.'],
  ['SQLITE_LOCKED', 'library-in-use', 'Another program is using the library.'],
  ['SQLITE_READONLY', 'cannot-write', noPermission],
  ['SQLITE_CANTOPEN', 'cannot-write', 'The library folder cannot be opened for writing.'],
  ['SQLITE_IOERR', 'cannot-write', 'The disk reported an error while the library was being read or written.'],
  ['ENOSPC', 'disk-full', diskFull],
  ['EDQUOT', 'disk-full', diskFull],
  ['EACCES', 'cannot-write', noPermission],
  ['EPERM', 'cannot-write', noPermission],
  ['EROFS', 'cannot-write', noPermission],
  ['EEXIST', 'cannot-write', somethingElse],
  ['ENOTDIR', 'cannot-write', somethingElse],
  ['EISDIR', 'cannot-write', somethingElse],
  ['EIO', 'cannot-write', 'The disk reported an error while the library was being read or written.'],
];

/**
 * Turns an error of SQLite or of the file system into a failure a person understands; others come back as they are.
 * @param folder the library folder, by which a full disk is named
 */
export function storageFailure(thrown: unknown, folder?: string): unknown {
  if (thrown instanceof FailureError) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const known = failures.find(([prefix]) => code.startsWith(prefix));
  if (!known) return thrown;
  const [, failureCode, message] = known;
  const named =
    folder === undefined ? message : message.replace(/^The disk is full/, () => `${diskOf(folder)} is full`);
  return new FailureError(failureCode, named, { cause: thrown });
}

/** How a person is told which disk is meant. */
export const diskOf = (folder: string): string => `The disk that holds ${folder}`;

/** True for SQLite's word that the structure of a database is damaged. */
export function isCorruption(thrown: unknown): boolean {
  if (!(thrown instanceof Database.SqliteError)) return false;
  // What the header says of the schema's format; the code is that of a mistake in a statement.
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(thrown.code) || thrown.message === 'unsupported file format';
}
