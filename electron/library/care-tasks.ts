import { listBackups } from './backups/list-backups.ts';
import { restoreClosedLibrary } from './backups/restore-closed-library.ts';
import { writeBackup } from './backups/write-backup.ts';
import { checkLibrary } from './check-library.ts';
import { salvageFiles } from './salvage/salvage-files.ts';

/** Work on a library that reads whole files, and so has a thread of its own. Every task is given the folder first. */
export const careTasks = { listBackups, writeBackup, checkLibrary, restoreClosedLibrary, salvageFiles } as const;

export type CareTasks = typeof careTasks;
