import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FailureError } from '../../shared/result.ts';
import { assertDurable, configureConnection, type WriteDatabase } from './database.ts';
import { lockLibrary } from './lock-library.ts';
import { makeFolder } from './make-folder.ts';
import { assertOwn, migrate, readMigrations } from './migrate.ts';
import { sqliteFailure } from './sqlite-failure.ts';

const files = {
  library: { name: 'library.db', applicationId: 0x324f706c, migrations: new URL('../migrations/', import.meta.url) },
  originals: {
    name: 'originals.db',
    applicationId: 0x324f706f,
    migrations: new URL('../migrations/originals/', import.meta.url),
  },
} as const;

/** An open library folder: `db` is library.db, with originals.db attached as the schema `originals`. */
export interface Library {
  readonly db: WriteDatabase;
  /** Checkpoints and closes both databases and gives the folder free. */
  close(): void;
}

/**
 * Opens a library folder for this process alone and brings its databases up to date.
 * @param create make the folder and its databases if there are none
 * @throws FailureError `not-found`, `library-in-use`, `library-newer`, `library-damaged`, `cannot-write`, `disk-full`
 */
export function openLibrary(folder: string, { create = true } = {}): Library {
  prepareFolder(folder, create);
  const open = new DisposableStack();
  try {
    open.defer(lockLibrary(folder));
    openUpToDate(folder, files.originals).close();
    const db = openUpToDate(folder, files.library);
    open.defer(() => db.close());
    db.prepare('ATTACH ? AS originals').run(join(folder, files.originals.name));
    db.pragma('originals.synchronous = FULL');
    assertDurable(db, 'originals');
    open.defer(() => db.pragma('wal_checkpoint(TRUNCATE)'));
    return { db: db as unknown as WriteDatabase, close: () => open.dispose() };
  } catch (thrown) {
    open.dispose();
    throw sqliteFailure(thrown);
  }
}

function prepareFolder(folder: string, create: boolean): void {
  if (existsSync(join(folder, files.library.name))) return;
  if (!create) throw new FailureError('not-found', `There is no library in ${folder}.`);
  try {
    makeFolder(folder);
  } catch (thrown) {
    throw new FailureError('cannot-write', `The library folder ${folder} cannot be made.`, { cause: thrown });
  }
}

function openUpToDate(folder: string, file: (typeof files)[keyof typeof files]): Database.Database {
  const db = new Database(join(folder, file.name));
  try {
    const migrations = readMigrations(file.migrations);
    assertOwn(db, file.applicationId, migrations);
    configureConnection(db);
    migrate(db, migrations);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}
