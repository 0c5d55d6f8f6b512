import type { CasePlan } from '../case-plan.ts';
import { fact, type Markup, mark, tight } from '../marked-text.ts';
import type { Random } from '../random.ts';

type Reviewer = CasePlan['reviewer'];

/** `a`, `a and b`, `a, b and c`, each marked as a member of the list at `path`. */
function markedList(path: string, names: readonly string[], last: string): Markup {
  return names.map((name, n) => [n === 0 ? '' : n === names.length - 1 ? last : ', ', mark(`${path}.${n}`, name)]);
}

const startUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `is Board Certified in X and is licensed to practice in Y`, in the wordings of the seeds and of their neighbours. */
function prosePredicate(random: Random, { certifications, licensedIn }: Reviewer): Markup {
  const path = 'reviewer.certifications';
  const [first = '', second, third] = certifications;
  // Letters join two specialties with a phrase of their own, or with "and".
  const certified: Markup =
    second && random.chance(0.5)
      ? [
          mark(`${path}.0`, first),
          ', has a subspecialty in ',
          mark(`${path}.1`, second),
          third ? [' and ', mark(`${path}.2`, third)] : '',
        ]
      : markedList(path, certifications, ' and ');
  return [
    random.chance(0.05) ? 'is Board Certified in' : 'is Board Certified in ',
    certified,
    random.pick([' and is', ', and is', ' and is']),
    ' licensed to practice in ',
    markedList('reviewer.licensedIn', licensedIn, random.pick([' and ', ', '])),
    '.',
  ];
}

/** How the reviewer was chosen, with the credentials in prose unless a block gives them. */
export function reviewerProse(random: Random, reviewer: Reviewer, credentials: 'prose' | 'block'): Markup {
  const { title } = reviewer;
  const the = `The ${title}`;
  const space = random.pick([' ', '  ']);
  const join = (...sentences: Markup[]): Markup => sentences.map((sentence, n) => [n > 0 ? space : '', sentence]);
  return join(
    [
      'MAXIMUS Federal Services sent the complete case file to ',
      title === 'expert reviewer' ? 'an ' : 'a ',
      fact('reviewer.title', title, title),
      '.',
    ],
    'He/she has no affiliation with the employer, employee, providers or the claims administrator.',
    ...(credentials === 'prose' ? [[`${the} `, prosePredicate(random, reviewer)]] : []),
    'He/she has been in active clinical practice for more than five years and is currently working at least 24 hours a week in active practice.',
    `${the} was selected based on his/her clinical experience, education, background, and expertise in the same or similar specialties that evaluate and/or treat the medical condition and disputed items/services.`,
    'He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical Review determinations.',
  );
}

/** One sentence that gives the reviewer's credentials, as layouts without a standing paragraph have it. */
export const credentialSentence = (random: Random, reviewer: Reviewer): Markup => [
  startUpper('the '),
  fact('reviewer.title', reviewer.title, reviewer.title),
  ' ',
  prosePredicate(random, reviewer),
];

/** The block with its two labels. */
export const credentialBlock = ({ title, certifications, licensedIn }: Reviewer): Markup => [
  `The ${title === 'expert reviewer' ? 'Expert Reviewer' : 'Physician Reviewer'} has the following credentials:`,
  tight,
  mark('label', 'State(s) of Licensure:'),
  ' ',
  markedList('reviewer.licensedIn', licensedIn, ', '),
  tight,
  mark('label', 'Certification(s)/Specialty:'),
  ' ',
  markedList('reviewer.certifications', certifications, ', '),
];
