import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readHeader, readStart } from './database-header.ts';
import { moveFiles, newSetAsideFolder } from './durable-files.ts';
import { type LibraryFile, libraryFiles } from './library-files.ts';
import { markedIds } from './open-mark.ts';
import { isOfOpening, logCarriesId, openingIdsIn } from './opening-id.ts';

/**
 * Moves a write-ahead log or rollback journal aside that belongs to another database file, as is left when someone
 * copies a backup, or an older copy, over library.db by hand. SQLite would play it into the wrong file.
 * @returns the folder that they are now in, if there were any
 */
export function setStaleJournalsAside(folder: string, now: Date): string | undefined {
  const stale = Object.values(libraryFiles).flatMap((file) => staleCompanions(folder, file));
  if (stale.length === 0) return undefined;
  const aside = newSetAsideFolder(folder, now);
  moveFiles(stale, folder, aside);
  return aside;
}

function staleCompanions(folder: string, file: LibraryFile): string[] {
  const header = readHeader(folder, file);
  if (!header) return [];
  const { name } = file;
  const path = join(folder, name);
  const stale = [];
  if (existsSync(`${path}-wal`) && (isBackup(header) || isOtherLog(folder, file))) {
    stale.push(`${name}-wal`, `${name}-shm`);
  }
  if (isStaleJournal(path, header)) stale.push(`${name}-journal`);
  return stale;
}

/**
 * https://sqlite.org/fileformat2.html: bytes 18 and 19 are 1 for a rollback journal, 2 for a write-ahead log. Backups
 * are the former; a library of ours is made the latter before its first log.
 */
const isBackup = (header: Buffer): boolean => header[18] === 1;

/** Whether the file is not the one that was open when the log was written. */
function isOtherLog(folder: string, file: LibraryFile): boolean {
  const opening = markedIds(folder).get(file.name);
  const id = openingIdsIn(folder).get(file.name);
  if (opening === undefined || id === undefined || isOfOpening(id, opening)) return false;
  return !logCarriesId(folder, file, id);
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
