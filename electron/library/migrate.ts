import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { FailureError } from '../../shared/result.ts';
import { inTransaction, type WriteDatabase } from './database.ts';

export interface Migration {
  /** The `user_version` that the database has once the step is done; steps are numbered 1, 2, 3… without a gap. */
  readonly version: number;
  readonly sql: string;
}

/** Reads the steps `0001-….sql`, `0002-….sql`… of a folder, in order. */
export function readMigrations(folder: URL): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort();
  return names.map((name, index) => {
    const version = Number(name.slice(0, 4));
    if (version !== index + 1) throw new Error(`Migration ${name} does not follow step ${index}.`);
    return { version, sql: readFileSync(new URL(name, folder), 'utf8') };
  });
}

/**
 * Throws unless the database is new, or of this application and no newer than the given steps.
 * Changes nothing, so that a file of another program stays as it is.
 * @throws FailureError `library-damaged` for a foreign database, `library-newer` for one of a later version
 */
export function assertOwn(db: Database.Database, applicationId: number, migrations: readonly Migration[]): void {
  const file = basename(db.name);
  const id = db.pragma('application_id', { simple: true });
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (id !== applicationId && !(id === 0 && tables === 0)) {
    throw new FailureError('library-damaged', `${file} is not a Second Opinion database. It was left as it is.`);
  }
  if (versionOf(db) > migrations.length) {
    throw new FailureError(
      'library-newer',
      `${file} was made by a newer version of Second Opinion. Update the program to open this library.`,
    );
  }
}

/**
 * Brings the database to the last step: each step in its own transaction, and before the first of them a backup of
 * a database that was already in use.
 * @returns the path of the backup, if one was made
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): string | undefined {
  const from = versionOf(db);
  const missing = migrations.filter(({ version }) => version > from);
  const backup = from > 0 && missing.length > 0 ? backUp(db, from) : undefined;
  for (const { version, sql } of missing) {
    inTransaction(db as unknown as WriteDatabase, () => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    });
  }
  return backup;
}

function versionOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function backUp(db: Database.Database, version: number): string {
  const folder = join(dirname(db.name), 'backups');
  mkdirSync(folder, { recursive: true });
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  const path = join(folder, `${basename(db.name, '.db')}-step${version}-${time}.db`);
  db.prepare('VACUUM INTO ?').run(path);
  return path;
}
