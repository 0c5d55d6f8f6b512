import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLetterReader } from '../../../electron/import/letter-reader.ts';

const seed = fileURLToPath(new URL('../../../seeds/000_e63be573ba2d3107.txt', import.meta.url));

test('an answer that comes after the reader was closed is no trouble', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => complaints.mockRestore());
  const reader = createLetterReader({ threads: 1 });
  const [first, second] = [reader.read({ path: seed }), reader.read({ path: seed })];
  expect(await first).toMatchObject({ ok: true });
  for (let turn = 0; turn < 20; turn++) await undefined;
  // By now the worker has the second file, and answers while this thread is kept from hearing it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  await reader.close();
  expect(await second).toMatchObject({ ok: false });
  expect(complaints.mock.calls).toEqual([]);
});
