import type { LetterParse, ParsedCase } from '../../../shared/model/letter-parse.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { FactName } from './fact-fields.ts';

export interface FactLine {
  readonly label: string;
  /** What to show, and where the letter states it; a value that a person typed in may have no place. */
  readonly values: readonly { readonly key: string; readonly text: string; readonly place: Span | undefined }[];
  /** The facts of the line that can be set right. */
  readonly facts: readonly FactName[];
  /** True for what only some letters state: not worth a line when it is absent. */
  readonly optional?: boolean;
}

/** The facts of a case as they are listed. */
export function factLines(parse: LetterParse): FactLine[] {
  const { number, dates, patient, reviewer }: ParsedCase = parse.case;
  const { diagnoses, medications } = parse.facts;
  const at = (path: string, text: string) => ({
    key: path,
    text,
    place: parse.places.find((place) => place.path === path),
  });
  const when = (label: string, key: keyof typeof dates): FactLine => ({
    label,
    values: dates[key] === undefined ? [] : [at(`dates.${key}`, longDate(dates[key]))],
    facts: [`dates.${key}`],
  });
  const names = (label: string, key: 'certifications' | 'licensedIn'): FactLine => ({
    label,
    values: reviewer[key].map((name, index) => at(`reviewer.${key}.${index}`, name)),
    facts: [`reviewer.${key}`],
  });
  const listed = (
    label: string,
    fact: 'diagnoses' | 'medications',
    entries: readonly (Span & { readonly text: string })[],
  ): FactLine => ({
    label,
    values: entries.map(({ text, start, end }) => ({ key: String(start), text, place: { start, end } })),
    facts: [fact],
    optional: true,
  });
  return [
    {
      label: 'Case number',
      values: number === undefined ? [] : [at('number', number)],
      facts: ['number'],
      optional: true,
    },
    {
      label: 'Patient',
      values: [
        ...(patient.age === undefined ? [] : [at('patient.age', `${patient.age} years`)]),
        ...(patient.sex === undefined ? [] : [at('patient.sex', patient.sex)]),
      ],
      facts: ['patient.age', 'patient.sex'],
    },
    when('Date of injury', 'injury'),
    { ...when('Assigned', 'assigned'), optional: true },
    { ...when('UR denial', 'urDenial'), optional: true },
    { ...when('Decision', 'decision'), optional: true },
    { ...when('Received', 'received'), optional: true },
    listed('Diagnoses', 'diagnoses', diagnoses),
    listed(
      'Medications',
      'medications',
      medications.map(({ name, dose, ...place }) => ({
        ...place,
        text: dose === undefined ? name : `${name} ${dose}`,
      })),
    ),
    {
      label: 'Reviewer',
      values: reviewer.title === undefined ? [] : [at('reviewer.title', capitalised(reviewer.title))],
      facts: ['reviewer.title'],
    },
    names('Certified in', 'certifications'),
    names('Licensed in', 'licensedIn'),
  ];
}

const dateFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const longDate = (iso: string): string => dateFormat.format(new Date(`${iso}T00:00:00Z`));
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
