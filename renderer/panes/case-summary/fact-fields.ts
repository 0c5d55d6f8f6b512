/** Facts as they are typed in: what kind of field each has, and from the parse to its text and back. */
import type { Fact } from '../../../shared/model/correction.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';

export type FactName = Fact['fact'];
export type FieldKind = 'text' | 'date' | 'age' | 'sex' | 'reviewer-title' | 'names';

export const factFields: Record<FactName, { readonly label: string; readonly kind: FieldKind }> = {
  number: { label: 'Case number', kind: 'text' },
  'dates.injury': { label: 'Date of injury', kind: 'date' },
  'dates.assigned': { label: 'Date assigned', kind: 'date' },
  'dates.urDenial': { label: 'Date of the UR denial', kind: 'date' },
  'dates.decision': { label: 'Decision date', kind: 'date' },
  'dates.received': { label: 'Date received', kind: 'date' },
  'patient.age': { label: 'Age in years', kind: 'age' },
  'patient.sex': { label: 'Sex', kind: 'sex' },
  'reviewer.title': { label: 'The letter speaks of', kind: 'reviewer-title' },
  'reviewer.certifications': { label: 'Certified in, one a line', kind: 'names' },
  'reviewer.licensedIn': { label: 'Licensed in, one state a line', kind: 'names' },
  diagnoses: { label: 'Diagnoses as the letter prints them, one a line', kind: 'names' },
  medications: { label: 'Medications as the letter prints them, one a line', kind: 'names' },
};

/** A fact as it stands in its field: names one a line, empty when the letter does not state it. */
export function factText({ case: { number, dates, patient, reviewer }, facts }: LetterParse, fact: FactName): string {
  switch (fact) {
    case 'number':
      return number ?? '';
    case 'patient.age':
      return String(patient.age ?? '');
    case 'patient.sex':
      return patient.sex ?? '';
    case 'reviewer.title':
      return reviewer.title ?? '';
    case 'reviewer.certifications':
      return reviewer.certifications.join('\n');
    case 'reviewer.licensedIn':
      return reviewer.licensedIn.join('\n');
    case 'diagnoses':
    case 'medications':
      return facts[fact].map(({ text }) => text).join('\n');
    default:
      return dates[fact.slice('dates.'.length) as keyof typeof dates] ?? '';
  }
}

/** The fact that the text of its field states. */
export function factFrom(fact: FactName, text: string): Fact {
  const typed = text.trim();
  switch (fact) {
    case 'reviewer.certifications':
    case 'reviewer.licensedIn':
    case 'diagnoses':
    case 'medications':
      return {
        fact,
        value: typed
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      };
    case 'patient.age':
      return { fact, value: typed === '' ? null : Number(typed) };
    case 'patient.sex':
      return { fact, value: typed === 'female' || typed === 'male' ? typed : null };
    case 'reviewer.title':
      return { fact, value: typed === 'expert reviewer' || typed === 'physician reviewer' ? typed : null };
    default:
      return { fact, value: typed === '' ? null : typed };
  }
}
