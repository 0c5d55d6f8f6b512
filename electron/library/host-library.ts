import { setImmediate as others } from 'node:timers/promises';
import type { Backup, RestoreReport } from '../../shared/model/backup.ts';
import type { LibraryStatus } from '../../shared/model/library-status.ts';
import { attempt, type Failure, type Result, toFailure, unwrap } from '../../shared/result.ts';
import { createBackupSchedule } from './backups/backup-schedule.ts';
import { backupNames } from './backups/list-backups.ts';
import { rebuildIndexes } from './check-database.ts';
import { createCounting } from './counting.ts';
import { describeDamage } from './damaged-library.ts';
import type { FindMethods } from './find/find-methods.ts';
import { createFinding } from './finding.ts';
import { doWhenIdle } from './idle-work.ts';
import { inCareThread, startInCareThread } from './in-care-thread.ts';
import { countOutdatedEntries, reenterOutdated } from './letter-index.ts';
import { type LibraryApi, methodAccess } from './library-api.ts';
import type { LibraryCare } from './library-care.ts';
import { libraryFiles } from './library-files.ts';
import { createLibraryMethods } from './library-methods.ts';
import { createLibraryVerification, type LibraryVerification } from './library-verification.ts';
import { announceClosing, endClosing } from './lock-library.ts';
import { beyondUs, isMissingTable, newerLibrary, noBackupOfNewer } from './newer-library.ts';
import { type Library, openLibrary } from './open-library.ts';
import { isCorruption, storageFailure } from './storage-failure.ts';
import type { LibraryMethod, ThreadData } from './thread-messages.ts';

/** A library that is open in this thread, with what keeps it safe. */
export interface LibraryHost {
  /** Answers a call; calls that come while one of them waits for the check or restores a backup are to wait as well. */
  call(method: LibraryMethod, args: readonly unknown[]): Promise<Result<unknown>> | Result<unknown>;
  /** Whether the calls after this one are to wait for its answer. */
  holdsBack(method: LibraryMethod): boolean;
  /** Makes the last backup and closes the library. */
  close(): Promise<void>;
}

type CareHost = {
  [M in keyof LibraryCare]: (...args: Parameters<LibraryCare[M]>) => Promise<ReturnType<LibraryCare[M]>>;
};

/**
 * Opens a library.
 * @param onStatus told whenever the status changes
 * @throws FailureError as `openLibrary` does
 */
