import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { backupNames } from '../../electron/library/backups/list-backups.ts';
import { setOpenMark } from '../../electron/library/open-mark.ts';
import { openingIdsIn } from '../../electron/library/opening-id.ts';
import { type Random, random } from '../corpus/random.ts';
import { createExpectation, type Expectation } from './expectation.ts';
import type { Facts, Line } from './facts.ts';
import { inspectLibrary } from './inspect-library.ts';

export interface TortureOptions {
  readonly cycles: number;
  readonly seed: number;
  /** Where the libraries are made; what is found faulty stays there. */
  readonly folder: string;
  /** Told after every cycle. */
  readonly onCycle?: (cycle: number, faults: readonly string[]) => void;
}

export interface TortureReport {
  readonly cycles: number;
  readonly acknowledged: number;
  readonly backups: number;
  readonly restores: number;
  /** Kills before the library was open: in the middle of opening, checking or migrating it. */
  readonly killedWhileOpening: number;
  /** How often a copy of the closed file was then put back, and how often a log lay beside it. */
  readonly putBack: number;
  readonly putBackBesideLog: number;
  readonly faults: readonly string[];
}

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures/libraries/', import.meta.url));

/** A library is worked on for so many cycles; then comes another, empty or of an earlier version. */
const cyclesPerLibrary = 12;

/** Kills a working process again and again at moments of chance, and looks each time whether anything was lost. */
export async function runTorture({ cycles, seed, folder, onCycle = () => {} }: TortureOptions): Promise<TortureReport> {
  const chance = random(`torture ${seed}`);
  const counts = { acknowledged: 0, backups: 0, restores: 0, killedWhileOpening: 0, putBack: 0, putBackBesideLog: 0 };
  const all: string[] = [];
  let library = '';
  let fixture: Facts = new Map();
  let facts = fixture;
  let backups = new Map<string, Facts>();
  let deleted = new Set<string>();
  /** A copy of library.db from when it was closed last, and what it holds. */
  let closed: { path: string; facts: Facts } | undefined;
  for (let cycle = 0; cycle < cycles; cycle++) {
    if (cycle % cyclesPerLibrary === 0) {
      if (library && all.length === 0) rmSync(library, { recursive: true });
      ({ library, facts: fixture } = newLibrary(folder, chance));
      facts = fixture;
      backups = new Map();
      deleted = new Set();
      closed = undefined;
    }
    // Only what the fixture held has ever been of an earlier version.
    for (const { name, beforeUpdate } of backupNames(library)) if (beforeUpdate) backups.set(name, fixture);
    const expectation = createExpectation(facts, backups);
    const { opened, lines } = await workAndKill(library, `${seed}/${cycle}`, expectation, chance);
    for (const line of lines) {
      if (line.kind !== 'will' || line.intent.kind !== 'write') continue;
      for (const sum of line.intent.deleted) deleted.add(sum);
    }
    let expected = expectation;
    if (closed && chance.chance(0.25) && !existsSync(join(library, 'restore.plan'))) {
      copyFileSync(closed.path, join(library, 'library.db'));
      expected = createExpectation(closed.facts, expectation.backups);
      counts.putBack += 1;
      if (statSync(join(library, 'library.db-wal'), { throwIfNoEntry: false })?.size) counts.putBackBesideLog += 1;
    }
    const found = inspectLibrary(library, deleted);
    const faults = [...found.faults, ...expected.settle(found.facts)].map((fault) => `cycle ${cycle}: ${fault}`);
    ({ facts } = found);
    backups = new Map(expectation.backups);
    closed = { path: join(folder, 'closed.db'), facts };
    copyFileSync(join(library, 'library.db'), closed.path);
    // Inspecting has closed it; the worker is to find it as the kill left it.
    if (chance.chance(0.5)) setOpenMark(library, openingIdsIn(library));
    counts.acknowledged += expectation.acknowledged;
    counts.backups += lines.filter((line) => line.kind === 'did' && line.name !== undefined).length;
    counts.restores += lines.filter((line) => line.kind === 'will' && line.intent.kind === 'restore').length;
    counts.killedWhileOpening += opened ? 0 : 1;
    all.push(...faults);
    onCycle(cycle, faults);
  }
  if (library && all.length === 0) rmSync(library, { recursive: true });
  return { cycles, ...counts, faults: all };
}

function newLibrary(folder: string, chance: Random): { library: string; facts: Facts } {
  mkdirSync(folder, { recursive: true });
  const library = mkdtempSync(join(folder, 'library-'));
  const fixture = join(fixtures, chance.pick(['v1', 'v2', 'v3', 'v4', 'none']));
  if (!existsSync(fixture)) return { library, facts: new Map() };
  const copy = mkdtempSync(join(folder, 'fixture-'));
  cpSync(fixture, copy, { recursive: true });
  const { facts } = inspectLibrary(copy);
  rmSync(copy, { recursive: true });
  cpSync(fixture, library, { recursive: true });
  return { library, facts };
}

/** Half of the kills come after a number of acknowledged writes, the others at any time, as while opening. */
async function workAndKill(library: string, seed: string, expectation: Expectation, chance: Random) {
  const known = JSON.stringify([...expectation.backups.keys()]);
  const child = spawn(process.execPath, [worker, library, seed, known], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [killAfter, delay] = chance.chance(0.6)
    ? [chance.int(1, 30), chance.int(0, 12)]
    : [Number.POSITIVE_INFINITY, 0];
  if (killAfter === Number.POSITIVE_INFINITY) setTimeout(() => child.kill('SIGKILL'), chance.int(150, 900));
  const lines: Line[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Line;
    lines.push(line);
    expectation.hear(line);
    if (expectation.acknowledged === killAfter && child.exitCode === null) {
      await pause(delay);
      child.kill('SIGKILL');
    }
  }
  const [code, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`The worker ended by itself with ${code ?? signal} (seed ${seed}).`);
  return { opened: lines.some(({ kind }) => kind === 'opened'), lines };
}
