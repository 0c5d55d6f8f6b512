import { writeSync } from 'node:fs';
import type { Change, Intent, Line } from './facts.ts';

/** Written at once: what was said before the process is killed has been said. */
export const say = (line: Line) => writeSync(1, `${JSON.stringify(line)}\n`);

/** Says what is going to be done, does it, and says so when it is acknowledged. */
export async function acknowledge(intent: Intent, work: () => Promise<string | undefined>): Promise<void> {
  say({ kind: 'will', intent });
  const name = await work();
  say({ kind: 'did', ...(name !== undefined && { name }) });
}

/** A write, with what it changes. */
export function write(
  changes: readonly Change[],
  work: () => Promise<unknown>,
  { atomic = true, deleted = [] }: { atomic?: boolean; deleted?: readonly string[] } = {},
): Promise<void> {
  return acknowledge({ kind: 'write', atomic, changes, deleted }, async () => {
    await work();
    return undefined;
  });
}
