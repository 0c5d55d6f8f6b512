import type { CaseView } from '../../shared/model/letter.ts';
import { printedDate } from './printed-time.ts';

/** A fact of the case with its label. */
export interface ReportFact {
  readonly label: string;
  readonly value: string;
}

const notStated = 'not stated in the letter';
const statusNames = { new: 'New', 'in-progress': 'In progress', done: 'Done' } as const;

/** The facts of the case in the order that they are printed; the ones a reviewer asks for first are never left out. */
export function reportFacts(view: CaseView): ReportFact[] {
  const { number, dates, patient, reviewer } = view.parse.case;
  const person = [patient.age === undefined ? '' : `${patient.age}-year-old`, patient.sex ?? '']
    .filter(Boolean)
    .join(' ');
  const date = (iso: string | undefined): string | undefined => iso && printedDate(iso);
  const facts: Array<readonly [label: string, value: string | undefined]> = [
    ['Case number', number ?? notStated],
    ['Patient', person || notStated],
    ['Date of injury', date(dates.injury) ?? notStated],
    ['Review status', statusNames[view.letter.status]],
    ['Date assigned', date(dates.assigned)],
    ['UR denial date', date(dates.urDenial)],
    ['Decision date', date(dates.decision)],
    ['Application received', date(dates.received)],
    ['Reviewer', reviewer.title && reviewer.title.charAt(0).toUpperCase() + reviewer.title.slice(1)],
    ['Certification', reviewer.certifications.join('; ') || notStated],
    ['Licensed in', reviewer.licensedIn.join(', ') || notStated],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
