import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { moveFiles, newSetAsideFolder } from './durable-files.ts';
import { type LibraryFile, libraryFiles } from './library-files.ts';

/**
 * Moves a write-ahead log or rollback journal aside that belongs to another database file, as is left when someone
 * copies a backup over library.db by hand. SQLite would play it into the wrong file.
 * @returns the folder that they are now in, if there were any
 */
export function setStaleJournalsAside(folder: string, now: Date): string | undefined {
  const stale = Object.values(libraryFiles).flatMap((file) => staleCompanions(folder, file));
  if (stale.length === 0) return undefined;
  const aside = newSetAsideFolder(folder, now);
  moveFiles(stale, folder, aside);
  return aside;
}

function staleCompanions(folder: string, { name, applicationId }: LibraryFile): string[] {
  const path = join(folder, name);
  // https://sqlite.org/fileformat2.html: the application id is at 68; bytes 18 and 19 are 1 for a rollback journal,
  // 2 for a write-ahead log. Backups are the former; a library of ours is made the latter before its first log.
  const header = readStart(path, 100);
  if (header.length < 100 || header.readUInt32BE(68) !== applicationId) return [];
  const stale = [];
  if (header[18] === 1 && existsSync(`${path}-wal`)) stale.push(`${name}-wal`, `${name}-shm`);
  if (isStaleJournal(path, header)) stale.push(`${name}-journal`);
  return stale;
}

/** Only the step from an empty file, or from a backup's format, to a write-ahead log leaves a journal behind. */
function isStaleJournal(path: string, header: Buffer): boolean {
  const journal = readStart(`${path}-journal`, 24);
  // An emptied or zeroed journal is none to SQLite.
  if (journal.length < 24 || journal.readUInt32BE(0) === 0) return false;
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const pages = Math.ceil(statSync(path).size / pageSize);
  const pagesBefore = journal.readUInt32BE(16);
  return !(pagesBefore === pages || (pagesBefore === 0 && pages <= 1));
}

/** The first bytes of a file; fewer when it is shorter, none when it is not there. */
function readStart(path: string, length: number): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0);
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(length);
    return start.subarray(0, readSync(file, start, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
