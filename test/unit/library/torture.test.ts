import { expect, test } from 'vitest';
import { runTorture } from '../../torture/run-torture.ts';
import { temporaryFolder } from './test-library.ts';

// Another seed every time: over many runs of the suite, many moments are tried. A failure names it.
const seed = Date.now() % 1_000_000;

test(`killed again and again, a library loses nothing that was acknowledged (seed ${seed})`, async () => {
  const report = await runTorture({ cycles: 25, seed, folder: temporaryFolder() });
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(25);
}, 120_000);
