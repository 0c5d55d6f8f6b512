import type { CasePlan } from '../case-plan.ts';
import { fact, gap, type Markup, mark, newline, tight } from '../marked-text.ts';
import { guidelineStatement } from '../prose/guideline-statement.ts';
import { type Day, headerDay, isoDay } from '../prose/printed-date.ts';
import { credentialBlock, reviewerProse } from '../prose/reviewer.ts';
import { clinicalSummary } from '../prose/summary.ts';
import type { Random } from '../random.ts';
import type { WriteLetter } from './layout.ts';

/** A labelled date of a header. */
export const headerDate = (label: string, name: string, day: Day): Markup => [
  mark('label', `${label}:`),
  '  ',
  fact(`dates.${name}`, isoDay(day), headerDay(day)),
];

/** The seven fields in two columns, as published letters print them. */
const header = (plan: CasePlan): Markup => [
  [
    mark('label', 'Case Number:'),
    '  ',
    mark('number', plan.number),
    '  ',
    headerDate('Date Assigned', 'assigned', plan.assigned),
    tight,
  ],
  [
    headerDate('Date of Injury', 'injury', plan.patient.injury),
    '  ',
    headerDate('Decision Date', 'decision', plan.decided),
    tight,
  ],
  [mark('label', 'Priority:'), '  Standard  ', headerDate('UR Denial Date', 'urDenial', plan.urDenial), tight],
  [headerDate('Application Received', 'received', plan.received), gap],
];

function item(random: Random, plan: CasePlan, index: number): Markup {
  const planned = plan.items[index];
  if (!planned) return '';
  const { treatment, decision, decisionText, rationale } = planned;
  const path = `items.${index}`;
  const reviewerSide = plan.reviewer.title === 'expert reviewer' ? 'Expert Reviewer' : 'Physician Reviewer';
  return [
    gap,
    mark(path, ''),
    mark(`${path}.title`, treatment.title),
    mark('separator', ':'),
    random.pick(['  ', '  ', ' ', ` ${newline}`]),
    fact(`${path}.decision`, decision, decisionText),
    gap,
    mark('label', 'Claims Administrator guideline:'),
    ' ',
    guidelineStatement(random, 'Claims Administrator', treatment, `${path}.claimsAdministrator`),
    gap,
    mark('label', 'MAXIMUS guideline:'),
    ' ',
    guidelineStatement(random, reviewerSide, treatment, `${path}.reviewer`),
    gap,
    mark('label', 'Decision rationale:'),
    ' ',
    mark(`${path}.rationale`, rationale),
  ];
}

/** The layout of the five seeds, with the header of published letters and the credentials block where asked for. */
export function writeIssues(options: {
  readonly header: boolean;
  readonly credentials: 'prose' | 'block';
}): WriteLetter {
  return (plan, random) => {
    const treatments = plan.items.map(({ treatment }) => treatment);
    const spellings = plan.noise === 0 ? 'seeds' : 'all';
    return {
      text: [
        fact('layout', 'issues', ''),
        options.header ? header(plan) : ' ',
        mark('heading', 'HOW THE IMR FINAL DETERMINATION WAS MADE'),
        tight,
        reviewerProse(random, plan.reviewer, options.credentials),
        gap,
        options.credentials === 'block' ? [credentialBlock(plan.reviewer), gap] : '',
        mark('heading', 'CLINICAL CASE SUMMARY'),
        tight,
        'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
        gap,
        clinicalSummary(random, plan.patient, treatments, plan.lengths, spellings),
        gap,
        mark('heading', 'IMR ISSUES, DECISIONS AND RATIONALES'),
        tight,
        'The Final Determination was based on decisions for the disputed items/services set forth below:',
        plan.items.map((_, index) => item(random, plan, index)),
      ],
      ...(options.header && {
        footer: (page: number) => `Final Determination Letter for IMR Case Number ${plan.number}  ${page}`,
      }),
    };
  };
}
