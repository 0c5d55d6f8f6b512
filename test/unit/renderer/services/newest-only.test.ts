import { expect, test } from 'vitest';
import { newestOnly } from '../../../../renderer/services/newest-only.ts';

test('work is done one at a time, and once more when it was asked for meanwhile', async () => {
  const wanted: boolean[] = [];
  const waiting: (() => void)[] = [];
  const ask = newestOnly(async (isWanted) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    wanted.push(isWanted());
  });
  const done = ask();
  await Promise.all([ask(), ask(), ask()]);
  expect(waiting.length).toBe(1);
  waiting[0]?.();
  await expect.poll(() => waiting.length).toBe(2);
  expect(wanted).toEqual([false]);
  waiting[1]?.();
  await done;
  expect(wanted).toEqual([false, true]);
});

test('work that fails does not end the next', async () => {
  let times = 0;
  const ask = newestOnly(async () => {
    times += 1;
    if (times === 1) throw new Error('once');
  });
  await expect(ask()).rejects.toThrow('once');
  await ask();
  expect(times).toBe(2);
});
