/**
 * Saving a note durably, beside one write and fdatasync of 4 KB, in turn: `npm run -s bench -- save [--json]`.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibraryMethods } from '../../../electron/library/library-methods.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { describeTarget } from '../../../shared/anchoring/describe-target.ts';
import { type Bench, benchLine } from '../bench-line.ts';
import { newLetters } from './bench-letters.ts';
import { quantile } from './timing.ts';

const pairs = 300;

export const save: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-save-'));
  const { db, close } = openLibrary(join(folder, 'library'));
  const library = createLibraryMethods(db);
  const [letter] = library.addLetters(newLetters(1, 0, 1));
  const letterId = letter?.letterId ?? 0;
  const { readingText } = library.openCase(letterId).parse;
  const file = openSync(join(folder, 'file'), 'w');
  const block = Buffer.alloc(4096, 1);
  const ours: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < pairs; round++) {
    const target = describeTarget(readingText, { start: round, end: round + 20 });
    let start = performance.now();
    library.createAnnotation({ id: randomUUID(), letterId, target, note: `Note ${round}.`, tags: [], author: 'A' });
    ours.push(performance.now() - start);
    start = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    reference.push(performance.now() - start);
  }
  closeSync(file);
  close();
  rmSync(folder, { recursive: true });
  const half = (values: number[]) =>
    quantile(
      values.sort((a, b) => a - b),
      0.5,
    );
  const line = benchLine('durable save of a note, p50', 'ms', half(ours), half(reference), { most: 3 });
  return {
    lines: [line],
    text: `${line.bench}: ${line.ours.toFixed(2)} ms, fdatasync ${line.reference.toFixed(2)} ms, ratio ${line.ratio.toFixed(2)}`,
  };
};
