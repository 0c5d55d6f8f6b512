import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { writeBackupBeforeUpdate } from './backups/write-backup.ts';
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
 * Brings the database to the last step: each step in its own transaction, and before the first of them a backup of
 * a database that was already in use.
 * @returns the path of the backup, if one was made
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): string | undefined {
  const from = versionOf(db);
  const isBehind = migrations.some(({ version }) => version > from);
  const backup =
    from > 0 && isBehind
      ? writeBackupBeforeUpdate(db, dirname(db.name), basename(db.name, '.db'), new Date())
      : undefined;
  applySteps(db, migrations);
  return backup;
}

/** Takes the steps that the database has not taken yet, each in its own transaction. */
export function applySteps(db: Database.Database, migrations: readonly Migration[]): void {
  const from = versionOf(db);
  for (const { version, sql } of migrations) {
    if (version <= from) continue;
    inTransaction(db as unknown as WriteDatabase, () => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    });
  }
}

function versionOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
