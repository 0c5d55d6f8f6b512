import { fact, type Markup } from '../marked-text.ts';
import type { Random } from '../random.ts';
import { type Day, isoDay, printedDay } from './printed-date.ts';

export interface Patient {
  readonly age: number;
  readonly sex: 'female' | 'male';
  readonly injury: Day;
}

type Opening = (words: Words) => Markup;

interface Words {
  readonly age: Markup;
  readonly sex: Markup;
  readonly injury: Markup;
}

const complaint = (random: Random): string =>
  random.pick([
    'The mechanism of injury was not documented in the medical record.',
    'The mechanism of injury was a fall from a ladder.',
    'The injury occurred while lifting a box of about 50 pounds.',
    'The injury was the result of repetitive work.',
  ]);

/** The first sentence of a summary, with what it states of the patient and no more. */
const openings: readonly Opening[] = [
  ({ age, sex, injury }) => [
    'The injured worker (IW) is a ',
    age,
    '-year-old ',
    sex,
    ' with a date of injury of ',
    injury,
    '.',
  ],
  ({ age, sex, injury }) => [
    'The injured worker is a ',
    age,
    ' year old ',
    sex,
    ', who sustained an industrial/work injury on ',
    injury,
    '.',
  ],
  ({ age, sex, injury }) => ['The patient is a ', age, ' y.o. ', sex, '  with an injury sustained on ', injury, '.'],
  ({ age, sex }) => ['The patient is a ', age, '-year-old ', sex, ' who reported a work-related injury.'],
  ({ age, sex, injury }) => ['This is a ', age, '-year-old ', sex, ' with a date of injury on ', injury, '.'],
  ({ age, sex, injury }) => ['The claimant is a ', age, ' year-old ', sex, ' who was injured on ', injury, '.'],
  ({ injury }) => [
    'The applicant is a represented  employee who has filed a claim for chronic pain reportedly associated with an industrial injury of ',
    injury,
    '.',
  ],
  ({ age, sex, injury }) => [
    'According to the records made available for review, this is a ',
    age,
    '-year-old ',
    sex,
    ' who sustained an injury on ',
    injury,
    '.',
  ],
  () => 'The patient has chronic pain after an industrial injury; the records give neither its date nor its mechanism.',
  ({ age, sex, injury }) => ['The patient is a ', age, ' year old ', sex, ' with an injury date of ', injury, '.'],
  ({ age, injury }) => [
    'The applicant is a ',
    age,
    '-year-old employee who sustained an industrial injury on ',
    injury,
    '.',
  ],
];

/** Neighbours of the seeds' spellings. */
const otherOpenings: readonly Opening[] = [
  ({ age, sex, injury }) => ['The patient is a ', age, ' y/o ', sex, ' with a DOI of ', injury, '.'],
  ({ age, sex, injury }) => ['This ', age, ' YO ', sex, ' has a date of injury: ', injury, '.'],
  ({ age, sex, injury }) => [
    'The injured worker, a ',
    age,
    ' years old ',
    sex,
    ', suffered an injury on ',
    injury,
    '.',
  ],
  ({ age, sex, injury }) => ['DOI: ', injury, '. The patient is a ', age, ' yo ', sex, '.'],
  ({ age, sex, injury }) => ['Patient is a ', age, '-yr-old ', sex, ' injured at work on ', injury, '.'],
];

/** How a summary introduces the patient; `spellings` chooses among those of the seeds or their neighbours as well. */
export function patientSentences(random: Random, patient: Patient, spellings: 'seeds' | 'all'): Markup {
  const { age, sex, injury } = patient;
  const nouns = sex === 'female' ? ['woman', 'female', 'female', 'lady'] : ['man', 'male', 'male', 'gentleman'];
  const words: Words = {
    age: fact('patient.age', age, String(age)),
    sex: fact('patient.sex', sex, random.pick(spellings === 'seeds' ? nouns.slice(0, 3) : nouns)),
    injury: fact('dates.injury', isoDay(injury), printedDay(random, injury)),
  };
  const opening = random.pick(spellings === 'seeds' ? openings : [...openings, ...otherOpenings]);
  return [opening(words), ' ', complaint(random)];
}
