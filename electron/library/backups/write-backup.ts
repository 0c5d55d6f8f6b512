import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Backup } from '../../../shared/model/backup.ts';
import { FailureError } from '../../../shared/result.ts';
import { checkTables } from '../check-database.ts';
import { renameDurably, syncFile, syncFolder } from '../durable-files.ts';
import { rowCounts } from '../holdings.ts';
import { libraryFiles } from '../library-files.ts';
import { diskOf, storageFailure } from '../storage-failure.ts';
import { backupsFolder, freeBackupName, parseBackupName, partSuffix } from './backup-name.ts';
import { keepers } from './keepers.ts';
import { readBackup } from './list-backups.ts';

/**
 * Backs library.db up while others may be using it, checks the copy, and lets older backups go. Blocks its thread.
 * @throws FailureError `disk-full`, `cannot-write`, `library-damaged`; then there is no new backup, and none is gone
 */
export async function writeBackup(folder: string, now: Date): Promise<Backup> {
  const db = new Database(join(folder, libraryFiles.library.name), { fileMustExist: true });
  try {
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
    // One read transaction, so that what is counted is what is copied, whatever is written meanwhile.
    db.exec('BEGIN');
    const expected = rowCounts(db);
    const name = freeBackupName(backupsFolder(folder), 'library', now);
    await withPart(folder, name, async (part) => {
      await db.backup(part, { progress: () => allPages });
      finish(part, db, expected);
    });
    db.exec('COMMIT');
    rotate(folder, now);
    return readBackup(folder, name);
  } catch (thrown) {
    throw backupFailure(thrown, folder);
  } finally {
    db.close();
  }
}

const allPages = 2 ** 30;

/**
 * Backs up a database that is about to be updated, through its own connection, which must have no transaction open.
 * @returns the path of the backup
 */
export function writeBackupBeforeUpdate(db: Database.Database, folder: string, database: string, now: Date): string {
  const version = Number(db.pragma('user_version', { simple: true }));
  mkdirSync(backupsFolder(folder), { recursive: true });
  const name = freeBackupName(backupsFolder(folder), database, now, version);
  const part = join(backupsFolder(folder), `${name}${partSuffix}`);
  removeParts(folder);
  try {
    db.prepare('VACUUM INTO ?').run(part);
    finish(part, db, rowCounts(db));
    renameDurably(part, join(backupsFolder(folder), name));
    return join(backupsFolder(folder), name);
  } catch (thrown) {
    removeParts(folder);
    throw backupFailure(thrown, folder);
  }
}

/** Lets `write` make a file under a temporary name, and gives it its own when it is complete. */
async function withPart(folder: string, name: string, write: (part: string) => Promise<void>): Promise<void> {
  const backups = backupsFolder(folder);
  mkdirSync(backups, { recursive: true });
  syncFolder(folder);
  removeParts(folder);
  const part = join(backups, `${name}${partSuffix}`);
  try {
    await write(part);
    renameDurably(part, join(backups, name));
  } catch (thrown) {
    removeParts(folder);
    throw thrown;
  }
}

/** What a backup that was interrupted left behind. */
function removeParts(folder: string): void {
  const backups = backupsFolder(folder);
  for (const name of readdirSync(backups)) {
    if (/\.db\.part(-wal|-shm|-journal)?$/.test(name)) rmSync(join(backups, name), { force: true });
  }
}

/**
 * Makes the copy a file that stands for itself, brings it to the disk, opens it again and compares it with its source.
 * In the format of a rollback journal it can be read from where nothing can be written, and a write-ahead log that
 * happens to lie beside it later is known not to be its own.
 */
function finish(part: string, source: Database.Database, expectedRows: string): void {
  const copy = new Database(part);
  copy.pragma('journal_mode = DELETE');
  copy.close();
  syncFile(part);
  const written = new Database(part, { readonly: true });
  try {
    written.pragma('trusted_schema = OFF');
    const same = ['application_id', 'user_version'].every(
      (name) => written.pragma(name, { simple: true }) === source.pragma(name, { simple: true }),
    );
    if (!same || rowCounts(written) !== expectedRows) throw new Error('The copy is not equal to the library.');
    const outcome = checkTables(written);
    if (outcome.kind === 'damaged') {
      throw new FailureError('library-damaged', `The library is damaged, so no backup was made (${outcome.detail}).`);
    }
  } finally {
    written.close();
  }
}

/** Backups from before an update are few, and the only way back: they stay. */
function rotate(folder: string, now: Date): void {
  const backups = readdirSync(backupsFolder(folder))
    .map(parseBackupName)
    .filter((backup) => backup !== undefined)
    .filter(({ beforeUpdate }) => !beforeUpdate)
    .map((backup) => ({ ...backup, size: statSync(join(backupsFolder(folder), backup.name)).size }));
  const keep = keepers(backups, now);
  for (const backup of backups) {
    if (!keep.has(backup)) rmSync(join(backupsFolder(folder), backup.name));
  }
}

function backupFailure(thrown: unknown, folder: string): unknown {
  const failure = storageFailure(thrown);
  if (!(failure instanceof FailureError) || failure.code === 'library-damaged') return failure;
  const reason = {
    'disk-full': `${diskOf(folder)} is full, so no backup of the library was made. Your work is saved. Make room soon.`,
    'cannot-write':
      'No backup of the library could be made, because its folder “backups” cannot be written to. Your work is saved.',
  }[failure.code as string];
  return reason === undefined ? failure : new FailureError(failure.code, reason, { cause: thrown });
}
