import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backupNames, newestGoodBackup } from './backups/list-backups.ts';
import { DamagedLibraryError } from './damaged-library.ts';
import { configureReading } from './database.ts';
import { type LibraryFile, libraryFiles } from './library-files.ts';
import { readMigrations } from './migrate.ts';
import { isCorruption } from './storage-failure.ts';

/** A database file before it is opened for writing. */
interface Examined {
  /** The file has tables; false for one that is missing or was never filled. */
  readonly isFilled: boolean;
  readonly version: number;
  readonly letters: number;
}

/**
 * Looks at both files of a library folder without changing them.
 * @returns whether either is of a newer version of the program, and whether either has yet to be brought up to date
 * @throws DamagedLibraryError
 */
export function examineLibrary(folder: string): { isNewer: boolean; isBehind: boolean } {
  const library = examine(folder, libraryFiles.library);
  const originals = examine(folder, libraryFiles.originals);
  // Originals are written first. So a library without letters may lack its originals.db, and nothing else may be lacking.
  if (!library.isFilled && (originals.letters > 0 || backupNames(folder).length > 0)) throw missing(folder, 'library');
  if (!originals.isFilled && library.letters > 0) throw missing(folder, 'originals');
  const steps = ({ migrations }: LibraryFile) => readMigrations(migrations).length;
  const files = [
    { ...library, head: steps(libraryFiles.library) },
    { ...originals, head: steps(libraryFiles.originals) },
  ];
  return {
    isNewer: files.some(({ version, head }) => version > head),
    isBehind: files.some(({ isFilled, version, head }) => isFilled && version < head),
  };
}

/** Runs `work`; the word of SQLite that a file is damaged becomes a DamagedLibraryError, with the newest backup. */
export function onDamage<T>(folder: string, file: LibraryFile['name'], work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof DamagedLibraryError) throw withBackup(folder, thrown);
    if (!isCorruption(thrown)) throw thrown;
    const { code, message: detail } = thrown as InstanceType<typeof Database.SqliteError>;
    const kind = code === 'SQLITE_NOTADB' ? 'not-a-database' : 'malformed';
    throw withBackup(folder, new DamagedLibraryError({ file, kind, detail }, { cause: thrown }));
  }
}

function missing(folder: string, file: keyof typeof libraryFiles): DamagedLibraryError {
  return withBackup(folder, new DamagedLibraryError({ file: libraryFiles[file].name, kind: 'missing' }));
}

function withBackup(folder: string, { damage, cause }: DamagedLibraryError): DamagedLibraryError {
  const newestBackup = newestGoodBackup(folder);
  return new DamagedLibraryError({ ...damage, ...(newestBackup && { newestBackup }) }, { cause });
}

function examine(folder: string, file: LibraryFile): Examined {
  const path = join(folder, file.name);
  const empty = { isFilled: false, version: 0, letters: 0 };
  if (!statSync(path, { throwIfNoEntry: false })?.size) return empty;
  return onDamage(folder, file.name, () => {
    // Only a connection that may write can undo what a rollback journal, left by a crash at creation, holds.
    const db = new Database(path, { readonly: !existsSync(`${path}-journal`) });
    try {
      configureReading(db);
      const tables = new Set(db.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all());
      const id = db.pragma('application_id', { simple: true });
      if (id !== file.applicationId && !(id === 0 && tables.size === 0)) {
        throw new DamagedLibraryError({ file: file.name, kind: 'other-program' });
      }
      const rows = ['letter', 'original'].find((table) => tables.has(table));
      return {
        isFilled: tables.size > 0,
        version: Number(db.pragma('user_version', { simple: true })),
        letters: rows === undefined ? 0 : Number(db.prepare(`SELECT EXISTS (SELECT 1 FROM ${rows})`).pluck().get()),
      };
    } finally {
      db.close();
    }
  });
}
