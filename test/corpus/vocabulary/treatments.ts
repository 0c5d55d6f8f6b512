import type { Random } from '../random.ts';
import { bodyRegions, type Region, regions } from './regions.ts';

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
  readonly category: keyof typeof kinds;
  readonly region: Region;
  readonly topic: Topic;
  /** The topic in the ODG. */
  readonly odgTopic: string;
}

interface Kind {
  readonly regions?: readonly Region[];
  readonly topics: readonly (readonly [name: string, first: number, last: number])[];
  readonly odg: readonly string[];
  readonly titles: (random: Random, region: Region) => string;
}

const place = (random: Random, region: Region): string =>
  region.sides ? `${random.pick(['right', 'left', 'bilateral'])} ${region.name}` : region.name;
const levels = (random: Random, region: Region): string => (region.levels.length > 0 ? random.pick(region.levels) : '');
const drugs = [
  ['Norco', '10/325mg'],
  ['Hydrocodone/APAP', '10-325 mg'],
  ['Tramadol ER', '150mg'],
  ['Oxycontin', '20 mg'],
  ['Soma', '350mg'],
  ['Cyclobenzaprine HCL', '7.5mg'],
  ['Tizanidine', '4 mg'],
  ['Gabapentin', '600mg'],
  ['Lyrica', '75 mg'],
  ['Naproxen Sodium', '550mg'],
  ['Omeprazole DR', '20mg'],
  ['Zolpidem Tartrate', '10mg'],
  ['Xanax', '0.5 mg'],
  ['Butrans patch', '10mcg/hr'],
  ['Cymbalta', '60 mg'],
  ['Ondansetron ODT', '8mg'],
] as const;

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
    titles: (random) => {
      const [drug, dose] = random.pick(drugs);
      const count = random.pick([30, 60, 90, 120, 180, 240]);
      return random.pick([
        `${drug} ${dose} #${count}`,
        `${drug} ${dose}, #${count}, with ${random.int(1, 5)} refills`,
        `1 prescription of ${drug} ${dose} #${count}`,
        `Prescription drug, brand name: ${drug} ${dose} (QTY: ${count})`,
        `${drug} ${dose} quantity ${count}.00`,
        `Compound cream: Flurbiprofen 20%, Lidocaine 5%, ${random.int(60, 240)} grams`,
        `Retrospective request for ${drug} ${dose} #${count} (DOS: ${random.int(1, 12)}/${random.int(1, 28)}/13)`,
        `${drug} (${dose}) - ${count} tablets`,
      ]);
    },
  },
  rehabilitation: {
    topics: [
      ['Physical Medicine', 98, 99],
      ['Manual therapy & manipulation', 58, 60],
      ['Aquatic therapy', 22, 22],
      ['Exercise', 46, 47],
    ],
    odg: ['Physical therapy (PT)', 'Manipulation', 'Acupuncture', 'Massage'],
    titles: (random, region) => {
      const visits = random.pick([4, 6, 8, 10, 12, 18, 24]);
      const where = place(random, region);
      return random.pick([
        `Physical therapy 2 times a week for ${visits / 2} weeks for the ${where}`,
        `${visits} sessions of physical therapy for the ${where}`,
        `Acupuncture x${visits}, ${where}`,
        `A series of ${visits} Acupuncture sessions to the ${where}`,
        `Chiropractic treatment: ${visits} visits, ${where} (2 x ${visits / 2})`,
        `Post-operative physical therapy, 3x4, ${where}`,
        `Aquatic therapy ${visits} sessions`,
        `Continue therapy (${where}) qty: ${visits}.00`,
      ]);
    },
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
    titles: (random, region) => {
      const where = place(random, region);
      return random.pick([
        `MRI of the ${where} without contrast`,
        `MRI ${where}`,
        `EMG/NCV of the ${random.pick(['bilateral lower', 'right upper', 'left upper'])} extremities`,
        `Nerve conduction studies (NCS): bilateral upper extremities`,
        `X-rays, ${where}, ${random.int(2, 5)} views`,
        `Urine drug screen, 12 panel`,
        `Diagnostic ultrasound of the ${where} (CPT 76881)`,
        `CT scan of the ${where} with 3-D reconstruction`,
        `Retrospective urine toxicology testing (DOS 03/0${random.int(1, 9)}/2014)`,
      ]);
    },
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
    titles: (random, region) => {
      const level = levels(random, region);
      const where = place(random, region);
      if (!level)
        return random.pick([
          `Ultrasound-guided cortisone injection, ${where}`,
          `Synvisc injection x ${random.int(1, 3)} to the ${where}`,
          `Platelet rich plasma (PRP) injection, ${where}`,
        ]);
      return random.pick([
        `${region.joint === 'lumbar facet' ? 'Lumbar' : 'Cervical'} epidural steroid injection at ${level}`,
        `Medial branch blocks at ${level} with fluoroscopy under IV sedation`,
        `Transforaminal epidural steroid injection ${level}: bilateral`,
        `Re-review selective nerve root block, left ${level}`,
        `Bilateral ${region.joint} joint injections, ${level} (unspecified side)`,
        `Radiofrequency ablation ${level}`,
      ]);
    },
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
    titles: (random, region) => {
      const level = levels(random, region);
      if (level)
        return random.pick([
          `Anterior ${region.name === 'lumbar spine' ? 'lumbar' : 'cervical'} discectomy and fusion ${level}`,
          `${level} laminectomy, foraminotomy and microdiscectomy`,
          `Revision fusion at ${level}, with instrumentation: posterior approach`,
        ]);
      return random.pick([
        `${random.pick(['Right', 'Left'])} ${region.name} arthroscopy with debridement`,
        `Open release, ${random.pick(['right', 'left'])} ${region.name} (outpatient)`,
        `Associated surgical service: assistant surgeon`,
        `Associated surgical service: pre-operative medical clearance`,
        `Total ${region.name} arthroplasty`,
      ]);
    },
  },
  dmepos: {
    topics: [
      ['TENS, chronic pain (transcutaneous electrical nerve stimulation)', 114, 117],
      ['Interferential Current Stimulation (ICS)', 118, 120],
      ['H-wave stimulation (HWT)', 117, 118],
    ],
    odg: ['Durable medical equipment (DME)', 'Continuous-flow cryotherapy', 'Lumbar supports', 'Mattress selection'],
    titles: (random, region) => {
      const where = place(random, region);
      return random.pick([
        `TENS unit and supplies (rental or purchase)`,
        `Purchase of an H-wave unit for the ${where}`,
        `Cold therapy unit, ${random.int(7, 30)} day rental`,
        `DME: ${where} brace`,
        `Orthopedic mattress`,
        `Interferential unit x ${random.int(1, 3)} months with electrodes, batteries & set-up`,
        `Custom-made orthotics`,
      ]);
    },
  },
  evaluation: {
    topics: [
      ['Introduction', 1, 1],
      ['Opioids, differentiation: dependence & addiction', 85, 85],
    ],
    odg: ['Office visits', 'Referral'],
    titles: (random) =>
      random.pick([
        `Consultation with pain management`,
        `Follow-up visit with the orthopedist in ${random.int(4, 8)} weeks`,
        `Internal medicine consultation`,
        `Referral to a spine surgeon: second opinion`,
        `Re-evaluation, ${random.int(2, 6)} visits`,
        `Neurology consult for headaches`,
        `Functional capacity evaluation (FCE)`,
      ]),
  },
  behavioral: {
    regions: [regions.mind],
    topics: [
      ['Behavioral interventions', 23, 23],
      ['Psychological evaluations', 100, 101],
      ['Antidepressants for chronic pain', 13, 16],
    ],
    odg: ['Cognitive therapy for depression', 'Psychological evaluations', 'Hypnosis', 'Biofeedback'],
    titles: (random) =>
      random.pick([
        `Cognitive behavioral therapy, ${random.int(4, 20)} sessions`,
        `Psychological evaluation and treatment`,
        `Individual psychotherapy (1 x week x ${random.int(6, 20)} weeks)`,
        `Biofeedback x ${random.int(4, 10)} sessions`,
        `Psychotropic medication management: monthly`,
      ]),
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
    titles: (random) =>
      random.pick([
        `Functional restoration program, ${random.int(10, 160)} hours`,
        `Initial evaluation at a functional restoration program`,
        `Gym membership for ${random.int(3, 12)} months`,
        `Weight loss program (Lindora)`,
        `Work hardening/conditioning program, ${random.int(8, 12)} visits`,
        `Interdisciplinary aftercare: ${random.int(2, 6)} sessions`,
      ]),
  },
  homeHealth: {
    topics: [['Home health services', 51, 51]],
    odg: ['Home health services'],
    titles: (random) =>
      random.pick([
        `Home health aide ${random.int(2, 8)} hours a day, ${random.int(3, 7)} days a week`,
        `Home care assistance: 4 hours/day x ${random.int(2, 8)} weeks`,
        `RN evaluation for home health care needs`,
      ]),
  },
  dental: {
    topics: [['Introduction', 1, 1]],
    odg: ['Dental trauma treatment (facial fractures)'],
    titles: (random) =>
      random.pick([
        `Crown and root canal, tooth #${random.int(2, 31)}`,
        `Periodontal scaling (4 quadrants) every 3 months`,
        `Obstructive airway oral appliance`,
      ]),
  },
  transport: {
    topics: [['Introduction', 1, 1]],
    odg: ['Transportation (to & from appointments)'],
    titles: (random) =>
      random.pick([
        `Transportation to and from medical appointments`,
        `Round-trip transportation for surgery: non-emergency`,
      ]),
  },
} satisfies Record<string, Kind>;

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
  const title = kind.titles(random, region);
  const [name, first, last] = random.pick(kind.topics);
  const topic: Topic = { name, pages: [first, last] };
  return { title, inWords: inWords(title), category, region, topic, odgTopic: random.pick(kind.odg) };
}

/** A title within a sentence: acronyms and names keep their capital. */
function inWords(title: string): string {
  const wish = title.replace(/^Retrospective request for /, '');
  return /^[A-Z][a-z]+ [a-z]/.test(wish) ? wish.charAt(0).toLowerCase() + wish.slice(1) : wish;
}
