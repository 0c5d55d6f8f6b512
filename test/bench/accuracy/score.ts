import type { Comparison, Miss, Tally } from './compare-values.ts';

export interface FieldScore {
  readonly field: string;
  readonly expected: number;
  /** Share of the found values that are right; 1 when none is found. */
  readonly precision: number;
  /** Share of the expected values that are found; 1 when none is expected. */
  readonly recall: number;
}

/** The sums over the letters of one group, and the first misses of each field. */
export class Score {
  letters = 0;
  broken: string[] = [];
  readonly #sums = new Map<string, { expected: number; found: number; matched: number }>();
  readonly misses: (Miss & { readonly letter: string })[] = [];

  add(letter: string, { tallies, misses }: Comparison, broken: string | undefined): void {
    this.letters++;
    if (broken !== undefined) this.broken.push(`${letter}: ${broken}`);
    for (const tally of tallies) this.#sum(tally);
    for (const miss of misses) this.misses.push({ ...miss, letter });
  }

  #sum({ field, expected, found, matched }: Tally): void {
    const sum = this.#sums.get(field) ?? { expected: 0, found: 0, matched: 0 };
    this.#sums.set(field, {
      expected: sum.expected + expected,
      found: sum.found + found,
      matched: sum.matched + matched,
    });
  }

  /** The fields that were expected or found at least once, in the order they are compared. */
  fields(): FieldScore[] {
    return [...this.#sums]
      .filter(([, { expected, found }]) => expected + found > 0)
      .map(([field, { expected, found, matched }]) => ({
        field,
        expected,
        precision: found === 0 ? 1 : matched / found,
        recall: expected === 0 ? 1 : matched / expected,
      }));
  }
}
