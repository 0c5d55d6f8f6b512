import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acquireInstanceLock, type SecondInstance } from '../../../electron/runtime/chromium/instance-lock.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'second-opinion-lock-'));

test('the first of a folder holds the lock and hears of the second', async () => {
  const folder = await newFolder();
  const first = await acquireInstanceLock(folder);
  const second = await acquireInstanceLock(folder);
  expect([first.held, second.held]).toEqual([true, false]);
  const heard = new Promise<SecondInstance>((resolve) => first.held && first.onSecondInstance(resolve));
  const told = { argv: ['a', 'b'], cwd: '/somewhere', data: { file: 'ü' } };
  if (!second.held) await second.tell(told);
  await expect(heard).resolves.toEqual(told);
});

test('another folder has a lock of its own', async () => {
  const locks = await Promise.all([acquireInstanceLock(await newFolder()), acquireInstanceLock(await newFolder())]);
  expect(locks.map(({ held }) => held)).toEqual([true, true]);
});

test('a folder with a very long name can be locked', async () => {
  const folder = join(await newFolder(), 'x'.repeat(120));
  expect((await acquireInstanceLock(folder)).held).toBe(true);
  expect((await acquireInstanceLock(folder)).held).toBe(false);
});

test.skipIf(process.platform === 'win32')('what a killed process left behind does not lock', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'instance.sock'), '');
  expect((await acquireInstanceLock(folder)).held).toBe(true);
});

test('who comes while the first is leaving waits, and then holds the lock', async () => {
  const folder = await newFolder();
  const first = await acquireInstanceLock(folder);
  if (!first.held) throw new Error('The folder is new.');
  first.leave();
  const coming = acquireInstanceLock(folder);
  const early = await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))]);
  expect(early).toBe('waits');
  first.release();
  const second = await coming;
  expect(second.held).toBe(true);
  if (second.held) second.release();
});
