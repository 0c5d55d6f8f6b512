import type { CaseView } from '../../shared/model/letter.ts';
import { printedDate } from './printed-time.ts';

/** A fact of the case with its label. */
export interface ReportFact {
  readonly label: string;
  readonly value: string;
}

const notStated = 'not stated in the letter';
const statusNames = { new: 'New', 'in-progress': 'In progress', done: 'Done' } as const;

/** Facts that a reviewer has corrected say so. */
const mark = ' (corrected)';

/** The facts of the case in the order that they are printed; the ones a reviewer asks for first are never left out. */
export function reportFacts(view: CaseView): ReportFact[] {
  const { number, dates, patient, reviewer } = view.parse.case;
  const { diagnoses, medications } = view.parse.facts;
  const marked = (...paths: string[]): string => (view.corrected.some(({ path }) => paths.includes(path)) ? mark : '');
  const person = [patient.age === undefined ? '' : `${patient.age}-year-old`, patient.sex ?? '']
    .filter(Boolean)
    .join(' ');
  const date = (name: keyof typeof dates): string | undefined => {
    const iso = dates[name];
    const corrected = marked(`dates.${name}`);
    return iso === undefined ? corrected && `${notStated}${corrected}` : `${printedDate(iso)}${corrected}`;
  };
  const facts: Array<readonly [label: string, value: string | undefined]> = [
    ['Case number', (number ?? notStated) + marked('number')],
    ['Patient', (person || notStated) + marked('patient.age', 'patient.sex')],
    ['Date of injury', date('injury') || notStated],
    ['Review status', statusNames[view.letter.status]],
    ['Tags', view.letter.tags.join(', ')],
    ['Date assigned', date('assigned')],
    ['UR denial date', date('urDenial')],
    ['Decision date', date('decision')],
    ['Application received', date('received')],
    [
      'Reviewer',
      reviewer.title && reviewer.title.charAt(0).toUpperCase() + reviewer.title.slice(1) + marked('reviewer.title'),
    ],
    ['Certification', (reviewer.certifications.join('; ') || notStated) + marked('reviewer.certifications')],
    ['Licensed in', (reviewer.licensedIn.join(', ') || notStated) + marked('reviewer.licensedIn')],
    ['Diagnoses listed', diagnoses.map(({ text }) => text).join('; ') + marked('diagnoses')],
    ['Medications listed', medications.map(({ text }) => text).join('; ') + marked('medications')],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
