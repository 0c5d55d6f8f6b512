import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLetterReader, type LetterReaderOptions } from '../../../electron/import/letter-reader.ts';
import { largestLetter, ordinaryLetter } from '../../../electron/import/reading-limits.ts';

const seed = fileURLToPath(new URL('../../../seeds/000_e63be573ba2d3107.txt', import.meta.url));
const workerFile = new URL('./hostile-worker.ts', import.meta.url);

function readerOf(options: LetterReaderOptions) {
  const reader = createLetterReader(options);
  onTestFinished(() => reader.close());
  return (text: string) => reader.read({ name: 'letter.txt', bytes: new Uint8Array(Buffer.from(text)) });
}

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

test('what is no ordinary letter is read all the same, among others', async () => {
  const read = readerOf({ threads: 2 });
  const long = 'The patient was examined. \n'.repeat(ordinaryLetter.lines + 1);
  const answers = await Promise.all(['One letter', long, 'Another letter', `${long}more`].map(read));
  expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: true }, { ok: true }]);
});

test('what is longer than any letter is refused, with the reason', async () => {
  const read = readerOf({ threads: 2 });
  const answers = await Promise.all([
    read('x'.repeat(largestLetter.characters + 1)),
    read('ab\n'.repeat(largestLetter.lines + 1)),
    read('“Quoted” words\n'.repeat(largestLetter.lines)),
    read('One letter'),
  ]);
  expect(answers.map((answer) => answer.ok || [answer.error.code, answer.error.message])).toEqual([
    ['too-large', expect.stringContaining('more than 4,200,000 characters')],
    ['too-large', expect.stringContaining('more than 100,000 lines')],
    true,
    true,
  ]);
});

test('a file that takes all memory of its worker is said to', async () => {
  const read = readerOf({ threads: 1, memory: 64, workerFile });
  expect(await read('MEMORY')).toMatchObject({
    ok: false,
    error: { code: 'internal', message: 'Reading this file took more memory than any letter needs and was stopped.' },
  });
});

test('a file that is read again has its time limit too', async () => {
  const read = readerOf({ threads: 1, timeLimit: 2000, workerFile });
  expect(await read('LARGER')).toMatchObject({ ok: false, error: { code: 'timed-out' } });
});
