import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FailureError } from '../../shared/result.ts';

/** How long to wait for a process that is just closing the library, in ms. */
const patience = 500;

/**
 * Takes the library folder for this process. The lock is an open exclusive transaction on the otherwise empty
 * database `lock.db`: the operating system drops it with the process, so that a killed one leaves nothing locked.
 * @returns a function that gives the folder free again
 * @throws FailureError `library-in-use` when another process, or another part of this one, has it
 */
export function lockLibrary(folder: string): () => void {
  const db = new Database(join(folder, 'lock.db'), { timeout: patience });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (thrown) {
    db.close();
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY')) {
      throw new FailureError(
        'library-in-use',
        'This library is open in another window or program. Close it there first.',
      );
    }
    throw thrown;
  }
  return () => db.close();
}
