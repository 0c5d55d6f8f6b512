import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeDurably, writeTextDurably } from './durable-files.ts';
import { libraryFiles } from './library-files.ts';
import type { OpeningIds } from './opening-id.ts';

/**
 * A file that is in the library folder while the library is open for writing. Whoever finds it knows that the last
 * use ended in a crash or a power cut, and which ids the database files had that the logs beside them belong to. It is
 * a file, not a row, so that it can be read when the database cannot.
 */
export const markName = 'open.mark';

/** Whether the last use ended with a clean close. What an earlier version left open shows by its write-ahead log. */
export function endedCleanly(folder: string): boolean {
  if (existsSync(join(folder, markName))) return false;
  return Object.values(libraryFiles).every(
    ({ name }) => !statSync(join(folder, `${name}-wal`), { throwIfNoEntry: false })?.size,
  );
}

/** Sets the mark, or puts another in its place. @param ids of the files that what is logged from now on belongs to */
export function setOpenMark(folder: string, ids: OpeningIds): void {
  const lines = [new Date().toISOString(), ...[...ids].map(([name, id]) => `${name} ${id}`)];
  writeTextDurably(join(folder, markName), `${lines.join('\n')}\n`);
}

/** The ids in the mark; none where there is no mark, or that of an earlier version. */
export function markedIds(folder: string): OpeningIds {
  const path = join(folder, markName);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').matchAll(/^(\S{1,20}) (\d{1,10})$/gm) : [];
  return new Map([...lines].map(([, name = '', id]) => [name, Number(id)]));
}

export function clearOpenMark(folder: string): void {
  removeDurably(join(folder, markName));
}
