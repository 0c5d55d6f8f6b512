import { writeDecisions } from './decisions.ts';
import { writeIssues } from './issues.ts';
import type { WriteLetter } from './layout.ts';
import { writeNotice2013 } from './notice-2013.ts';
import { writeProfessionalReview } from './professional-review.ts';
import { writeUnrecognised } from './unrecognised.ts';

/** What the corpus can write. The first four, by their printing, are all of the layout `issues`. */
export const corpusLayouts = {
  issues: writeIssues({ header: false, credentials: 'prose' }),
  'issues-credentials': writeIssues({ header: false, credentials: 'block' }),
  'issues-header': writeIssues({ header: true, credentials: 'prose' }),
  'issues-header-credentials': writeIssues({ header: true, credentials: 'block' }),
  decisions: writeDecisions,
  'professional-review': writeProfessionalReview,
  'notice-2013': writeNotice2013,
  unrecognised: writeUnrecognised,
} satisfies Record<string, WriteLetter>;

export type CorpusLayout = keyof typeof corpusLayouts;

export const corpusLayoutNames = Object.keys(corpusLayouts) as CorpusLayout[];
