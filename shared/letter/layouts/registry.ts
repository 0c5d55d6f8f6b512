import { issuesLayout } from './issues.ts';
import type { LayoutParser } from './layout.ts';

/** Every layout the program knows. A new one is a new file and a line here. */
const layoutParsers: readonly LayoutParser[] = [issuesLayout];

/** Below this score a text is no letter of any known layout. */
const threshold = 0.5;

/** The layout that knows `readingText` best; undefined when none knows it. */
export function recogniseLayout(readingText: string): LayoutParser | undefined {
  let best: LayoutParser | undefined;
  let bestScore = threshold;
  for (const parser of layoutParsers) {
    const score = parser.recognise(readingText);
    if (score >= bestScore && (best === undefined || score > bestScore)) {
      best = parser;
      bestScore = score;
    }
  }
  return best;
}