export function hostLibrary(
  { dir, create, backups, quiet }: ThreadData,
  onStatus: (status: LibraryStatus) => void,
): LibraryHost {
  let library = openLibrary(dir, { create });
  let methods = createLibraryMethods(library.db);
  let status = firstStatus(library, dir);
  let stopCheck = () => {};
  let checked = library.checked ? Promise.resolve() : check();
  let isRestoring = false;
  /** Why the library could not be opened again when a restore had failed. */
  let lost: Failure | undefined;
  const counting = createCounting(dir);
  const finding = createFinding(dir);
  let verification = startVerification();
  status = { ...status, ...verification.status };

  const update = (changes: Partial<LibraryStatus>) => {
    status = { ...status, ...changes };
    onStatus(status);
  };
  const schedule = createBackupSchedule({
    backUp: () => inCareThread('writeBackup', dir, new Date()),
    newest: backupNames(dir)[0]?.time.getTime(),
    onStart: () => update({ isBackingUp: true }),
    onResult: (made) => {
      const { backupFailure: _, isBackingUp: __, ...others } = status;
      status = others;
      update(made.ok ? { newestBackup: made.value.time } : { backupFailure: made.error });
    },
  });
  const changed = () => {
    if (backups && status.access === 'read-write') schedule.changed();
  };
  // Nothing is known of what was changed before a crash.
  if (!library.endedCleanly) void checked.then(changed);

  async function check(): Promise<void> {
    const { answer, stop } = startInCareThread('checkLibrary', dir);
    stopCheck = stop;
    const found = await attempt(() => answer);
    if (!found.ok) return refuseWrites(found.error);
    const { library: inLibrary, originals } = found.value;
    for (const [outcome, { name }] of [
      [inLibrary, libraryFiles.library],
      [originals, libraryFiles.originals],
    ] as const) {
      if (outcome.kind !== 'damaged') continue;
      return refuseWrites({
        code: 'library-damaged',
        message: describeDamage({ file: name, kind: 'check-failed', detail: outcome.detail }),
      });
    }
    const indexes = inLibrary.kind === 'indexes' ? inLibrary.indexes : [];
    const rebuilt = attemptNow(() => rebuildIndexes(library.db, indexes));
    if (!rebuilt.ok) return refuseWrites(rebuilt.error);
    const passed = attemptNow(library.passCheck);
    if (!passed.ok) console.error('The library goes on with the mark of an earlier opening:', passed.error.message);
    update({ check: indexes.length > 0 ? 'index-rebuilt' : 'passed' });
  }

  const refuseWrites = (reason: Failure) => update({ access: 'read-only', reason, check: 'failed' });

  function startVerification(): LibraryVerification {
    return createLibraryVerification({
      folder: dir,
      db: library.db,
      quiet,
      isAllowed: () => !isRestoring && status.check !== 'running' && !status.reason && !status.isBackingUp,
      inLibrary: (work) => unwrap(attemptNow(work)),
      onStatus: (found) => {
        const { verified: _, verifying: __, damaged: ___, ...others } = status;
        status = others;
        update(found);
      },
    });
  }

  async function restoreBackup(name: string): Promise<RestoreReport> {
    isRestoring = true;
    await Promise.all([checked, schedule.pause(), counting.stop(), finding.stop()]);
    const closed = attemptNow(closeNow);
    // Its files are set aside, with their logs.
    if (!closed.ok) console.error('The library that is restored did not close cleanly:', closed.error.message);
    const restored = await attempt(() => inCareThread('restoreClosedLibrary', dir, name, new Date()));
    const reopened = attemptNow(reopen);
    isRestoring = false;
    if (!reopened.ok) refuseWrites(reopened.error);
    lost = reopened.ok ? undefined : reopened.error;
    const report = unwrap(restored);
    unwrap(reopened);
    changed();
    return report;
  }

  function reopen(): void {
    library = openLibrary(dir, { create: false });
    methods = createLibraryMethods(library.db);
    verification = startVerification();
    verification.mayBeMended();
    const { backupFailure } = status;
    status = { ...firstStatus(library, dir), ...verification.status, ...(backupFailure && { backupFailure }) };
    onStatus(status);
    if (!library.checked) checked = check();
  }

  function closeNow(): void {
    void verification.stop();
    if (status.check === 'running' || status.check === 'failed') library.suspect();
    try {
      library.close();
    } catch (thrown) {
      throw storageFailure(thrown, dir);
    }
  }

  /** A letter takes about a millisecond, and whatever else is asked for waits for that long. */
  function enterSome(): boolean {
    if (isRestoring || status.access !== 'read-write' || status.check === 'running') return false;
    const more = unwrap(attemptNow(() => reenterOutdated(library.db, lettersEnteredAtOnce)));
    if (more || status.outdatedEntries !== undefined) {
      const { outdatedEntries: _, ...others } = status;
      status = others;
      update(more ? { outdatedEntries: countOutdatedEntries(library.db) } : {});
    }
    return more;
  }

  async function enterAll(): Promise<void> {
    while (enterSome()) await others();
  }

  const entering = doWhenIdle({
    quiet: 500,
    work: () => {
      try {
        return enterSome();
      } catch (thrown) {
        entering.stop();
        console.error('Preparing the letters for filters has stopped:', thrown);
        return false;
      }
    },
  });

  const care: CareHost = {
    status: async () => status,
    backUp: async (): Promise<Backup> =>
      unwrap(library.access === 'read-only' ? { ok: false, error: noBackupOfNewer } : await schedule.backUpNow()),
    listBackups: () => inCareThread('listBackups', dir),
    restoreBackup,
    verify: () => verification.verifyAll(),
    listFacets: counting.facets,
    statistics: counting.statistics,
    enterOutdated: () => checked.then(enterAll),
  };

  function callNow(method: keyof LibraryApi, args: readonly unknown[]): Result<unknown> {
    const isWrite = methodAccess[method] === 'write';
    if (isWrite && status.reason) return { ok: false, error: status.reason };
    const before = isWrite ? changesIn(library) : 0;
    const result = attemptNow(() => (methods[method] as (...args: readonly unknown[]) => unknown)(...args));
    // Settings can be lost without harm, and change with every letter that is opened.
    if (isWrite && method !== 'setSettings' && changesIn(library) !== before) changed();
    if (mending.has(method)) verification.mayBeMended();
    return result;
  }

  async function find(method: keyof FindMethods, args: readonly unknown[]): Promise<Result<unknown>> {
    const found = await attempt(() => finding.ask(method, args));
    if (!found.ok && found.error.code === 'library-damaged') update({ check: 'failed' });
    return found;
  }

  /** An error that SQLite finds in the file at work makes the next opening check all of it. */
  function attemptNow<T>(work: () => T): Result<T> {
    try {
      return { ok: true, value: work() };
    } catch (thrown) {
      if (isCorruption(thrown)) update({ check: 'failed' });
      if (library.access === 'read-only' && isMissingTable(thrown)) return { ok: false, error: beyondUs };
      const { code, message } = toFailure(storageFailure(thrown, dir));
      return { ok: false, error: { code, message } };
    }
  }

  return {
    holdsBack: (method) => method === 'restoreBackup' || (status.check === 'running' && isWriting(method)),
    call: (method, args) => {
      verification.touched();
      entering.touched();
      if (lost && !withoutLibrary.has(method)) return { ok: false, error: lost };
      if (method in care) return attempt(() => (care[method as keyof LibraryCare] as Call)(...args));
      if (finding.isSearch(method, args)) return find(method, args);
      const apiMethod = method as keyof LibraryApi;
      if (status.check === 'running' && isWriting(method)) return checked.then(() => callNow(apiMethod, args));
      return callNow(apiMethod, args);
    },
    close: async () => {
      // A disk without room for an empty file is no reason not to close.
      attemptNow(() => announceClosing(dir));
      entering.stop();
      stopCheck();
      await Promise.all([checked, verification.stop(), counting.stop(), finding.stop()]);
      if (backups) await schedule.finish();
      await schedule.pause();
      try {
        closeNow();
      } finally {
        endClosing(dir);
      }
    },
  };
}

