import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryFile } from './library-files.ts';

/**
 * The header of a database as it stands in the file itself, whatever a log beside it holds. Not for a file that this
 * process has open: closing it here would drop SQLite's locks on POSIX.
 * @returns 100 bytes (https://sqlite.org/fileformat2.html#the_database_header); undefined for a file that is not there
 *   or not ours
 */
export function readHeader(folder: string, { name, applicationId }: LibraryFile): Buffer | undefined {
  const header = readStart(join(folder, name), 100);
  return header.length === 100 && header.readUInt32BE(68) === applicationId ? header : undefined;
}

/** The first bytes of a file; fewer when it is shorter, none when it is not there. */
export function readStart(path: string, length: number): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0);
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(length);
    return start.subarray(0, readSync(file, start, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
