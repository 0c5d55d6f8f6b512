/**
 * A random number that an opening for writing leaves in both files of a library, by which a log beside a file that was
 * put back is known to be another's. It is the schema version of SQLite's header: the one number there that SQLite
 * lets a program set, and that means nothing but that the schema may have changed. A change of the schema adds one.
 */
import { randomInt } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { readHeader } from './database-header.ts';
import { type LibraryFile, libraryFiles } from './library-files.ts';

/** The ids of database files by their names; a file that has none, or whose id is not known, is not among them. */
export type OpeningIds = ReadonlyMap<string, number>;

/** More changes of the schema than all updates of the program together make. */
const mostChanges = 2 ** 16;

export const newOpeningId = (): number => randomInt(1, 2 ** 31 - mostChanges);

/** Whether an id is that of an opening, or has become of it by changes of the schema since. */
export const isOfOpening = (id: number, opening: number): boolean => id >= opening && id < opening + mostChanges;

const idIn = (header: Buffer): number => header.readUInt32BE(40);

/** The ids that the files of a library folder carry, without what logs beside them hold. */
export function openingIdsIn(folder: string): OpeningIds {
  const headers = Object.values(libraryFiles).map((file) => [file.name, readHeader(folder, file)] as const);
  return new Map(headers.flatMap(([name, header]) => (header ? [[name, idIn(header)]] : [])));
}

/**
 * Gives an id to a database, in a transaction of its own, and has it written from the log to the file.
 * @param schema `main`, or the name under which a database was attached
 * @returns false when that may not be all in the file, because a reader holds the log
 */
export function setOpeningId(db: Database.Database, schema: string, id: number): boolean {
  // SQLite refuses this unless told not to, lest a connection goes on with an old schema. Here only the number is new.
  db.unsafeMode(true);
  try {
    db.pragma(`${schema}.schema_version = ${id}`);
  } finally {
    db.unsafeMode(false);
  }
  const [done] = db.pragma(`${schema}.wal_checkpoint(PASSIVE)`) as {
    busy: number;
    log: number;
    checkpointed: number;
  }[];
  return done?.busy === 0 && done.log === done.checkpointed;
}

/**
 * Whether a log carries the id of the database file that it lies beside: it is then that file's own, whatever else
 * speaks against it, as when both were put back together.
 */
export function logCarriesId(folder: string, { name }: LibraryFile, opening: number): boolean {
  const file = openSync(join(folder, `${name}-wal`), 'r');
  try {
    // https://sqlite.org/fileformat2.html#the_write_ahead_log: frames follow a header of 32 bytes, and are the log's
    // own as long as they repeat its salt.
    const header = Buffer.alloc(32);
    if (readSync(file, header, 0, 32, 0) < 32) return false;
    const length = frameHeader + header.readUInt32BE(8);
    const frame = Buffer.alloc(frameHeader + 100);
    for (let at = 32; readSync(file, frame, 0, frame.length, at) === frame.length; at += length) {
      if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) return false;
      if (frame.readUInt32BE(0) === 1 && isOfOpening(idIn(frame.subarray(frameHeader)), opening)) return true;
    }
    return false;
  } finally {
    closeSync(file);
  }
}

const frameHeader = 24;
