import type { Span } from '../../../shared/model/span.ts';

/** The stretches that two or more of the spans cover, in order and without touching one another. */
export function overlaps(spans: readonly Span[]): Span[] {
  const edges = spans
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    // At the same place ends come first: spans that only touch do not overlap.
    .sort((a, b) => a.at - b.at || a.step - b.step);
  const found: Span[] = [];
  let depth = 0;
  let from = 0;
  for (const { at, step } of edges) {
    if (depth === 1 && step === 1) from = at;
    if (depth === 2 && step === -1 && at > from) found.push({ start: from, end: at });
    depth += step;
  }
  return found;
}
