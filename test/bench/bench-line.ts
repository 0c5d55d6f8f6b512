/** One measured figure beside what it is measured against. */
export interface BenchLine {
  readonly bench: string;
  readonly ours: number;
  readonly reference: number;
  /** `ours / reference`. */
  readonly ratio: number;
  /** What the ratio must be, or `none` for a figure that is only reported. */
  readonly budget: string;
  readonly holds: boolean;
  readonly unit: string;
}

/** A bench by its name: what it measured, and lines to read beside it. `options` are the words after its name. */
export type Bench = (options: readonly string[]) => Promise<BenchReport>;

export interface BenchReport {
  readonly lines: readonly BenchLine[];
  /** For people; not printed with `--json`. */
  readonly text: string;
}

/** A line whose ratio must be at least (or at most) `budget`; without one it only reports. */
export function benchLine(
  bench: string,
  unit: string,
  ours: number,
  reference: number,
  budget?: { readonly least: number } | { readonly most: number },
): BenchLine {
  const ratio = reference === 0 ? Number(ours === 0) : ours / reference;
  const holds = budget === undefined || ('least' in budget ? ratio >= budget.least : ratio <= budget.most);
  const words = budget === undefined ? 'none' : 'least' in budget ? `>= ${budget.least}` : `<= ${budget.most}`;
  return { bench, ours, reference, ratio, budget: words, holds, unit };
}
