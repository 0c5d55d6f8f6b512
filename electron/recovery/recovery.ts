import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { RestoreReport } from '../../shared/model/backup.ts';
import type { LibraryDamage } from '../../shared/model/library-status.ts';
import type { RecoveryState, SalvagedLibrary, SalvageProgress } from '../../shared/model/recovery.ts';
import { FailureError } from '../../shared/result.ts';
import { DamagedLibraryError, describeDamage } from '../library/damaged-library.ts';
import { inCareThread } from '../library/in-care-thread.ts';
import { type LibraryClient, openLibraryClient } from '../library/library-client.ts';
import { libraryFiles } from '../library/library-files.ts';
import { setSalvagedAside } from '../library/salvage/replace-by-salvaged.ts';
import { readSalvaged, salvagedFolder, sourceOf } from '../library/salvage/salvaged-library.ts';
import { importKeptOriginals } from './import-kept-originals.ts';
import { salvageLibrary } from './salvage-library.ts';
import { salvageRemarks } from './salvage-remarks.ts';

export interface RecoveryOptions {
  /** The library folder, which nobody has open. */
  readonly dir: string;
  /** What is known of the damage; without it, both files are checked first. */
  readonly damage?: LibraryDamage;
  /** The library was open until now, and can be again. */
  readonly canGoBack: boolean;
  readonly open: () => Promise<LibraryClient>;
  readonly onProgress: (progress: SalvageProgress) => void;
}

/** The ways back from a library that cannot be used. One at a time: another asked meanwhile fails `invalid-input`. */
export interface Recovery {
  state(): Promise<RecoveryState>;
  /** @throws FailureError as `restoreClosedLibrary` does; `state` then tells what is wrong now */
  restore(backup: string): Promise<RestoreReport>;
  /** Saves what can be read beside the library, which stays as it is. @throws FailureError; `cancelled` */
  salvage(): Promise<SalvagedLibrary>;
  cancelSalvage(): void;
  /** @returns the folder that the damaged library is kept in @throws FailureError as `replaceBySalvaged` does */
  replaceBySalvaged(): Promise<string>;
  /** Imports again what no letter of the restored library belongs to. */
  reimport(): Promise<{ imported: number; failed: number }>;
  /** Gives the library, open. @throws FailureError as `openLibrary` does; `state` then tells what is wrong now */
  open(): Promise<LibraryClient>;
  /** Stops what can be stopped, waits for what cannot, and closes the library unless `open` gave it away. */
  close(): Promise<void>;
}

export function createRecovery(options: RecoveryOptions): Recovery {
  const { dir, canGoBack, onProgress } = options;
  let { damage } = options;
  let isChecked = damage !== undefined;
  let library: LibraryClient | undefined;
  let underWay: Promise<unknown> | undefined;
  let salvaging: AbortController | undefined;

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (underWay) throw new FailureError('invalid-input', 'Another step is still under way. Wait until it is done.');
    const done = work();
    underWay = done;
    try {
      return await done;
    } finally {
      underWay = undefined;
    }
  }

  async function state(): Promise<RecoveryState> {
    if (!isChecked) {
      damage = await findDamage(dir);
      isChecked = true;
    }
    const written = lastWritten(dir);
    const salvaged = readSalvaged(dir);
    return {
      ...(damage && { damage }),
      message: damage ? describeDamage(damage) : 'A check of both library files finds nothing wrong now.',
      folder: dir,
      ...(written && { lastWritten: written }),
      backups: await inCareThread('listBackups', dir),
      ...(salvaged && { salvaged }),
      canGoBack: canGoBack || damage === undefined,
    };
  }

  async function opened(): Promise<LibraryClient> {
    try {
      library ??= await options.open();
      return library;
    } catch (thrown) {
      isChecked = false;
      throw thrown;
    }
  }

  const mended = () => {
    damage = undefined;
    isChecked = true;
  };

  async function restore(name: string): Promise<RestoreReport> {
    try {
      const report = await inCareThread('restoreClosedLibrary', dir, name, new Date());
      setSalvagedAside(dir, report.setAside);
      mended();
      return report;
    } catch (thrown) {
      // The backup may be damaged itself, or be in its place now while the originals are damaged too.
      isChecked = false;
      throw thrown;
    }
  }

  async function salvage(): Promise<SalvagedLibrary> {
    const abort = new AbortController();
    salvaging = abort;
    try {
      await inCareThread('clearSalvaged', dir, new Date());
      const source = sourceOf(dir);
      const { signal } = abort;
      const report = await salvageLibrary({ dir, out: salvagedFolder(dir), onProgress, signal });
      onProgress({ stage: 'checking' });
      const remarks = salvageRemarks(report);
      return await inCareThread('completeSalvaged', dir, { source, time: new Date(), remarks });
    } catch (thrown) {
      await inCareThread('clearSalvaged', dir, new Date()).catch((error: unknown) =>
        console.error('What was left of an interrupted salvage could not be removed:', error),
      );
      throw thrown;
    } finally {
      salvaging = undefined;
    }
  }

  const cancelSalvage = () => salvaging?.abort(new FailureError('cancelled', 'Saving what can be read was cancelled.'));

  return {
    state,
    restore: (name) => alone(() => restore(name)),
    salvage: () => alone(salvage),
    cancelSalvage,
    replaceBySalvaged: () =>
      alone(async () => {
        const setAside = await inCareThread('replaceBySalvaged', dir, new Date());
        mended();
        return setAside;
      }),
    reimport: () =>
      alone(async () => {
        const rows = await importKeptOriginals(await opened());
        const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
        return { imported: rows.length - failed, failed };
      }),
    open: () =>
      alone(async () => {
        const given = await opened();
        library = undefined;
        return given;
      }),
    close: async () => {
      cancelSalvage();
      await underWay?.catch(() => undefined);
      await library?.close();
    },
  };
}

/** What opening the library and a check of both files find; undefined when that is nothing that opening does not mend. */
async function findDamage(dir: string): Promise<LibraryDamage | undefined> {
  try {
    await (await openLibraryClient({ dir, create: false, backups: false })).close();
  } catch (thrown) {
    if (thrown instanceof DamagedLibraryError) return thrown.damage;
    throw thrown;
  }
  const found = await inCareThread('checkLibrary', dir);
  for (const file of ['library', 'originals'] as const) {
    const outcome = found[file];
    if (outcome.kind === 'damaged') {
      return { file: libraryFiles[file].name, kind: 'malformed', detail: outcome.detail };
    }
  }
  return undefined;
}

function lastWritten(dir: string): string | undefined {
  const { name } = libraryFiles.library;
  const times = [name, `${name}-wal`].flatMap((file) => {
    const found = statSync(join(dir, file), { throwIfNoEntry: false });
    return found && found.size > 0 ? [found.mtimeMs] : [];
  });
  return times.length === 0 ? undefined : new Date(Math.max(...times)).toISOString();
}
