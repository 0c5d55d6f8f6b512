/**
 * The link between a reading text and the source text it was reflowed from: runs of characters that stand in
 * both, in order. What lies between two runs was inserted (in the reading text) or left out (of the source).
 */

/** `length` code units that stand at `reading` in the reading text and at `source` in the source text. */
export interface SourceRun {
  readonly reading: number;
  readonly source: number;
  readonly length: number;
}

/** Runs sorted by both offsets. Plain data: it survives JSON and structured cloning. */
export type SourceMap = readonly SourceRun[];

/**
 * The source offset of the character at `readingOffset`. For an inserted space, and past the end, it is where the
 * next character of the reading text stands in the source, or the end of the last one.
 */
export const toSource = (map: SourceMap, readingOffset: number): number => translate(map, readingOffset, 'reading');

/** The reading offset of the character at `sourceOffset`; for one that was left out, that of the next one kept. */
export const toReading = (map: SourceMap, sourceOffset: number): number => translate(map, sourceOffset, 'source');

function translate(map: SourceMap, offset: number, from: 'reading' | 'source'): number {
  const to = from === 'reading' ? 'source' : 'reading';
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = map[middle];
    if (run && run[from] + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  const run = map[low];
  if (run) return run[to] + Math.max(0, offset - run[from]);
  const last = map.at(-1);
  return last ? last[to] + last.length : 0;
}
