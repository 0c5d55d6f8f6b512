import type { Backup } from '../../../shared/model/backup.ts';
import { attempt, type Result } from '../../../shared/result.ts';

/** The shortest time between two automatic backups while something changes, in ms. */
export const backupInterval = 30 * 60 * 1000;

export interface BackupScheduleOptions {
  readonly backUp: () => Promise<Backup>;
  readonly onStart?: () => void;
  /** Told how every attempt ended. */
  readonly onResult: (result: Result<Backup>) => void;
  /** When the newest backup was made, in ms since 1970; absent when there is none. */
  readonly newest: number | undefined;
  /** In ms since 1970. */
  readonly now?: () => number;
  /** Runs `work` after `delay` ms, unless the answer is called first. */
  readonly later?: (work: () => void, delay: number) => () => void;
}

/** Decides when to back up. */
export interface BackupSchedule {
  /** Something was changed: there will be a backup, now or when the interval is over. */
  changed(): void;
  /** One backup now, after one that is under way. */
  backUpNow(): Promise<Result<Backup>>;
  /** Waits for a backup under way and makes one of what was changed since. */
  finish(): Promise<void>;
  /** Waits for a backup under way and begins none until the next change. */
  pause(): Promise<void>;
}

/** Makes the schedule of one open library; a failed backup is tried again after the interval, or with `finish`. */
export function createBackupSchedule({
  backUp,
  onStart = () => {},
  onResult,
  newest,
  now = Date.now,
  later = laterByTimer,
}: BackupScheduleOptions): BackupSchedule {
  let isChanged = false;
  let lastAttempt = newest ?? Number.NEGATIVE_INFINITY;
  let underWay: Promise<unknown> = Promise.resolve();
  let cancel: (() => void) | undefined;
  const unplan = () => {
    cancel?.();
    cancel = undefined;
  };

  function start(): Promise<Result<Backup>> {
    unplan();
    const result = underWay.then(async () => {
      lastAttempt = now();
      isChanged = false;
      onStart();
      const made = await attempt(backUp);
      if (!made.ok) plan();
      onResult(made);
      return made;
    });
    underWay = result;
    return result;
  }

  function plan(): void {
    isChanged = true;
    // A clock that was set back must not put the next backup off for long.
    const wait = Math.min(lastAttempt + backupInterval - now(), backupInterval);
    cancel ??= later(() => void start(), Math.max(0, wait));
  }

  return {
    changed: plan,
    backUpNow: start,
    finish: async () => {
      await underWay;
      if (isChanged) await start();
    },
    pause: async () => {
      unplan();
      await underWay;
      unplan();
    },
  };
}

function laterByTimer(work: () => void, delay: number): () => void {
  const timer = setTimeout(work, delay).unref();
  return () => clearTimeout(timer);
}
