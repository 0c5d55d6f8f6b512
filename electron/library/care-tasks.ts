import { listBackups } from './backups/list-backups.ts';
import { restoreClosedLibrary } from './backups/restore-closed-library.ts';
import { writeBackup } from './backups/write-backup.ts';
import { checkLibrary } from './check-library.ts';
import { clearSalvaged, replaceBySalvaged } from './salvage/replace-by-salvaged.ts';
import { salvageFiles } from './salvage/salvage-files.ts';
import { completeSalvaged } from './salvage/salvaged-library.ts';

/** Work on a library that reads whole files, and so has a thread of its own. Every task is given the folder first. */
export const careTasks = {
  listBackups,
  writeBackup,
  checkLibrary,
  restoreClosedLibrary,
  salvageFiles,
  completeSalvaged,
  clearSalvaged,
  replaceBySalvaged,
} as const;

export type CareTasks = typeof careTasks;
