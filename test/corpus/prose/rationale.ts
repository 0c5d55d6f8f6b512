import { gap } from '../marked-text.ts';
import type { Random } from '../random.ts';
import type { Treatment } from '../vocabulary/treatments.ts';
import { unlike } from './unlike.ts';

export type Outcome = 'denied' | 'granted' | 'in part';

const criteria = [
  'An adequate and thorough evaluation has been made, including baseline functional testing',
  'Previous methods of treating chronic pain have been unsuccessful',
  'The patient has a significant loss of ability to function independently',
  'The patient is not a candidate where surgery or other treatments would clearly be warranted',
  'The patient exhibits motivation to change',
  'Radiculopathy is documented by physical examination and corroborated by imaging studies and/or electrodiagnostic testing',
  'Initially unresponsive to conservative treatment (exercises, physical methods, NSAIDs and muscle relaxants)',
  'No more than two nerve root levels should be injected',
];

function numbered(random: Random): string {
  const list = random.sample(criteria, random.int(3, 6));
  const form = random.pick([(n: number) => `(${n}) `, (n: number) => `${n}) `, (n: number) => `${n}. `]);
  const [between, close] = form(1).endsWith('. ') ? ['. ', '.'] : ['; ', '.'];
  return `The following criteria must be met: ${list.map((text, n) => form(n + 1) + text).join(between)}${close}`;
}

function sentence(random: Random, { inWords, topic, odgTopic, region }: Treatment): string {
  const page = random.int(topic.pages[0], topic.pages[1]);
  return random.pick([
    () =>
      `As noted on page ${page} of the MTUS Chronic Pain Medical Treatment Guidelines, ${topic.name.toLowerCase()} should be predicated on evidence of lasting analgesia and functional improvement.`,
    () => `The Official Disability Guidelines (ODG) address this under ${odgTopic}.`,
    () => `In this case, there is no documentation of a failure of first-line treatment.`,
    () => `The records do not show that pain decreased, or that function improved, with prior care.`,
    () => `The ACOEM Guidelines state that invasive techniques are of questionable merit.`,
    () =>
      `Functional improvement is defined in 9792.20(f) as a clinically significant improvement in activities of daily living or a reduction in work restrictions.`,
    () => `The patient has ${random.pick(region.diagnoses)}, which was confirmed on imaging.`,
    () => random.pick(region.findings),
    () => numbered(random),
    () => `The treating physician wrote: "Patient benefits from current treatment."`,
    () => `Guidelines support ${random.int(6, 12)} visits over ${random.int(4, 8)} weeks; the request exceeds this.`,
    () =>
      `Additionally, the ${region.name} was examined on one occasion only (see above), with non-radicular findings.`,
    () => `MTUS: ${topic.name}. ODG: ${odgTopic}. Both were considered with regard to ${inWords}.`,
    () => `The claims administrator's guideline was considered, but the decision below rests on the records.`,
    () => `Long-term use is not recommended, e.g. beyond two to three weeks, and weaning should be slow.`,
  ])();
}

const conclusions: Readonly<Record<Outcome, readonly ((words: string) => string)[]>> = {
  denied: [
    (words) => `Therefore, the request for ${words} is not medically necessary.`,
    (words) => `As such, the request for ${words} is not medically necessary and appropriate.`,
    () => 'The request is non-certified.',
    () => 'Therefore, the prior denial is upheld.',
    () =>
      'Since the primary request was deemed not medically necessary, the derivative or companion request is likewise not medically necessary..',
  ],
  granted: [
    (words) => `Therefore, the request for ${words} is medically necessary.`,
    () => 'Thus, it seems reasonable to support the request, based on these guidelines.',
    () => 'The utilization review decision is overturned.',
  ],
  'in part': [
    (words) => `Therefore, ${words} is medically necessary in part; the remainder is not.`,
    () => 'The request is certified with modification.',
  ],
};

/** Labels that a reviewer may quote within a rationale; they end nothing. */
const quotedLabels = [
  'The prior letter reads, "Decision rationale: the request exceeds the guidelines," which is noted.',
  'The denial was printed under "Claims Administrator guideline: Decision based on MTUS ACOEM" without a page.',
  'As for the heading "MAXIMUS guideline:" of the earlier determination, it named no source.',
];

/** A decision rationale of about `sentences` sentences; `quoting` puts in a label in quotation marks. */
export function rationaleText(
  random: Random,
  treatment: Treatment,
  outcome: Outcome,
  sentences: number,
  quoting: boolean,
): string {
  const space = random.pick([' ', '  ']);
  const said = new Set<string>();
  const next = (): string => unlike(said, () => sentence(random, treatment));
  let text = next();
  for (let n = 1; n < sentences; n++) {
    text += (n % 11 === 0 && random.chance(0.4) ? gap : space) + next();
  }
  if (quoting) text += space + random.pick(quotedLabels);
  return text + space + random.pick(conclusions[outcome])(treatment.inWords);
}
