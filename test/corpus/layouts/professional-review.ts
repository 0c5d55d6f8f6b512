import { fact, gap, mark, newline, tight } from '../marked-text.ts';
import { citer } from '../prose/cite.ts';
import { credentialSentence } from '../prose/reviewer.ts';
import { clinicalSummary } from '../prose/summary.ts';
import type { WriteLetter } from './layout.ts';
import { documentList } from './standing-text.ts';

/** A review of one treatment: its headings are from published letters, which wrap the two long ones. */
export const writeProfessionalReview: WriteLetter = (plan, random) => {
  const planned = plan.items[0];
  if (!planned) throw new Error('A professional review judges one treatment.');
  const { treatment, outcome, rationale } = planned;
  const denied = outcome === 'denied';
  const cite = citer('items.0.reviewer');
  return {
    text: [
      fact('layout', 'professional-review', ''),
      mark('heading', 'MEDICAL PROFESSIONAL REVIEW'),
      gap,
      mark('heading', 'ISSUE AT DISPUTE:'),
      tight,
      mark('items.0', ''),
      mark('items.0.title', treatment.title),
      gap,
      mark('heading', 'CASE SUMMARY:'),
      tight,
      clinicalSummary(random, plan.patient, [treatment], plan.lengths, 'all'),
      gap,
      mark('heading', 'DOCUMENTS REVIEWED FOR DETERMINATION:'),
      tight,
      documentList(random),
      gap,
      mark('heading', `MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL ${newline}REVIEWER AND WHY:`),
      tight,
      mark('items.0.reviewer', [
        'The reviewer relied on the ',
        cite('ODG', (path) => [
          'Official Disability Guidelines (ODG), ',
          mark(`${path}.chapter`, random.pick(treatment.region.odg)),
          ' Chapter, ',
          mark(`${path}.section`, treatment.odgTopic),
        ]),
        '. They address the treatment at issue.',
      ]),
      gap,
      'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS ',
      denied
        ? fact('items.0.decision', 'upheld', `NOT ${newline}MEDICALLY NECESSARY`)
        : fact('items.0.decision', 'overturned', `${newline}MEDICALLY NECESSARY`),
      ':',
      tight,
      mark('items.0.rationale', rationale),
      gap,
      mark('heading', 'MEDICAL REVIEWER QUALIFICATIONS:'),
      tight,
      credentialSentence(random, plan.reviewer),
    ],
  };
};
