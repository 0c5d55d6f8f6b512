/**
 * `npm run -s torture -- --cycles N [--seed S]`: kills a process that works on a library N times and prints, as JSON,
 * what was acknowledged and what was lost. Exit status 1 when anything was, 2 for wrong usage.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTorture } from './run-torture.ts';

const option = { type: 'string' } as const;
const { values } = parseArgs({ options: { cycles: option, seed: option } });
const cycles = Number(values.cycles ?? 25);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!Number.isSafeInteger(cycles) || cycles < 1 || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run -s torture -- --cycles N [--seed S]');
  process.exitCode = 2;
} else {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-torture-'));
  const report = await runTorture({
    cycles,
    seed,
    folder,
    onCycle: (cycle, faults) => {
      for (const fault of faults) console.error(fault);
      if ((cycle + 1) % 100 === 0) console.error(`${cycle + 1} cycles`);
    },
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(JSON.stringify({ seed, seconds, ...report, faults: report.faults.length }));
  if (report.faults.length > 0) {
    console.error(`The faulty libraries are in ${folder}.`);
    process.exitCode = 1;
  }
}
