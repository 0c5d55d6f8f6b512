import type { Facts, Intent, Line } from './facts.ts';

type Write = Extract<Intent, { kind: 'write' }>;

/** Follows what a worker says, and knows what the library may hold when the worker dies. */
export interface Expectation {
  readonly acknowledged: number;
  /** Backups that were acknowledged, and what the library held then. */
  readonly backups: ReadonlyMap<string, Facts>;
  hear(line: Line): void;
  /** Takes what the library holds after the worker's death as what it is to hold from now on. @returns what is wrong */
  settle(found: Facts): string[];
}

export function createExpectation(initial: Facts, firstBackups: ReadonlyMap<string, Facts>): Expectation {
  let facts = new Map(initial);
  const backups = new Map(firstBackups);
  let pending: Intent | undefined;
  let acknowledged = 0;

  function carryOut(intent: Intent, name: string | undefined): void {
    if (intent.kind === 'write') facts = changed(facts, intent);
    if (intent.kind === 'back-up' && name !== undefined) backups.set(name, new Map(facts));
    if (intent.kind === 'restore') facts = new Map(backups.get(intent.name));
  }

  /** What the library may hold besides `facts`. */
  function others(): Facts[] {
    if (pending?.kind === 'restore') return [backups.get(pending.name) ?? new Map()];
    if (pending?.kind === 'write' && pending.atomic) return [changed(facts, pending)];
    return [];
  }

  return {
    get acknowledged() {
      return acknowledged;
    },
    backups,
    hear: (line) => {
      if (line.kind === 'will') pending = line.intent;
      if (line.kind !== 'did' || !pending) return;
      carryOut(pending, line.name);
      acknowledged += 1;
      pending = undefined;
    },
    settle: (found) => {
      const optional =
        pending?.kind === 'write' && !pending.atomic ? changed(new Map(), pending) : new Map<string, string>();
      const wrong = [facts, ...others()].map((possible) => differences(possible, found, optional));
      facts = new Map(found);
      pending = undefined;
      return wrong.some((faults) => faults.length === 0) ? [] : (wrong[0] ?? []);
    },
  };
}

function changed(facts: Facts, { changes, deleted }: Write): Map<string, string> {
  const gone = new Set(deleted);
  const after = new Map([...facts].filter(([key]) => !gone.has(key.split(' ')[1] ?? '')));
  for (const [key, value] of changes) {
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  return after;
}

/** @param optional what may be there besides, each by itself */
function differences(expected: Facts, found: Facts, optional: Facts): string[] {
  const lost = [...expected]
    .filter(([key, value]) => found.get(key) !== value && (found.get(key) ?? '') !== optional.get(key))
    .map(([key, value]) => `${key} should be “${inShort(value)}” and is “${inShort(found.get(key) ?? 'missing')}”`);
  const extra = [...found]
    .filter(([key, value]) => !expected.has(key) && optional.get(key) !== value)
    .map(([key]) => `${key} is there and was never written`);
  return [...lost, ...extra];
}

const inShort = (text: string): string => text.slice(0, 40);
