import type { Decision } from '../../shared/model/letter-parse.ts';
import type { Patient } from './prose/patient.ts';
import { type Day, someDay } from './prose/printed-date.ts';
import { type Outcome, rationaleText } from './prose/rationale.ts';
import type { Lengths } from './prose/summary.ts';
import type { Random } from './random.ts';
import { specialties, states } from './vocabulary/people.ts';
import { someTreatment, type Treatment } from './vocabulary/treatments.ts';

/** 0: printed like the seeds; 1: set and written in other ways; 2: with every trouble a letter may have. */
export type NoiseLevel = 0 | 1 | 2;

export interface PlannedItem {
  readonly treatment: Treatment;
  readonly outcome: Outcome;
  readonly decision: Decision;
  /** The decision as the issues layout prints it. */
  readonly decisionText: string;
  readonly rationale: string;
}

/** What a letter says, whatever its layout. */
export interface CasePlan {
  readonly noise: NoiseLevel;
  readonly number: string;
  readonly assigned: Day;
  readonly urDenial: Day;
  readonly decided: Day;
  readonly received: Day;
  readonly patient: Patient;
  readonly reviewer: {
    readonly title: 'expert reviewer' | 'physician reviewer';
    readonly certifications: readonly string[];
    readonly licensedIn: readonly string[];
  };
  readonly lengths: Lengths;
  readonly items: readonly PlannedItem[];
}

const plainWords = { denied: ['Upheld'], granted: ['Overturned'], 'in part': ['Partially Overturned'] } as const;
const otherWords = {
  denied: ['Upheld', 'UPHELD', 'upheld'],
  granted: ['Overturned', 'OVERTURNED', 'overturned'],
  'in part': ['Partially Overturned', 'Modified', 'Overturned in part', 'Upheld in part', 'Partially overturned'],
} as const;
const kinds = { denied: 'upheld', granted: 'overturned', 'in part': 'partially-overturned' } as const;
/** Words that are no decision the model knows. */
const unknownWords = ['Deferred', 'Withdrawn', 'Certified', 'Not Certified', 'Conditionally Approved', 'Remanded'];

function plannedItem(random: Random, noise: NoiseLevel, sentences: number): PlannedItem {
  const treatment = someTreatment(random);
  // 12.7 % of decisions were overturned in 2024.
  const chance = random.int(1, 1000);
  const outcome: Outcome = chance <= 30 ? 'in part' : chance <= 157 ? 'granted' : 'denied';
  const odd = noise === 2 && random.chance(0.05);
  return {
    treatment,
    outcome,
    decision: odd ? 'unknown' : kinds[outcome],
    decisionText: odd ? random.pick(unknownWords) : random.pick((noise === 2 ? otherWords : plainWords)[outcome]),
    rationale: rationaleText(random, treatment, outcome, sentences, noise === 2 && random.chance(0.1)),
  };
}

/** Months on from `day`, at most into the next years. */
const later = ({ year, month, day }: Day, months: number): Day => ({
  year: year + Math.floor((month - 1 + months) / 12),
  month: ((month - 1 + months) % 12) + 1,
  day,
});

/** "Psychiatry and Neurology" names one board, so that the two specialties are printed the other way round. */
const withoutBoardName = (names: readonly string[]): readonly string[] => {
  const at = names.findIndex((name, n) => name === 'Psychiatry' && names[n + 1] === 'Neurology');
  return at < 0 ? names : names.with(at, 'Neurology').with(at + 1, 'Psychiatry');
};

/** A case by chance: 1 to 12 items, text for 1 to about 15 pages. `most` caps the items. */
export function casePlan(random: Random, noise: NoiseLevel, most = 12): CasePlan {
  const injury = someDay(random, random.chance(0.1) ? 1988 : 2001, 2013);
  const urDenial = someDay(random, Math.max(2014, injury.year), 2015);
  const decided = later(urDenial, random.int(2, 9));
  const [least, longest] = random.pick([
    [3, 6],
    [3, 6],
    [5, 12],
    [5, 12],
    [12, 30],
    [25, 60],
  ] as const);
  // About two items a letter, as in 2014, with some long ones.
  const items = Math.min(most, random.pick([1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, 12]));
  const summarySentences = random.int(least, longest);
  return {
    noise,
    number: `CM${urDenial.year % 100}-${String(random.int(1, 250_000)).padStart(7, '0')}`,
    assigned: later(urDenial, 1),
    urDenial,
    decided,
    received: { ...later(urDenial, 1), day: Math.max(1, urDenial.day - 3) },
    patient: { age: random.int(19, 78), sex: random.pick(['female', 'male']), injury },
    reviewer: {
      title: random.pick(['expert reviewer', 'physician reviewer']),
      certifications: withoutBoardName(random.sample(specialties, random.pick([1, 1, 1, 2, 2, 3]))),
      licensedIn: [...new Set(random.sample(states, random.pick([1, 1, 1, 1, 2, 3])))],
    },
    lengths: { summarySentences, rationaleSentences: longest },
    items: Array.from({ length: items }, () => plannedItem(random, noise, random.int(least, Math.min(longest, 30)))),
  };
}
