/** An import worker with bugs: what the first bytes of a file say decides which. */
import readLetter from '../../../electron/import/import-worker.ts';
import type { ImportSource } from '../../../shared/contract.ts';

export default function read(source: ImportSource) {
  const start = 'bytes' in source ? Buffer.from(source.bytes.subarray(0, 6)).toString() : '';
  if (start === 'HANG!!') for (;;);
  if (start === 'EXIT!!') process.exit(3);
  if (start === 'THROW!') throw new Error('a bug in the parser');
  if (start === 'MEMORY') for (const all: unknown[] = []; ; ) all.push(new Array(100_000).fill(all.length));
  return readLetter(source);
}
