/** Changes to files and folders that are on the disk when the function returns. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Waits until the bytes of a file are on the disk. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** Waits until the names in a folder are on the disk. Windows cannot open a folder for that, and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes a small file whole: after a crash it is there with all of `text`, or not at all. */
export function writeTextDurably(path: string, text: string): void {
  const draft = `${path}.part`;
  writeFileSync(draft, text, { flush: true });
  renameDurably(draft, path);
}

/** Gives a file, whose bytes are on the disk, another name in the same folder, over what had that name. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Removes a file, if it is there. */
export function removeDurably(path: string): void {
  if (!existsSync(path)) return;
  rmSync(path);
  syncFolder(dirname(path));
}

/**
 * Makes a folder for files that are set aside, dated so that none replaces another.
 * @returns its path, which ends in `set-aside/` and the time
 */
export function newSetAsideFolder(libraryFolder: string, now: Date): string {
  const parent = join(libraryFolder, setAsideName);
  mkdirSync(parent, { recursive: true });
  syncFolder(libraryFolder);
  for (let time = now.getTime(); ; time++) {
    const folder = join(parent, new Date(time).toISOString().replace(/[:.]/g, '-'));
    if (existsSync(folder)) continue;
    mkdirSync(folder);
    syncFolder(parent);
    return folder;
  }
}

/** The folder within a library folder that holds what was set aside, never deleted. */
export const setAsideName = 'set-aside';

/** Moves those of the named files that are there from one folder to another; repeated after a crash, it goes on. */
export function moveFiles(names: readonly string[], from: string, to: string): void {
  const there = names.filter((name) => existsSync(join(from, name)));
  for (const name of there) renameSync(join(from, name), join(to, name));
  if (there.length === 0) return;
  syncFolder(to);
  syncFolder(from);
}
