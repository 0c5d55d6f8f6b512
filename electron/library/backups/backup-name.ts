import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the name of a backup file says. */
export interface BackupName {
  readonly name: string;
  readonly time: Date;
  readonly beforeUpdate: boolean;
}

/** The folder of a library that its backups are in. */
export const backupsFolder = (folder: string): string => join(folder, 'backups');

/** Ends the name of a backup that is still being written. */
export const partSuffix = '.part';

const pattern = /^library-(step\d{1,9}-)?(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db$/;

/** Undefined for any file that is no finished backup of library.db. */
export function parseBackupName(name: string): BackupName | undefined {
  const [, step, hour, minute, second, ms] = pattern.exec(name) ?? [];
  if (hour === undefined) return undefined;
  const time = new Date(`${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(time.getTime()) ? undefined : { name, time, beforeUpdate: step !== undefined };
}

/**
 * A name in `folder` that no file has yet.
 * @param database the name of the database without its ending
 * @param step the schema version that an update is about to leave behind, if that is why
 */
export function freeBackupName(folder: string, database: string, now: Date, step?: number): string {
  for (let time = now.getTime(); ; time++) {
    const when = new Date(time).toISOString().replace(/[:.]/g, '-');
    const name = `${database}-${step === undefined ? '' : `step${step}-`}${when}.db`;
    if (!existsSync(join(folder, name))) return name;
  }
}
