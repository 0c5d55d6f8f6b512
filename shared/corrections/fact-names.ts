import type { Fact } from '../model/correction.ts';
import type { LetterParse } from '../model/letter-parse.ts';

/** What the facts of a case are called where they are spoken of. */
export const factNames: Readonly<Record<Fact['fact'], string>> = {
  number: 'Case number',
  'dates.injury': 'Date of injury',
  'dates.assigned': 'Date assigned',
  'dates.urDenial': 'Date of the UR denial',
  'dates.decision': 'Decision date',
  'dates.received': 'Date received',
  'patient.age': 'Patient’s age',
  'patient.sex': 'Patient’s sex',
  'reviewer.title': 'Reviewer’s title',
  'reviewer.certifications': 'Reviewer’s certifications',
  'reviewer.licensedIn': 'Reviewer’s licenses',
  diagnoses: 'Diagnoses',
  medications: 'Medications',
};

/** A fact of a case as it stands, in words; empty when the letter does not state it. */
export function factText({ case: parsed, facts }: LetterParse, fact: Fact['fact']): string {
  if (fact === 'diagnoses' || fact === 'medications') return facts[fact].map(({ text }) => text).join('; ');
  const value = fact
    .split('.')
    .reduce<unknown>((holder, key) => (holder as Record<string, unknown> | undefined)?.[key], parsed);
  return Array.isArray(value) ? value.join('; ') : value === undefined ? '' : String(value);
}
