import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Backup, Holdings } from '../../../shared/model/backup.ts';
import { FailureError } from '../../../shared/result.ts';
import { holdingsOf } from '../holdings.ts';
import { libraryFiles } from '../library-files.ts';
import { type BackupName, backupsFolder, parseBackupName } from './backup-name.ts';

/** The backups of a library and what each holds, newest first. Reads every one of them: not for the library thread. */
export function listBackups(folder: string): Backup[] {
  return backupNames(folder).map((name) => describeBackup(folder, name));
}

/** The newest backup that can be read. */
export function newestGoodBackup(folder: string): Backup | undefined {
  for (const name of backupNames(folder)) {
    const backup = describeBackup(folder, name);
    if (backup.holdings) return backup;
  }
  return undefined;
}

/** The times and names of all backups, newest first, without opening any. */
export function backupNames(folder: string): BackupName[] {
  if (!existsSync(backupsFolder(folder))) return [];
  return readdirSync(backupsFolder(folder))
    .map(parseBackupName)
    .filter((name) => name !== undefined)
    .sort((a, b) => b.time.getTime() - a.time.getTime() || a.name.localeCompare(b.name));
}

/** @throws FailureError `not-found` */
export function readBackup(folder: string, name: string): Backup {
  const found = backupNames(folder).find((backup) => backup.name === name);
  if (!found) throw new FailureError('not-found', `The library has no backup named “${name}”.`);
  return describeBackup(folder, found);
}

function describeBackup(folder: string, { name, time, beforeUpdate }: BackupName): Backup {
  const path = join(backupsFolder(folder), name);
  const holdings = readHoldings(path);
  return {
    name,
    time: time.toISOString(),
    size: statSync(path).size,
    beforeUpdate,
    ...(holdings && { holdings }),
  };
}

/** Undefined for a file that is damaged, or no database of ours: that is what the person is told about it. */
function readHoldings(path: string): Holdings | undefined {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true });
    db.pragma('trusted_schema = OFF');
    if (db.pragma('application_id', { simple: true }) !== libraryFiles.library.applicationId) return undefined;
    return holdingsOf(db);
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError) return undefined;
    throw thrown;
  } finally {
    db?.close();
  }
}
