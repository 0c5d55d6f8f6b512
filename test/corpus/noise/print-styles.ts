import type { NoiseLevel } from '../case-plan.ts';
import { type PrintStyle, seedStyle } from '../print/print-style.ts';
import type { Random } from '../random.ts';

/** How a letter is set: as the seeds are at 0, in other ways at 1, and at 2 also narrow, without gaps or unwrapped. */
export function printStyle(random: Random, level: NoiseLevel): PrintStyle {
  if (level === 0) return seedStyle;
  const emptyLines = random.pick([0, 1] as const);
  const blanks = random.chance(0.5);
  const unwrapped = level === 2 && random.chance(0.15);
  const noGaps = level === 2 && random.chance(0.1);
  return {
    width: unwrapped ? Number.POSITIVE_INFINITY : level === 1 ? random.int(60, 130) : random.int(40, 160),
    emptyLines,
    // A line with one space is the only gap that double spacing shows when its blanks are kept.
    gap: noGaps ? 'none' : blanks && random.chance(0.5) ? 'marked' : 'empty',
    blanks,
    pageLines: random.chance(0.2)
      ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
      : level === 1
        ? [20, 60]
        : [12, 60],
    pageEnd: random.chance(0.3) ? 'form-feed' : 'empty-lines',
    lineEnd: random.chance(0.4) ? '\r\n' : '\n',
    indent: random.chance(0.1) ? random.int(1, 8) : 0,
  };
}
