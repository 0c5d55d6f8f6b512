import type { Fact } from '../model/correction.ts';

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
  'reviewer.licensedIn': 'Reviewer’s licences',
};
