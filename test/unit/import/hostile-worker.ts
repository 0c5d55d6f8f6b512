/** An import worker with bugs: what the first bytes of a file say decides which. */
import { workerData } from 'piscina';
import readLetter from '../../../electron/import/import-worker.ts';
import { ordinaryLetter } from '../../../electron/import/reading-limits.ts';
import type { ImportSource } from '../../../shared/contract.ts';
import { fail } from '../../../shared/result.ts';

/** True in a worker that reads several letters at a time. */
const isOrdinary = workerData.bytes === ordinaryLetter.bytes;

export default function read(source: ImportSource) {
  const start = 'bytes' in source ? Buffer.from(source.bytes.subarray(0, 6)).toString() : '';
  if (start === 'HANG!!') for (;;);
  if (start === 'EXIT!!') process.exit(3);
  if (start === 'THROW!') throw new Error('a bug in the parser');
  if (start === 'MEMORY') for (const all: unknown[] = []; ; ) all.push(new Array(100_000).fill(all.length));
  if (start === 'LARGER' && isOrdinary) return fail('too-large', 'This is no ordinary letter.');
  if (start === 'LARGER') for (;;);
  return readLetter(source);
}
