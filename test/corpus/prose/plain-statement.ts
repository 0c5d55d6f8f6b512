import { type Markup, mark } from '../marked-text.ts';
import type { Random } from '../random.ts';
import type { Treatment } from '../vocabulary/treatments.ts';
import { type Cite, citer } from './cite.ts';

const cited: readonly ((random: Random, cite: Cite, treatment: Treatment) => Markup)[] = [
  (_, cite, { topic }) => [
    'the ',
    cite('MTUS', (path) => [
      mark(`${path}.guideline`, 'Chronic Pain Medical Treatment Guidelines'),
      ', ',
      mark(`${path}.section`, topic.name),
      ', page ',
      mark(`${path}.pages.0`, String(topic.pages[0])),
    ]),
    ', which is part of the MTUS',
  ],
  (random, cite, { region }) => [
    'the ',
    cite('ODG', (path) => [
      'Official Disability Guidelines (ODG), ',
      mark(`${path}.chapter`, random.pick(region.odg)),
      ' Chapter',
    ]),
    ', which is not part of the MTUS',
  ],
  (_, cite, { odgTopic }) => [
    'the ',
    cite('ODG', (path) => ['Official Disability Guidelines (ODG), ', mark(`${path}.section`, odgTopic)]),
  ],
];

/** What a side relied on in the prose of the layouts of 2013: `The … based its decision on …`, marked at `path`. */
export function plainStatement(
  random: Random,
  subject: string,
  possessive: string,
  treatment: Treatment,
  path: string,
): Markup {
  const cite = citer(path);
  return mark(
    path,
    random.chance(0.1)
      ? `${subject} did not cite any evidence-based criteria in the utilization review determination letter.`
      : [`${subject} based ${possessive} decision on `, random.pick(cited)(random, cite, treatment), '.'],
  );
}
