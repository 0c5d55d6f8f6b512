import { fact, gap, mark, tight } from '../marked-text.ts';
import { plainStatement } from '../prose/plain-statement.ts';
import { reviewerProse } from '../prose/reviewer.ts';
import { clinicalSummary } from '../prose/summary.ts';
import { headerDate } from './issues.ts';
import type { WriteLetter } from './layout.ts';
import { documentList, letterhead } from './standing-text.ts';

/** The layout of late 2013: its headings are from published letters, the writing of its items from memory. */
export const writeDecisions: WriteLetter = (plan, random) => {
  const { items, patient, reviewer } = plan;
  const The = reviewer.title === 'expert reviewer' ? 'The Expert Reviewer' : 'The Physician Reviewer';
  return {
    text: [
      fact('layout', 'decisions', ''),
      letterhead,
      [
        mark('label', 'IMR Case Number:'),
        '  ',
        mark('number', plan.number),
        '  ',
        headerDate('Date of Injury', 'injury', patient.injury),
        tight,
      ],
      [mark('label', 'Claims Number:'), '  ', headerDate('UR Denial Date', 'urDenial', plan.urDenial), tight],
      [mark('label', 'Priority:'), '  STANDARD  ', headerDate('Application Received', 'received', plan.received), gap],
      mark('heading', 'HOW THE IMR FINAL DETERMINATION WAS MADE'),
      tight,
      reviewerProse(random, reviewer, 'prose'),
      gap,
      mark('heading', 'DOCUMENTS REVIEWED'),
      tight,
      documentList(random),
      gap,
      mark('heading', 'CLINICAL CASE SUMMARY'),
      tight,
      'The physician reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
      gap,
      clinicalSummary(
        random,
        patient,
        items.map(({ treatment }) => treatment),
        plan.lengths,
        'all',
      ),
      gap,
      mark('heading', 'IMR DECISION(S) AND RATIONALE(S)'),
      tight,
      'The Final Determination was based on decisions for the disputed items/services set forth below:',
      items.map(({ treatment, outcome, rationale }, n) => [
        gap,
        mark(`items.${n}`, ''),
        `${n + 1}. `,
        random.pick(['The request for ', '']),
        mark(`items.${n}.title`, treatment.title),
        ' is ',
        outcome === 'denied'
          ? fact(`items.${n}.decision`, 'upheld', 'not medically necessary and appropriate')
          : fact(`items.${n}.decision`, 'overturned', 'medically necessary and appropriate'),
        '.',
        gap,
        plainStatement(random, 'The Claims Administrator', 'its', treatment, `items.${n}.claimsAdministrator`),
        gap,
        plainStatement(random, The, 'his/her', treatment, `items.${n}.reviewer`),
        gap,
        `${The}\u2019s decision rationale: `,
        mark(`items.${n}.rationale`, rationale),
      ]),
    ],
  };
};
