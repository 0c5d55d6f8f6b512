import { fact, gap, mark, tight } from '../marked-text.ts';
import { headerDay } from '../prose/printed-date.ts';
import type { WriteLetter } from './layout.ts';

/** A utilization review denial: it speaks of the same things, but it is no determination letter. */
export const writeUnrecognised: WriteLetter = (plan) => ({
  text: [
    fact('layout', 'unrecognised', ''),
    mark('unassigned', [
      'UTILIZATION REVIEW DETERMINATION',
      tight,
      `Date: ${headerDay(plan.urDenial)}`,
      gap,
      'Dear Doctor:',
      gap,
      plan.items.map(({ treatment, rationale }) => [
        `We have received your request for ${treatment.inWords}. The request is denied.`,
        tight,
        rationale,
        gap,
      ]),
      'You may request an Independent Medical Review (IMR) within 30 days.',
    ]),
  ],
});
