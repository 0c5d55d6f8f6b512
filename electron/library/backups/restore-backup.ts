import { constants, copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Backup } from '../../../shared/model/backup.ts';
import { FailureError } from '../../../shared/result.ts';
import { checkDatabase } from '../check-database.ts';
import {
  moveFiles,
  newSetAsideFolder,
  removeDurably,
  renameDurably,
  setAsideName,
  syncFile,
  writeTextDurably,
} from '../durable-files.ts';
import { companionSuffixes, libraryFiles } from '../library-files.ts';
import { readMigrations } from '../migrate.ts';
import { storageFailure } from '../storage-failure.ts';
import { backupsFolder } from './backup-name.ts';
import { readBackup } from './list-backups.ts';

const { name: libraryName, applicationId, migrations } = libraryFiles.library;

/** The checked copy of the backup, before it takes the place of library.db. */
const copyName = `${libraryName}.restoring`;

/** While it is there, files may be half moved; it names the folder that they are set aside in. */
const planName = 'restore.plan';

/**
 * Puts a backup in the place of library.db; the files that were there are moved to a dated folder in `set-aside`.
 * The caller holds the lock of the library, and nobody has it open. After a crash, either nothing has happened or
 * `finishRestore` completes it.
 * @throws FailureError `not-found`; `library-damaged` for a damaged backup; `library-newer`; `disk-full`,
 *   `cannot-write`. Then the library is as it was.
 */
export function restoreBackup(folder: string, name: string, now: Date): { backup: Backup; setAside: string } {
  const backup = readBackup(folder, name);
  const copy = join(folder, copyName);
  try {
    rmSync(copy, { force: true });
    copyFileSync(join(backupsFolder(folder), name), copy, constants.COPYFILE_FICLONE);
    assertSound(copy, name);
    syncFile(copy);
    const setAside = newSetAsideFolder(folder, now);
    writeTextDurably(join(folder, planName), basename(setAside));
    finishRestore(folder);
    return { backup, setAside };
  } catch (thrown) {
    if (!existsSync(join(folder, planName))) rmSync(copy, { force: true });
    throw storageFailure(thrown, folder);
  }
}

/** Completes a restore that a crash interrupted, or forgets one that it interrupted before any file was moved. */
export function finishRestore(folder: string): void {
  const plan = join(folder, planName);
  if (!existsSync(plan)) {
    for (const name of [copyName, `${planName}.part`]) rmSync(join(folder, name), { force: true });
    return;
  }
  // Once the copy has its new name, library.db is the restored one.
  if (existsSync(join(folder, copyName))) {
    const setAside = join(folder, setAsideName, basename(readFileSync(plan, 'utf8')));
    moveFiles([libraryName, ...companionSuffixes.map((suffix) => `${libraryName}${suffix}`)], folder, setAside);
    renameDurably(join(folder, copyName), join(folder, libraryName));
  }
  removeDurably(plan);
}

function assertSound(path: string, name: string): void {
  const db = new Database(path, { readonly: true });
  try {
    db.pragma('trusted_schema = OFF');
    const isOurs = db.pragma('application_id', { simple: true }) === applicationId;
    if (!isOurs || checkDatabase(db).kind === 'damaged') throw damaged(name);
    if (Number(db.pragma('user_version', { simple: true })) > readMigrations(migrations).length) {
      throw new FailureError(
        'library-newer',
        `The backup “${name}” was made by a newer version of Second Opinion. Update the program to restore it.`,
      );
    }
  } catch (thrown) {
    throw thrown instanceof Database.SqliteError ? damaged(name, thrown) : thrown;
  } finally {
    db.close();
  }
}

const damaged = (name: string, cause?: unknown) =>
  new FailureError('library-damaged', `The backup “${name}” is damaged. The library was left as it is.`, { cause });
