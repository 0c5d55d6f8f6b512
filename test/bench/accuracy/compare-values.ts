import { printed } from './printed.ts';

/** A value that one side has and the other has not. */
export interface Miss {
  readonly field: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** How many values of a field were expected, found, and both. */
export interface Tally {
  readonly field: string;
  readonly expected: number;
  readonly found: number;
  readonly matched: number;
}

export interface Comparison {
  readonly tallies: readonly Tally[];
  readonly misses: readonly Miss[];
}

export type Values = readonly (string | undefined)[];

/** The values of both lists that are in the other as well, each counted once, and those that are not. */
export function compareValues(field: string, gold: Values, parse: Values): { tally: Tally; miss?: Miss } {
  const expected = gold.filter((value) => value !== undefined && value !== '') as string[];
  const found = parse.filter((value) => value !== undefined && value !== '') as string[];
  const left = new Map<string, number>();
  for (const value of found) left.set(printed(value), (left.get(printed(value)) ?? 0) + 1);
  const unmatched: string[] = [];
  for (const value of expected) {
    const count = left.get(printed(value)) ?? 0;
    if (count > 0) left.set(printed(value), count - 1);
    else unmatched.push(value);
  }
  const matched = expected.length - unmatched.length;
  const tally = { field, expected: expected.length, found: found.length, matched };
  if (matched === expected.length && matched === found.length) return { tally };
  const extra = found.filter((value) => {
    const count = left.get(printed(value)) ?? 0;
    if (count > 0) left.set(printed(value), count - 1);
    return count > 0;
  });
  return { tally, miss: { field, expected: unmatched, found: extra } };
}
