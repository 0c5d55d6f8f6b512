import type { PlannedItem } from '../case-plan.ts';
import { fact, gap, type Markup, mark, tight } from '../marked-text.ts';
import { plainStatement } from '../prose/plain-statement.ts';
import { headerDay, isoDay } from '../prose/printed-date.ts';
import { credentialSentence } from '../prose/reviewer.ts';
import { clinicalSummary } from '../prose/summary.ts';
import type { Random } from '../random.ts';
import { headerDate } from './issues.ts';
import type { WriteLetter } from './layout.ts';
import { documentList, effect, letterhead } from './standing-text.ts';

/** The list of determinations, which the notice prints twice; its first printing is marked. */
const determinations = (random: Random, items: readonly PlannedItem[], marked: boolean): Markup =>
  items.map(({ treatment, outcome }, n) => {
    const granted = outcome !== 'denied';
    // "notmedically" has lost its space in published notices.
    const words = granted
      ? 'medically necessary and appropriate'
      : `${random.pick(['not', 'not '])}medically necessary and appropriate`;
    return [
      n > 0 ? tight : '',
      `${n + 1}) MAXIMUS Federal Services, Inc. has determined the request for `,
      marked ? mark(`items.${n}.title`, treatment.title) : treatment.title,
      ' is ',
      marked ? fact(`items.${n}.decision`, granted ? 'overturned' : 'upheld', words) : words,
      '.',
    ];
  });

/** The notice of 2013, after a published one; its parts per item are from memory. */
export const writeNotice2013: WriteLetter = (plan, random) => {
  const { items, patient } = plan;
  const relied =
    'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision';
  return {
    text: [
      fact('layout', 'notice-2013', ''),
      letterhead,
      mark('heading', 'Notice of Independent Medical Review Determination'),
      tight,
      [headerDate('Dated', 'decision', plan.decided), gap],
      [mark('label', 'Employee:'), tight, mark('label', 'Claim Number:'), tight],
      [headerDate('Date of UR Decision', 'urDenial', plan.urDenial), tight],
      [headerDate('Date of Injury', 'injury', patient.injury), tight],
      [headerDate('IMR Application Received', 'received', plan.received), tight],
      [mark('label', 'MAXIMUS Case Number:'), '  ', mark('number', plan.number), gap],
      items.map((_, n) => mark(`items.${n}`, '')),
      determinations(random, items, true),
      gap,
      mark('heading', 'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE'),
      tight,
      `An application for Independent Medical Review was filed on ${headerDay(plan.received)} disputing the Utilization Review Denial dated ${headerDay(plan.urDenial)}. A Notice of Assignment and Request for Information was provided to the above parties on `,
      // The date of assignment is that of this notice: so the Division counts in its IMR statistics.
      fact('dates.assigned', isoDay(plan.assigned), headerDay(plan.assigned)),
      `. A decision has been made for each of the treatment and/or services that were in dispute:`,
      gap,
      determinations(random, items, false),
      gap,
      mark('heading', 'Medical Qualifications of the Expert Reviewer:'),
      tight,
      'The independent Medical Doctor who made the decision has no affiliation with the employer, employee, providers or the claims administrator. ',
      credentialSentence(random, plan.reviewer),
      ' He/she has been in active clinical practice for more than five years and is currently working at least 24 hours a week in active practice.',
      gap,
      mark('heading', 'Case Summary:'),
      tight,
      clinicalSummary(
        random,
        patient,
        items.map(({ treatment }) => treatment),
        plan.lengths,
        'all',
      ),
      gap,
      mark('heading', 'Documents Reviewed for Determination:'),
      tight,
      documentList(random),
      items.map(({ treatment, rationale }, n) => [
        gap,
        `${n + 1}) Regarding the request for ${treatment.title}:`,
        gap,
        mark('heading', `${relied}:`),
        tight,
        plainStatement(random, 'The Claims Administrator', 'its', treatment, `items.${n}.claimsAdministrator`),
        ' ',
        plainStatement(random, 'The Expert Reviewer', 'his/her', treatment, `items.${n}.reviewer`),
        gap,
        mark('heading', 'Rationale for the Decision:'),
        tight,
        mark(`items.${n}.rationale`, rationale),
      ]),
      effect,
    ],
  };
};
