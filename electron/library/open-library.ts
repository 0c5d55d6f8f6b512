import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FailureError } from '../../shared/result.ts';
import { finishRestore } from './backups/restore-backup.ts';
import { checkWithIndexes, rebuildIndexes } from './check-database.ts';
import { DamagedLibraryError } from './damaged-library.ts';
import { assertDurable, configureConnection, configureReading, type WriteDatabase } from './database.ts';
import { examineLibrary, onDamage } from './examine-library.ts';
import { keepLog } from './keep-log.ts';
import { type LibraryFile, libraryFiles } from './library-files.ts';
import { lockLibrary } from './lock-library.ts';
import { makeFolder } from './make-folder.ts';
import { migrate, readMigrations } from './migrate.ts';
import { clearOpenMark, endedCleanly, setOpenMark } from './open-mark.ts';
import { newOpeningId, type OpeningIds, openingIdsIn, setOpeningId } from './opening-id.ts';
import { finishReplacing } from './salvage/replace-by-salvaged.ts';
import { setStaleJournalsAside } from './stale-journals.ts';
import { storageFailure } from './storage-failure.ts';

/** An open library folder: `db` is library.db, with originals.db attached as the schema `originals`. */
export interface Library {
  readonly db: WriteDatabase;
  /** `read-only` when one of its files is of a newer version of the program. */
  readonly access: 'read-write' | 'read-only';
  /** False when the last use ended in a crash or a power cut. */
  readonly endedCleanly: boolean;
  /** False when `db` should be checked before it is written to. */
  readonly checked: boolean;
  /** Such a check has passed. */
  passCheck(): void;
  /** The next opening is to check the databases, as after a crash. Closing then leaves files and logs as they are. */
  suspect(): void;
  /**
   * Checkpoints and closes both databases and gives the folder free. Safe to call twice. What it throws is only that
   * the logs could not be played into the files: they stay, and the next opening checks and plays them.
   */
  close(): void;
}

/**
 * Opens a library folder for this process alone and brings its databases up to date; one of a newer version is opened
 * for reading. Nothing is ever written over a file that is damaged, missing or not ours.
 * @param create make the folder and its databases if there are none
 * @throws FailureError `not-found`, `library-in-use`, `cannot-write`, `disk-full`; DamagedLibraryError
 */
export function openLibrary(folder: string, { create = true } = {}): Library {
  prepareFolder(folder, create);
  const open = new DisposableStack();
  try {
    open.defer(lockLibrary(folder));
    finishRestore(folder);
    finishReplacing(folder);
    setStaleJournalsAside(folder, new Date());
    const { isNewer, isBehind } = examineLibrary(folder);
    const wasClosed = endedCleanly(folder);
    const facts = { endedCleanly: wasClosed, checked: isNewer || wasClosed || isBehind };
    if (isNewer) {
      const db = openReadOnly(folder);
      open.defer(() => db.close());
      return {
        db: db as unknown as WriteDatabase,
        access: 'read-only',
        ...facts,
        passCheck: () => {},
        suspect: () => {},
        close: () => open.dispose(),
      };
    }
    setOpenMark(folder, facts.checked ? noIds : openingIdsIn(folder));
    let isSuspect = !wasClosed;
    let isInFiles = wasClosed;
    open.defer(() => {
      if (isInFiles && !isSuspect) clearOpenMark(folder);
    });
    let kept = wasClosed ? undefined : keepLogs(folder);
    open.defer(() => kept?.dispose());
    const checkFirst = isBehind && !wasClosed;
    openUpToDate(folder, libraryFiles.originals, checkFirst).close();
    const db = openUpToDate(folder, libraryFiles.library, checkFirst);
    open.defer(() => db.close());
    db.prepare('ATTACH ? AS originals').run(join(folder, libraryFiles.originals.name));
    db.pragma('originals.synchronous = FULL');
    assertDurable(db, 'originals');
    if (facts.checked) onDamage(folder, libraryFiles.library.name, () => renewOpeningIds(folder, db));
    isSuspect = false;
    isInFiles = false;
    open.defer(() => {
      if (isSuspect) {
        kept ??= keepLogs(folder);
        return;
      }
      kept?.dispose();
      db.pragma('wal_checkpoint(TRUNCATE)');
      isInFiles = true;
    });
    return {
      db: db as unknown as WriteDatabase,
      access: 'read-write',
      ...facts,
      passCheck: () => {
        setOpenMark(folder, noIds);
        renewOpeningIds(folder, db);
      },
      suspect: () => {
        isSuspect = true;
      },
      close: () => open.dispose(),
    };
  } catch (thrown) {
    open.dispose();
    throw storageFailure(thrown, folder);
  }
}

const noIds: OpeningIds = new Map();

/**
 * Gives both files the id of this opening, and then the mark, in which there is none until all of it is in the files: so
 * what the mark says is true whenever the process is killed. It stays without where a reader holds a log.
 */
function renewOpeningIds(folder: string, db: Database.Database): void {
  const id = newOpeningId();
  const isInFiles = ['main', 'originals'].every((schema) => setOpeningId(db, schema, id));
  if (isInFiles) setOpenMark(folder, new Map(Object.values(libraryFiles).map(({ name }) => [name, id])));
}

/** Until the answer is disposed of, closing plays no log into its file. */
function keepLogs(folder: string): DisposableStack {
  using kept = new DisposableStack();
  for (const { name } of Object.values(libraryFiles)) kept.use(keepLog(join(folder, name)));
  return kept.move();
}

function prepareFolder(folder: string, create: boolean): void {
  if (Object.values(libraryFiles).some(({ name }) => existsSync(join(folder, name)))) return;
  if (existsSync(join(folder, 'backups'))) return;
  if (!create) throw new FailureError('not-found', `There is no library in ${folder}.`);
  try {
    makeFolder(folder);
  } catch (thrown) {
    throw new FailureError('cannot-write', `The library folder ${folder} cannot be made.`, { cause: thrown });
  }
}

/** @param check look for damage before the first write */
function openUpToDate(folder: string, file: LibraryFile, check: boolean): Database.Database {
  return onDamage(folder, file.name, () => {
    const db = new Database(join(folder, file.name));
    try {
      if (check) assertSound(db, file);
      configureConnection(db);
      migrate(db, readMigrations(file.migrations));
      return db;
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  });
}

function assertSound(db: Database.Database, { name }: LibraryFile): void {
  const outcome = checkWithIndexes(db);
  if (outcome.kind === 'indexes') rebuildIndexes(db, outcome.indexes);
  if (outcome.kind === 'damaged') {
    throw new DamagedLibraryError({ file: name, kind: 'check-failed', detail: outcome.detail });
  }
}

function openReadOnly(folder: string): Database.Database {
  const db = new Database(join(folder, libraryFiles.library.name), { readonly: true });
  try {
    configureReading(db);
    db.prepare('ATTACH ? AS originals').run(join(folder, libraryFiles.originals.name));
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}
