import { gap, type Markup, mark, tight } from '../marked-text.ts';
import { headerDay, someDay } from '../prose/printed-date.ts';
import type { Random } from '../random.ts';

/** The sender, as the letters of 2013 print it. */
export const letterhead: Markup = [
  'MAXIMUS FEDERAL SERVICES, INC.',
  tight,
  'Independent Medical Review',
  tight,
  'P.O. Box 138009',
  tight,
  'Sacramento, CA 95813-8009',
  tight,
  '(855) 865-8873 Fax: (916) 605-4270',
  gap,
];

const documents = [
  'Application for Independent Medical Review',
  'Utilization Review Determination',
  'Employee medical records from the treating physician',
  'Medical Treatment Utilization Schedule (MTUS)',
  "Primary Treating Physician's Progress Report (PR-2)",
  'Operative report',
];

/** A bulleted list of records. */
export const documentList = (random: Random): Markup => [
  'The following relevant documents received from the interested parties and the documents provided with the application were reviewed and considered. These documents included:',
  random
    .sample(documents, random.int(2, 5))
    .map((name) => [tight, `\u2022 ${name} (dated ${headerDay(someDay(random, 2012, 2014))})`]),
];

/** How a letter of 2013 ends. */
export const effect: Markup = [
  gap,
  mark('heading', 'Effect of the Decision:'),
  tight,
  'The determination of MAXIMUS Federal Services and its physician reviewer is deemed to be the final determination of the Administrative Director, Division of Workers\u2019 Compensation. With respect to the medical necessity of the treatment in dispute, this determination is binding on all parties.',
];