/** How many letters are prepared for filters in one transaction. */
const lettersEnteredAtOnce = 20;

/** What may put back what had changed on the disk, or do away with it. */
const mending: ReadonlySet<LibraryMethod> = new Set(['addLetters', 'replaceParse', 'deleteForever']);

/** What can be asked for while the library cannot be opened. */
const withoutLibrary: ReadonlySet<LibraryMethod> = new Set(['status', 'listBackups', 'restoreBackup']);

type Call = (...args: readonly unknown[]) => Promise<unknown>;

const isWriting = (method: LibraryMethod) =>
  method in methodAccess && methodAccess[method as keyof LibraryApi] === 'write';

/** How many rows this connection has changed since it was opened. */
const changesIn = ({ db }: Library): number => db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;

function firstStatus(library: Library, dir: string): LibraryStatus {
  const newest = backupNames(dir)[0]?.time.toISOString();
  return {
    access: library.access,
    ...(library.access === 'read-only' && { reason: newerLibrary }),
    lastEnd: library.endedCleanly ? 'clean' : 'unclean',
    check: !library.checked
      ? 'running'
      : library.endedCleanly || library.access === 'read-only'
        ? 'not-needed'
        : 'passed',
    ...(newest !== undefined && { newestBackup: newest }),
  };
}
