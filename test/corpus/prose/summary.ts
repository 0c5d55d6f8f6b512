import { gap, type Markup, mark } from '../marked-text.ts';
import type { Random } from '../random.ts';
import type { Region } from '../vocabulary/regions.ts';
import type { Treatment } from '../vocabulary/treatments.ts';
import { diagnosisSentence, medicationSentence, noListSentence } from './clinical-lists.ts';
import { type Patient, patientSentences } from './patient.ts';
import { printedDay, someDay } from './printed-date.ts';
import { unlike } from './unlike.ts';

const past = [
  'physical therapy',
  'chiropractic care',
  'acupuncture',
  'epidural steroid injections',
  'a TENS unit',
  'home exercise',
  'NSAIDs',
  'activity modification',
  'bracing',
];

const listed = (words: readonly string[]): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')}${words.length > 2 ? ',' : ''} and ${words.at(-1)}`;

/** One sentence on the course of the case. */
function sentence(random: Random, { year }: { year: number }, region: Region): Markup {
  const date = (): string => printedDay(random, someDay(random, year, year + 2));
  const [low, high] = [random.int(2, 5), random.int(6, 10)];
  return random.pick<() => Markup>([
    () => `On ${date()}, the patient reported ${high}/10 pain in the ${region.name}, radiating distally.`,
    () => diagnosisSentence(random, region),
    () => diagnosisSentence(random, region),
    () => medicationSentence(random),
    () => medicationSentence(random),
    () => noListSentence(random, region),
    () => random.pick(region.findings),
    () => random.pick(region.findings),
    () => `Treatment to date has included ${listed(random.sample(past, random.int(2, 5)))}.`,
    () =>
      `An MRI of the ${region.name} dated ${date()} revealed multilevel degenerative changes, without cord compression.`,
    () => `Pain is rated ${low}/10 with and ${high}/10 without medications (VAS).`,
    () => `In a utilization review report dated ${date()}, the claims administrator denied the request.`,
    () =>
      `The claims administrator cited "a lack of functional improvement" and the applicant's attorney subsequently appealed.`,
    () => `The patient was placed off work, on total temporary disability, for an additional six weeks.`,
    () =>
      `Per the primary physician's progress report (PR-2) of ${date()}, there was ${random.int(20, 80)}% relief for ${random.int(2, 10)} weeks after the last injection.`,
    () =>
      `The patient underwent surgery on ${date()}, followed by ${random.int(8, 36)} sessions of post-operative therapy.`,
    () => `It was not clearly stated whether this was a first-time or a repeat request.`,
    () =>
      `Past history is notable for non-insulin-dependent diabetes, hypertension and a ${random.int(5, 30)}-year history of smoking.`,
    () => `The patient lives with a ${random.int(8, 17)}-year-old son and is currently working on a full-time basis.`,
    () => `Examination of the extremities showed normal motor strength, i.e. 5/5, and no long-tract signs.`,
  ])();
}

/** How long the parts of a letter are. */
export interface Lengths {
  readonly summarySentences: number;
  readonly rationaleSentences: number;
}

/** A clinical case summary of one or more paragraphs, marked as the case's `summary`. */
export function clinicalSummary(
  random: Random,
  patient: Patient,
  treatments: readonly Treatment[],
  lengths: Lengths,
  spellings: 'seeds' | 'all',
): Markup {
  const space = random.pick([' ', '  ']);
  const region = treatments[0]?.region;
  const said = new Set<string>();
  const paragraphs: Markup[] = [[patientSentences(random, patient, spellings)]];
  for (let n = 0, inParagraph = 1; n < lengths.summarySentences && region; n++, inParagraph++) {
    const text = unlike(said, () =>
      sentence(random, patient.injury, random.chance(0.8) ? region : random.pick(treatments).region),
    );
    const fresh = inParagraph > 9 && random.chance(0.3);
    if (fresh) inParagraph = 0;
    paragraphs.push(fresh ? gap : space, text);
  }
  const wish = treatments.map(({ inWords }) => inWords);
  paragraphs.push(space, `The current request is for ${listed(wish.slice(0, 3))}.`);
  return mark('summary', paragraphs);
}
