import type { PlannedItem } from '../case-plan.ts';
import { fact, gap, type Markup, mark, newline, tight } from '../marked-text.ts';
import { citer } from '../prose/cite.ts';
import { credentialSentence } from '../prose/reviewer.ts';
import { clinicalSummary } from '../prose/summary.ts';
import type { Random } from '../random.ts';
import type { WriteLetter } from './layout.ts';
import { documentList } from './standing-text.ts';

interface ReviewedItem extends PlannedItem {
  /** Its place in the letter, from 0. */
  readonly n: number;
}

/** A list within a rationale: where a line of it starts a page, it looks like the list that the rationales stand in. */
const numbered = /(?:^|\s)\(?\d{1,2}[.)]\s/;

/** Parts under the same heading: as they are where there is one, and numbered where there are several. */
const listed = (parts: readonly Markup[]): Markup =>
  parts.length === 1 ? parts : parts.map((part, n) => [n > 0 ? gap : '', `${n + 1}. `, part]);

const issue = (items: readonly ReviewedItem[]): Markup => [
  mark('heading', 'ISSUE AT DISPUTE:'),
  tight,
  listed(items.map(({ n, treatment }) => [mark(`items.${n}`, ''), mark(`items.${n}.title`, treatment.title)])),
  gap,
];

function guideline(random: Random, { n, treatment }: ReviewedItem): Markup {
  const cite = citer(`items.${n}.reviewer`);
  return mark(`items.${n}.reviewer`, [
    'The reviewer relied on the ',
    cite('ODG', (path) => [
      'Official Disability Guidelines (ODG), ',
      mark(`${path}.chapter`, random.pick(treatment.region.odg)),
      ' Chapter, ',
      mark(`${path}.section`, treatment.odgTopic),
    ]),
    '. They address the treatment at issue.',
  ]);
}

/** Guidelines and rationale of items with one outcome. */
const review = (random: Random, items: readonly ReviewedItem[]): Markup => [
  mark('heading', `MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL ${newline}REVIEWER AND WHY:`),
  tight,
  listed(items.map((item) => guideline(random, item))),
  gap,
  'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS ',
  items.reduce<Markup>(
    (words, { n, outcome }) => fact(`items.${n}.decision`, outcome === 'denied' ? 'upheld' : 'overturned', words),
    items[0]?.outcome === 'denied' ? `NOT ${newline}MEDICALLY NECESSARY` : `${newline}MEDICALLY NECESSARY`,
  ),
  ':',
  tight,
  listed(items.map(({ n, rationale }) => mark(`items.${n}.rationale`, rationale))),
  gap,
];

/**
 * A review of one treatment or several: its headings are from published letters, which wrap the two long ones. How
 * several are printed is from memory: the issues numbered or each under a heading of its own, and what is said of them
 * likewise.
 */
export const writeProfessionalReview: WriteLetter = (plan, random) => {
  const items = plan.items.map((item, n) => ({ ...item, n }));
  const agree = new Set(items.map(({ outcome }) => outcome === 'denied')).size === 1;
  const canBeListed = agree && !items.some(({ rationale }) => numbered.test(rationale));
  const singly = items.map((item) => [item]);
  const issues = random.chance(0.5) ? [items] : singly;
  const reviews = issues[0] === items && canBeListed && random.chance(0.8) ? [items] : singly;
  return {
    text: [
      fact('layout', 'professional-review', ''),
      mark('heading', 'MEDICAL PROFESSIONAL REVIEW'),
      gap,
      issue(issues[0] ?? []),
      mark('heading', 'CASE SUMMARY:'),
      tight,
      clinicalSummary(
        random,
        plan.patient,
        items.map(({ treatment }) => treatment),
        plan.lengths,
        'all',
      ),
      gap,
      mark('heading', 'DOCUMENTS REVIEWED FOR DETERMINATION:'),
      tight,
      documentList(random),
      gap,
      reviews.map((reviewed, n) => [n > 0 && issues[n] ? issue(issues[n]) : '', review(random, reviewed)]),
      mark('heading', 'MEDICAL REVIEWER QUALIFICATIONS:'),
      tight,
      credentialSentence(random, plan.reviewer),
    ],
  };
};
