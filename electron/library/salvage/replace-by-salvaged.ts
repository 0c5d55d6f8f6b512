import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FailureError } from '../../../shared/result.ts';
import { finishRestore } from '../backups/restore-backup.ts';
import {
  moveFiles,
  newSetAsideFolder,
  removeDurably,
  renameDurably,
  setAsideName,
  syncFolder,
  writeTextDurably,
} from '../durable-files.ts';
import { companionSuffixes, libraryFiles } from '../library-files.ts';
import { lockLibrary } from '../lock-library.ts';
import { storageFailure } from '../storage-failure.ts';
import { isComplete, readSalvaged, salvagedFolder } from './salvaged-library.ts';

/** While it is there, files may be half moved; it names the folder that they are set aside in. */
const planName = 'salvaged.plan';

/**
 * Puts the salvaged library in the place of the damaged one, whose files are moved to a dated folder in `set-aside`,
 * with whatever else was saved. After a crash, either nothing has happened or `finishReplacing` completes it.
 * @returns the folder that the damaged files are in
 * @throws FailureError `not-found`; `library-in-use`, `disk-full`, `cannot-write`. Then the library is as it was.
 */
export function replaceBySalvaged(folder: string, now: Date): string {
  const unlock = lockLibrary(folder);
  try {
    finishRestore(folder);
    finishReplacing(folder);
    if (!readSalvaged(folder)) {
      throw new FailureError('not-found', 'There is no salvaged library. Save what can be read once more.');
    }
    const setAside = newSetAsideFolder(folder, now);
    writeTextDurably(join(folder, planName), basename(setAside));
    finishReplacing(folder);
    return setAside;
  } catch (thrown) {
    throw storageFailure(thrown);
  } finally {
    unlock();
  }
}

/**
 * Completes what a crash interrupted of `replaceBySalvaged`. One file after the other: as long as the salvaged one is in its
 * own folder, what has its name in the library is the damaged one.
 */
export function finishReplacing(folder: string): void {
  const plan = join(folder, planName);
  if (!existsSync(plan)) {
    rmSync(`${plan}.part`, { force: true });
    return;
  }
  const setAside = join(folder, setAsideName, basename(readFileSync(plan, 'utf8')));
  const salvaged = salvagedFolder(folder);
  for (const { name } of [libraryFiles.originals, libraryFiles.library]) {
    if (!existsSync(join(salvaged, name))) continue;
    moveFiles([name, ...companionSuffixes.map((suffix) => `${name}${suffix}`)], folder, setAside);
    renameDurably(join(salvaged, name), join(folder, name));
    syncFolder(salvaged);
  }
  setSalvagedAside(folder, setAside);
  removeDurably(plan);
}

/** Makes room for saving once more: what was saved to its end is set aside, what was interrupted goes. */
export function clearSalvaged(folder: string, now: Date): void {
  if (isComplete(folder)) setSalvagedAside(folder, newSetAsideFolder(folder, now));
  else rmSync(salvagedFolder(folder), { recursive: true, force: true });
}

/** Moves the folder of what was saved, if it is there, into one that holds what was set aside. */
export function setSalvagedAside(folder: string, setAside: string): void {
  const salvaged = salvagedFolder(folder);
  if (!existsSync(salvaged)) return;
  renameSync(salvaged, join(setAside, basename(salvaged)));
  syncFolder(setAside);
  syncFolder(folder);
}
