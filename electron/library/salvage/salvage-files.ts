import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FailureError } from '../../../shared/result.ts';
import { backupsFolder } from '../backups/backup-name.ts';
import { newestGoodBackup } from '../backups/list-backups.ts';
import { fullTextIndexes, rebuildIndexes } from '../check-database.ts';
import { configureConnection, configureReading } from '../database.ts';
import { tableNames } from '../holdings.ts';
import { type LibraryFile, libraryFiles } from '../library-files.ts';
import { lockLibrary } from '../lock-library.ts';
import { makeFolder } from '../make-folder.ts';
import { applySteps, readMigrations } from '../migrate.ts';
import { markName } from '../open-mark.ts';
import { setStaleJournalsAside } from '../stale-journals.ts';
import { copyTables, type SalvagedTable } from './copy-tables.ts';
import { lettersWithoutText, reenterLetters } from './letters-without-text.ts';
import { mendHeader, mendSchema } from './mend-schema.ts';
import { untilDamage } from './readable-rows.ts';
import { type SalvagedOriginals, salvageOriginals } from './salvage-originals.ts';
import { takeOutUnplaced } from './take-out-unplaced.ts';

export interface SalvagedFiles {
  readonly tables: readonly SalvagedTable[];
  /** The backup that made good what could not be read, if there was one. */
  readonly backup?: string;
  readonly originals: SalvagedOriginals;
  /** Letters whose text is to be read again from the original. */
  readonly letterIds: readonly number[];
  /** How many rows are in the file `unplaced.json` of the new library, because their letter could not be read. */
  readonly unplaced: number;
}

/**
 * Makes a new library of what can be read of a damaged one, which stays as it is. Blocks its thread.
 * @param out a folder that is empty or not there
 * @throws FailureError `not-found`, `file-exists`, `library-newer`, `library-in-use`, `disk-full`, `cannot-write`
 */
export function salvageFiles(folder: string, out: string): SalvagedFiles {
  if (!existsSync(folder)) throw new FailureError('not-found', `There is no library in ${folder}.`);
  makeFolder(out);
  if (readdirSync(out).length > 0) {
    throw new FailureError('file-exists', `The folder ${out} is not empty. Name a new one for the salvaged library.`);
  }
  const open = new DisposableStack();
  try {
    open.defer(lockLibrary(folder));
    const copies = join(out, 'damaged-copy');
    mkdirSync(copies);
    open.defer(() => rmSync(copies, { recursive: true, force: true }));
    const reader = <T extends Database.Database | undefined>(db: T): T => {
      open.defer(() => db?.close());
      return db;
    };
    const best = newestGoodBackup(folder);
    const bestPath = best && join(backupsFolder(folder), best.name);
    const damaged = reader(openCopy(folder, libraryFiles.library, copies, bestPath));
    const backup = reader(bestPath === undefined ? undefined : openBackup(bestPath));
    const steps = readMigrations(libraryFiles.library.migrations);
    const version = [damaged, backup].map((db) => (db ? versionOf(db) : 0)).find((known) => known > 0) ?? steps.length;
    if (version > steps.length) throw newer();
    const usable = backup && versionOf(backup) === version ? backup : undefined;

    const originals = salvageOriginals(
      reader(create(out, libraryFiles.originals, Number.POSITIVE_INFINITY)),
      reader(openCopy(folder, libraryFiles.originals, copies)),
    );
    const db = reader(create(out, libraryFiles.library, version));
    db.pragma('foreign_keys = OFF');
    const tables = copyTables(db, damaged, usable);
    const unplaced = takeOutUnplaced(db);
    if (unplaced.length > 0)
      writeFileSync(join(out, 'unplaced.json'), JSON.stringify(unplaced, null, 2), { flush: true });
    db.pragma('foreign_keys = ON');
    applySteps(db, steps);
    const letterIds = lettersWithoutText(db);
    rebuildIndexes(db, fullTextIndexes(db));
    if (tables.some(({ isWhole }) => !isWhole)) reenterLetters(db, new Set(letterIds));
    return {
      tables,
      ...(usable && best && { backup: best.name }),
      originals,
      letterIds,
      unplaced: unplaced.length,
    };
  } finally {
    open.dispose();
  }
}

const newer = () =>
  new FailureError('library-newer', 'This library was made by a newer version of Second Opinion. Update the program.');

/**
 * A copy of a file and of what SQLite left beside it, to read from.
 * @param backup from which to mend what SQLite has to read first
 * @returns undefined when SQLite cannot even begin to read it, or it is not ours
 */
function openCopy(folder: string, { name, applicationId }: LibraryFile, copies: string, backup?: string) {
  // The index of a write-ahead log is made anew from it; the mark tells whether the log is the file's own.
  for (const file of [name, `${name}-wal`, `${name}-journal`, markName]) {
    if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(copies, file));
  }
  const copy = join(copies, name);
  if (!existsSync(copy)) return undefined;
  setStaleJournalsAside(copies, new Date());
  let db = new Database(copy);
  if (!isReadable(db)) {
    db.close();
    if (backup !== undefined) mendSchema(copy, backup);
    else mendHeader(copy, join(copies, `blank-${name}`));
    db = new Database(copy);
  }
  if (isReadable(db) && db.pragma('application_id', { simple: true }) === applicationId) return db;
  db.close();
  return undefined;
}

const isReadable = (db: Database.Database): boolean =>
  untilDamage(() => {
    // With it, SQLite reads a file that was cut off as far as it goes. What it would let be written is a copy.
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    configureReading(db);
    db.pragma('cell_size_check = OFF');
    tableNames(db);
  });

function openBackup(path: string): Database.Database {
  const db = new Database(path, { readonly: true });
  configureReading(db);
  return db;
}

function create(out: string, { name, migrations }: LibraryFile, version: number): Database.Database {
  const db = new Database(join(out, name));
  configureConnection(db);
  applySteps(
    db,
    readMigrations(migrations).filter((step) => step.version <= version),
  );
  return db;
}

const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));
