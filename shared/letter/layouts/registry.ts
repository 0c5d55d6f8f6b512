import { decisionsLayout } from './decisions.ts';
import { issuesLayout } from './issues.ts';
import type { LayoutParser } from './layout.ts';
import { notice2013Layout } from './notice-2013.ts';
import { professionalReviewLayout } from './professional-review.ts';

/** Every layout the program knows. A new one is a new file and a line here. */
const layoutParsers: readonly LayoutParser[] = [
  // Of two layouts with the same score the first is taken: the decisions layout shares headings and labels with issues.
  decisionsLayout,
  issuesLayout,
  professionalReviewLayout,
  notice2013Layout,
];

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
    // No later one can know it better.
    if (bestScore >= 1) break;
  }
  return best;
}
