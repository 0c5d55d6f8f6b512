import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeDurably, writeTextDurably } from './durable-files.ts';
import { libraryFiles } from './library-files.ts';

/**
 * A file that is in the library folder while the library is open for writing. Whoever finds it knows that the last
 * use ended in a crash or a power cut. It is a file, not a row, so that it can be read when the database cannot.
 */
const markName = 'open.mark';

/** Whether the last use ended with a clean close. What an earlier version left open shows by its write-ahead log. */
export function endedCleanly(folder: string): boolean {
  if (existsSync(join(folder, markName))) return false;
  return Object.values(libraryFiles).every(
    ({ name }) => !statSync(join(folder, `${name}-wal`), { throwIfNoEntry: false })?.size,
  );
}

export function setOpenMark(folder: string): void {
  writeTextDurably(join(folder, markName), `${new Date().toISOString()}\n`);
}

export function clearOpenMark(folder: string): void {
  removeDurably(join(folder, markName));
}
