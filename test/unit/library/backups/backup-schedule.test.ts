import { expect, test } from 'vitest';
import { backupInterval, createBackupSchedule } from '../../../../electron/library/backups/backup-schedule.ts';
import type { Backup } from '../../../../shared/model/backup.ts';
import { FailureError } from '../../../../shared/result.ts';

const made: Backup = { name: 'backup', time: '', size: 1, beforeUpdate: false };

/** A schedule with a clock that stands still until it is moved. */
function scheduleWithClock(newest?: number) {
  let now = 1_000_000_000;
  let timers: { at: number; work: () => void }[] = [];
  const log: string[] = [];
  const failing = { is: false };
  const schedule = createBackupSchedule({
    newest: newest === undefined ? undefined : now - newest,
    now: () => now,
    later: (work, delay) => {
      const timer = { at: now + delay, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    backUp: async () => {
      log.push(`at ${now - 1_000_000_000}`);
      if (failing.is) throw new FailureError('disk-full', 'The disk is full.');
      return made;
    },
    onResult: (result) => log.push(result.ok ? 'made' : result.error.code),
  });
  const pass = async (time: number) => {
    now += time;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { work } of due) work();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { schedule, log, pass, failing, waiting: () => timers.length };
}

test('the first change is backed up at once, the following ones when the interval is over', async () => {
  const { schedule, log, pass, waiting } = scheduleWithClock();
  schedule.changed();
  await pass(0);
  schedule.changed();
  schedule.changed();
  await pass(backupInterval - 1);
  expect(log).toEqual(['at 0', 'made']);
  await pass(1);
  expect(log.slice(2)).toEqual([`at ${backupInterval}`, 'made']);
  await pass(10 * backupInterval);
  expect(log).toHaveLength(4);
  expect(waiting()).toBe(0);
});

test('the interval counts from the newest backup there is', async () => {
  const { schedule, log, pass } = scheduleWithClock(backupInterval - 1000);
  schedule.changed();
  await pass(999);
  expect(log).toEqual([]);
  await pass(1);
  expect(log).toEqual(['at 1000', 'made']);
});

test('a backup dated in the future puts the next one off by no more than the interval', async () => {
  const { schedule, log, pass } = scheduleWithClock(-100 * backupInterval);
  schedule.changed();
  await pass(backupInterval);
  expect(log).toEqual([`at ${backupInterval}`, 'made']);
});

test('the end makes one of what changed since the last, and none otherwise', async () => {
  const { schedule, log, pass } = scheduleWithClock();
  await schedule.finish();
  expect(log).toEqual([]);
  schedule.changed();
  await pass(0);
  await schedule.finish();
  expect(log).toEqual(['at 0', 'made']);
  schedule.changed();
  await schedule.finish();
  expect(log).toEqual(['at 0', 'made', 'at 0', 'made']);
});

test('one that fails is told and tried again after the interval, and at the end', async () => {
  const { schedule, log, pass, failing, waiting } = scheduleWithClock();
  failing.is = true;
  schedule.changed();
  await pass(0);
  expect(log).toEqual(['at 0', 'disk-full']);
  await pass(backupInterval);
  expect(log.slice(2)).toEqual([`at ${backupInterval}`, 'disk-full']);
  failing.is = false;
  await schedule.finish();
  expect(log.slice(4)).toEqual([`at ${backupInterval}`, 'made']);
  await schedule.pause();
  expect(waiting()).toBe(0);
});

test('one that is asked for answers, and counts', async () => {
  const { schedule, log, pass, failing } = scheduleWithClock();
  schedule.changed();
  expect(await schedule.backUpNow()).toEqual({ ok: true, value: made });
  await pass(backupInterval);
  expect(log).toEqual(['at 0', 'made']);
  failing.is = true;
  expect(await schedule.backUpNow()).toMatchObject({ ok: false, error: { code: 'disk-full' } });
});
