import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const dieAt = fileURLToPath(new URL('./die-at.ts', import.meta.url));

/** How many processes run at a time. */
const lanes = 2;

/**
 * Runs `die-at.ts` on a fresh library for every step there is, and calls `check` on what the kill left.
 * @param prepare makes the library for a step, and says what to do with it
 * @returns the number of steps
 */
export async function killAtEveryStep(
  prepare: () => { dir: string; action: 'open' | 'restore' | 'replace'; name?: string },
  check: (dir: string, step: number) => void,
): Promise<number> {
  const { dir, action, name = '' } = prepare();
  const all = await run(action, dir, Number.MAX_SAFE_INTEGER, name);
  const steps = Number(all.stdout);
  if (!(steps > 0)) throw new Error('The process did not end by itself.');
  check(dir, steps + 1);
  let next = 0;
  const lane = async () => {
    for (next += 1; next <= steps; next += 1) {
      const step = next;
      const prepared = prepare();
      const { signal } = await run(prepared.action, prepared.dir, step, prepared.name ?? '');
      if (signal !== 'SIGKILL') throw new Error(`The process was not killed at step ${step}.`);
      check(prepared.dir, step);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return steps;
}

async function run(action: string, dir: string, step: number, name: string) {
  const child = spawn(process.execPath, [dieAt, action, dir, String(step), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [stdout, [, signal]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { stdout, signal };
}
