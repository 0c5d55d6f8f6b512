import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FailureError } from '../../shared/result.ts';

/** How long to wait for a process that may be just closing the library, in ms. */
const patience = 500;

/** How long to wait for one that is known to, and makes its last backup: about that of 100,000 letters, in ms. */
const patienceWithClosing = 60_000;

/** A file that is there while whoever has the library closes it. */
const closingMark = (folder: string): string => join(folder, 'closing.mark');

/** Lets others know that the library is about to be given free. */
export function announceClosing(folder: string): void {
  writeFileSync(closingMark(folder), '');
}

/** The library has been given free; after a crash, who has it next takes the mark away. */
export function endClosing(folder: string): void {
  rmSync(closingMark(folder), { force: true });
}

/**
 * Takes the library folder for this process. The lock is an open exclusive transaction on the otherwise empty
 * database `lock.db`: the operating system drops it with the process, so that a killed one leaves nothing locked.
 * Waits for a process that is closing the library. Blocks its thread.
 * @returns a function that gives the folder free again
 * @throws FailureError `library-in-use` when another process, or another part of this one, has it
 */
export function lockLibrary(folder: string): () => void {
  const db = new Database(join(folder, 'lock.db'), { timeout: patience });
  const deadline = performance.now() + patienceWithClosing;
  try {
    while (!begin(db)) {
      if (existsSync(closingMark(folder)) && performance.now() < deadline) continue;
      throw new FailureError(
        'library-in-use',
        'This library is open in another window or program. Close it there first.',
      );
    }
    endClosing(folder);
  } catch (thrown) {
    db.close();
    throw thrown;
  }
  return () => db.close();
}

/** @returns false when another has it, after some patience */
function begin(db: Database.Database): boolean {
  try {
    db.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY')) return false;
    throw thrown;
  }
}
