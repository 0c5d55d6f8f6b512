/** `npm test`: builds if needed, runs the unit and the end-to-end tests, and counts both in its last line. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from '../electron/build.ts';
import { canInstallPackages, installPackage } from '../electron/runtime/debian-packages.ts';
import { findElectron } from '../electron/runtime/electron-binary.ts';
import { findProgram } from '../electron/runtime/find-browser.ts';
import { provideBrowser } from '../electron/runtime/provide-browser.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Programs the tests read exported files with, and the packages they come in. */
const readers = [
  ['pdftotext', 'poppler-utils'],
  ['qpdf', 'qpdf'],
] as const;

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');

await mkdir(results, { recursive: true });
await buildIfNeeded();
if (!findElectron() && !provideBrowser()) process.exit(1);
provideReaders();
const all = [await runUnitTests(), await runEndToEndTests()];
const passed = sum(all.map((counts) => counts.passed));
const failed = sum(all.map((counts) => counts.failed));
const skipped = sum(all.map((counts) => counts.skipped));
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** The export tests read the PDF back with independent readers; without them they fail and say so. */
function provideReaders(): void {
  for (const [program, packageName] of readers) {
    if (findProgram([program])) continue;
    const reason = `The export tests need ${program}.`;
    if (!canInstallPackages() || !installPackage(packageName, reason)) {
      console.error(`${reason} Please install ${packageName}.`);
    }
  }
}

async function runUnitTests(): Promise<Counts> {
  const file = join(results, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return run('vitest', ['run', '--config', 'test/vitest.config.ts', ...reporters], file, (report) => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = report as Record<
      string,
      number
    >;
    // A file that can't even be loaded counts as one failure, though none of its tests ran.
    const failed = numFailedTests || (numFailedTestSuites ? 1 : 0);
    return { passed: numPassedTests ?? 0, failed, skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0) };
  });
}

async function runEndToEndTests(): Promise<Counts> {
  const file = join(results, 'e2e.json');
  return run('@playwright/test', ['test', '--config', 'test/e2e/playwright.config.ts'], file, (report) => {
    const { stats, errors } = report as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      errors: unknown[];
    };
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: failed || Math.min(errors.length, 1), skipped: stats.skipped };
  });
}

/**
 * Runs a test runner, its output going straight to the terminal, and counts what it wrote in its report. A
 * runner that fails without a failed test, or leaves no report, counts as one failure.
 */
async function run(
  packageName: string,
  args: string[],
  reportFile: string,
  count: (report: unknown) => Counts,
): Promise<Counts> {
  await rm(reportFile, { force: true });
  const program = binaryOf(packageName);
  const status = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = count(JSON.parse(await readFile(reportFile, 'utf8')));
  } catch (error) {
    console.error(`${packageName} left no readable report: ${error}`);
    return { ...counts, failed: 1 };
  }
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function binaryOf(packageName: string): string {
  const manifestFile = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = createRequire(import.meta.url)(manifestFile) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : Object.values(bin)[0];
  if (!file) throw new Error(`${packageName} has no program.`);
  return join(dirname(manifestFile), file);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
