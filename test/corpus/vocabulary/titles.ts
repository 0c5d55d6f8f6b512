import type { Side, TreatmentCategory } from '../../../shared/model/clinical-facts.ts';
import type { Markup } from '../marked-text.ts';
import { codeMark, doseMark, line, ofCategory, partMark } from '../prose/title-facts.ts';
import type { Random } from '../random.ts';
import { drugs } from './drugs.ts';
import type { Region } from './regions.ts';

type Titles = (random: Random, region: Region) => Markup;

const sided = (region: Region, side: Side, text?: string): Markup =>
  partMark(region.part, side, text ?? `${side} ${region.name}`);
const place = (random: Random, region: Region): Markup => {
  if (!region.sides) return partMark(region.part, undefined, region.name);
  const side = random.pick(['right', 'left', 'bilateral'] as const);
  return sided(region, side, random.pick([undefined, undefined, undefined, `${region.name} (${side})`]));
};
const levelText = (random: Random, region: Region): string =>
  region.levels.length > 0 ? random.pick(region.levels) : '';
const levelPart = (region: Region, level: string) => (level.startsWith('T') ? 'thoracic-spine' : region.part);

/** Marked titles of each kind of treatment. */
export const titles = {
  pharmaceutical: (random) => {
    const [drug, strength] = random.pick(drugs);
    const dose = doseMark(strength);
    const count = random.pick([30, 60, 90, 120, 180, 240]);
    return random.pick([
      line`${drug} ${dose} #${count}`,
      line`${drug} ${dose}, #${count}, with ${random.int(1, 5)} refills`,
      line`1 prescription of ${drug} ${dose} #${count}`,
      line`Prescription drug, brand name: ${drug} ${dose} (QTY: ${count})`,
      line`${drug} ${dose} quantity ${count}.00`,
      line`Compound cream: Flurbiprofen ${doseMark('20%')}, Lidocaine ${doseMark('5%')}, ${random.int(60, 240)} grams`,
      line`Retrospective request for ${drug} ${dose} #${count} (DOS: ${random.int(1, 12)}/${random.int(1, 28)}/13)`,
      line`${drug} (${dose}) - ${count} tablets`,
      line`${drug}, unspecified strength and quantity`,
    ]);
  },
  rehabilitation: (random, region) => {
    const visits = random.pick([4, 6, 8, 10, 12, 18, 24]);
    const where = place(random, region);
    return random.pick([
      line`Physical therapy 2 times a week for ${visits / 2} weeks for the ${where}`,
      line`${visits} sessions of physical therapy for the ${where}`,
      line`Acupuncture x${visits}, ${where}`,
      line`A series of ${visits} Acupuncture sessions to the ${where}`,
      line`Chiropractic treatment: ${visits} visits, ${where} (2 x ${visits / 2})`,
      line`Post-operative physical therapy, 3x4, ${where}`,
      line`Aquatic therapy ${visits} sessions`,
      line`Continue therapy (${where}) qty: ${visits}.00`,
      line`Additional physiotherapy ${visits} visits for the ${where}, CPT ${codeMark('97110')}, ${codeMark('97140')}`,
      line`Myofascial release and infrared, ${where}`,
    ]);
  },
  diagnostic: (random, region) => {
    const where = place(random, region);
    const [side, limbs] = random.pick([
      ['bilateral', 'lower'],
      ['right', 'upper'],
      ['left', 'upper'],
    ] as const);
    return random.pick([
      line`MRI of the ${where} without contrast`,
      line`MRI ${where}`,
      line`EMG/NCV of the ${partMark(`${limbs}-extremity`, side, `${side} ${limbs} extremities`)}`,
      line`Nerve conduction studies (NCS): ${partMark('upper-extremity', 'bilateral', 'bilateral upper extremities')}`,
      line`X-rays, ${where}, ${random.int(2, 5)} views`,
      line`Urine drug screen, 12 panel`,
      line`Diagnostic ultrasound of the ${where} (CPT ${codeMark('76881')})`,
      line`CT scan of the ${where} with 3-D reconstruction`,
      line`Retrospective urine toxicology testing (DOS 03/0${random.int(1, 9)}/2014)`,
      line`Pre-operative labs: CBC, chem panel and EKG`,
      line`Standing radiographs of the ${where} prior to surgery`,
    ]);
  },
  injection: (random, region) => {
    const level = levelText(random, region);
    const where = place(random, region);
    if (!level)
      return random.pick([
        line`Ultrasound-guided cortisone injection, ${where}`,
        line`Synvisc injection x ${random.int(1, 3)} to the ${where}`,
        line`Platelet rich plasma (PRP) injection, ${where}`,
        line`Lidocaine and Kenalog injection of the ${where}`,
      ]);
    const part = levelPart(region, level);
    const at = partMark(part, undefined, level);
    const spine = region.part === 'lumbar-spine' ? 'Lumbar' : 'Cervical';
    return random.pick([
      line`${partMark(region.part, undefined, spine)} epidural steroid injection at ${at}`,
      line`Medial branch blocks at ${at} with fluoroscopy under IV sedation`,
      line`Transforaminal epidural steroid injection ${partMark(part, 'bilateral', `${level}: bilateral`)}`,
      line`Re-review selective nerve root block, ${partMark(part, 'left', `left ${level}`)}`,
      line`${partMark(region.part, 'bilateral', `Bilateral ${spine.toLowerCase()}`)} facet joint injections, ${part === region.part ? level : at} (unspecified side)`,
      line`Radiofrequency ablation ${at}`,
    ]);
  },
  surgery: (random, region) => {
    const level = levelText(random, region);
    const at = partMark(levelPart(region, level), undefined, level);
    if (level)
      return random.pick([
        line`Anterior ${partMark(region.part, undefined, region.part === 'lumbar-spine' ? 'lumbar' : 'cervical')} discectomy and fusion ${at}`,
        line`${at} laminectomy, foraminotomy and microdiscectomy`,
        line`Revision fusion at ${at}, with instrumentation: posterior approach`,
      ]);
    const side = random.pick(['right', 'left'] as const);
    const Side = side === 'right' ? 'Right' : 'Left';
    return random.pick([
      line`${sided(region, side, `${Side} ${region.name}`)} arthroscopy with debridement`,
      line`Open release, ${sided(region, side)} (outpatient)`,
      'Associated surgical service: assistant surgeon',
      ofCategory('evaluation-and-management', 'Associated surgical service: pre-operative medical clearance'),
      ofCategory('dmepos', 'Associated surgical service: cold therapy unit, 7 day rental'),
      line`Total ${partMark(region.part, undefined, region.name)} arthroplasty`,
      line`${Side} total ${partMark(region.part, side, region.name)} replacement with a two-day inpatient stay`,
    ]);
  },
  dmepos: (random, region) => {
    const where = place(random, region);
    return random.pick([
      'TENS unit and supplies (rental or purchase)',
      line`Purchase of an H-wave unit for the ${where}`,
      line`Cold therapy unit, ${random.int(7, 30)} day rental`,
      line`DME: ${where} brace`,
      'Orthopedic mattress',
      line`Interferential unit x ${random.int(1, 3)} months with electrodes, batteries & set-up`,
      'Custom-made orthotics',
      line`Post-operative sling and ${where} immobilizer (HCPCS ${codeMark('L3670')})`,
      line`Four lead neurostimulator, ${codeMark('E0730')}`,
    ]);
  },
  evaluation: (random) =>
    random.pick([
      'Consultation with pain management',
      line`Follow-up visit with the orthopedist in ${random.int(4, 8)} weeks`,
      'Internal medicine consultation',
      'Referral to a spine surgeon: second opinion',
      line`Re-evaluation, ${random.int(2, 6)} visits`,
      'Neurology consult for headaches',
      'Functional capacity evaluation (FCE)',
      line`Established patient office visit, ${codeMark('99214')}`,
      'Consultation with a neurosurgeon for possible surgery',
    ]),
  behavioral: (random) =>
    random.pick([
      line`Cognitive behavioral therapy, ${random.int(4, 20)} sessions`,
      'Psychological evaluation and treatment',
      line`Individual psychotherapy (1 x week x ${random.int(6, 20)} weeks)`,
      line`Biofeedback x ${random.int(4, 10)} sessions`,
      'Psychotropic medication management: monthly',
      'Consultation with a psychiatrist',
    ]),
  program: (random) =>
    random.pick([
      line`Functional restoration program, ${random.int(10, 160)} hours`,
      'Initial evaluation at a functional restoration program',
      line`Gym membership for ${random.int(3, 12)} months`,
      'Weight loss program (Lindora)',
      line`Work hardening/conditioning program, ${random.int(8, 12)} visits`,
      line`Interdisciplinary aftercare: ${random.int(2, 6)} sessions`,
    ]),
  homeHealth: (random) =>
    random.pick([
      line`Home health aide ${random.int(2, 8)} hours a day, ${random.int(3, 7)} days a week`,
      line`Home care assistance: 4 hours/day x ${random.int(2, 8)} weeks`,
      'RN evaluation for home health care needs',
    ]),
  dental: (random) =>
    random.pick([
      line`Crown and root canal, tooth #${random.int(2, 31)}`,
      'Periodontal scaling (4 quadrants) every 3 months',
      'Obstructive airway oral appliance',
      line`Dental implant (${codeMark('D6010')})`,
    ]),
  transport: (random) =>
    random.pick([
      'Transportation to and from medical appointments',
      'Round-trip transportation for surgery: non-emergency',
    ]),
} satisfies Record<string, Titles>;

export type TreatmentKind = keyof typeof titles;

/** The category of each kind of treatment. */
export const categoryOf: Readonly<Record<TreatmentKind, TreatmentCategory>> = {
  pharmaceutical: 'pharmaceuticals',
  rehabilitation: 'rehabilitation',
  diagnostic: 'diagnostic-testing',
  injection: 'injections',
  surgery: 'surgery',
  dmepos: 'dmepos',
  evaluation: 'evaluation-and-management',
  behavioral: 'behavioral-health',
  program: 'programs',
  homeHealth: 'home-health',
  dental: 'dental',
  transport: 'transport',
};
