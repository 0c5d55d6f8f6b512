import { readTitle, type TitleFacts } from '../prose/title-facts.ts';
import type { Random } from '../random.ts';
import { bodyRegions, type Region, regions } from './regions.ts';
import { categoryOf, type TreatmentKind, titles } from './titles.ts';

/** A section of the MTUS Chronic Pain Medical Treatment Guidelines of 2009, and the pages it stands on. */
export interface Topic {
  readonly name: string;
  readonly pages: readonly [number, number];
}

/** A requested treatment. */
export interface Treatment {
  /** As a heading prints it, without the decision. */
  readonly title: string;
  /** As a sentence speaks of it: `the request for …`. */
  readonly inWords: string;
  readonly category: TreatmentKind;
  /** What the title says. */
  readonly facts: TitleFacts;
  readonly region: Region;
  readonly topic: Topic;
  /** The topic in the ODG. */
  readonly odgTopic: string;
}

interface Kind {
  readonly regions?: readonly Region[];
  readonly topics: readonly (readonly [name: string, first: number, last: number])[];
  readonly odg: readonly string[];
}

const kinds = {
  pharmaceutical: {
    topics: [
      ['Opioids, criteria for use', 76, 80],
      ['Muscle relaxants (for pain)', 63, 66],
      ['NSAIDs, GI symptoms & cardiovascular risk', 68, 69],
      ['Anti-epilepsy drugs (AEDs)', 16, 22],
      ['Topical Analgesics', 111, 113],
      ['Benzodiazepines', 24, 24],
      ['Weaning of Medications', 124, 124],
      ['Carisoprodol (Soma)', 29, 29],
    ],
    odg: [
      'Opioids for chronic pain',
      'Zolpidem (Ambien)',
      'Proton pump inhibitors (PPIs)',
      'Antiemetics (for opioid nausea)',
    ],
  },
  rehabilitation: {
    topics: [
      ['Physical Medicine', 98, 99],
      ['Manual therapy & manipulation', 58, 60],
      ['Aquatic therapy', 22, 22],
      ['Exercise', 46, 47],
    ],
    odg: ['Physical therapy (PT)', 'Manipulation', 'Acupuncture', 'Massage'],
  },
  diagnostic: {
    topics: [
      ['Drug testing', 43, 43],
      ['Opioids, steps to avoid misuse/addiction', 94, 95],
    ],
    odg: [
      'Magnetic resonance imaging (MRI)',
      'Electromyography (EMG)',
      'Urine drug testing (UDT)',
      'Radiography (x-rays)',
    ],
  },
  injection: {
    topics: [
      ['Epidural steroid injections (ESIs)', 46, 46],
      ['Trigger point injections', 122, 122],
      ['Botulinum toxin (Botox; Myobloc)', 25, 26],
    ],
    odg: [
      'Facet joint diagnostic blocks (injections)',
      'Epidural steroid injections (ESIs), therapeutic',
      'Hyaluronic acid injections',
      'Sacroiliac joint blocks',
    ],
  },
  surgery: {
    regions: [regions.lumbar, regions.cervical, regions.shoulder, regions.knee, regions.wrist, regions.ankle],
    topics: [
      ['Spinal cord stimulators (SCS)', 105, 107],
      ['Implantable drug-delivery systems (IDDSs)', 52, 54],
    ],
    odg: [
      'Fusion (spinal)',
      'Discectomy/laminectomy',
      'Surgery for impingement syndrome',
      'Meniscectomy',
      'Knee joint replacement',
    ],
  },
  dmepos: {
    topics: [
      ['TENS, chronic pain (transcutaneous electrical nerve stimulation)', 114, 117],
      ['Interferential Current Stimulation (ICS)', 118, 120],
      ['H-wave stimulation (HWT)', 117, 118],
    ],
    odg: ['Durable medical equipment (DME)', 'Continuous-flow cryotherapy', 'Lumbar supports', 'Mattress selection'],
  },
  evaluation: {
    topics: [
      ['Introduction', 1, 1],
      ['Opioids, differentiation: dependence & addiction', 85, 85],
    ],
    odg: ['Office visits', 'Referral'],
  },
  behavioral: {
    regions: [regions.mind],
    topics: [
      ['Behavioral interventions', 23, 23],
      ['Psychological evaluations', 100, 101],
      ['Antidepressants for chronic pain', 13, 16],
    ],
    odg: ['Cognitive therapy for depression', 'Psychological evaluations', 'Hypnosis', 'Biofeedback'],
  },
  program: {
    topics: [
      ['Chronic pain programs (functional restoration programs)', 30, 34],
      ['Work conditioning, work hardening', 125, 126],
    ],
    odg: [
      'Chronic pain programs (functional restoration programs)',
      'Gym memberships',
      'Work conditioning, work hardening',
    ],
  },
  homeHealth: {
    topics: [['Home health services', 51, 51]],
    odg: ['Home health services'],
  },
  dental: {
    topics: [['Introduction', 1, 1]],
    odg: ['Dental trauma treatment (facial fractures)'],
  },
  transport: {
    topics: [['Introduction', 1, 1]],
    odg: ['Transportation (to & from appointments)'],
  },
} satisfies Record<TreatmentKind, Kind>;

const categories = Object.keys(kinds) as (keyof typeof kinds)[];
/** Roughly as often as they are disputed. */
const weighted = [
  ...categories,
  ...Array.from({ length: 12 }, () => 'pharmaceutical' as const),
  ...(['rehabilitation', 'rehabilitation', 'diagnostic', 'diagnostic', 'injection', 'injection', 'dmepos'] as const),
];

/** A treatment of any category, by chance. */
export function someTreatment(random: Random): Treatment {
  const category = random.pick(weighted);
  const kind: Kind = kinds[category];
  const region = random.pick(kind.regions ?? bodyRegions);
  const { title, facts } = readTitle(titles[category](random, region), categoryOf[category]);
  const [name, first, last] = random.pick(kind.topics);
  const topic: Topic = { name, pages: [first, last] };
  return { title, inWords: inWords(title), category, facts, region, topic, odgTopic: random.pick(kind.odg) };
}

/** A title within a sentence: acronyms and names keep their capital. */
function inWords(title: string): string {
  const wish = title.replace(/^Retrospective request for /, '');
  return /^[A-Z][a-z]+ [a-z]/.test(wish) ? wish.charAt(0).toLowerCase() + wish.slice(1) : wish;
}
