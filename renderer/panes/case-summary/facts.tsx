import type { LetterParse, ParsedCase } from '../../../shared/model/letter-parse.ts';
import { useCase } from '../../stores/case.ts';
import styles from './facts.module.css';

interface Fact {
  readonly label: string;
  /** What to show, and the path of the value in the parse, by which its place is found. */
  readonly values: readonly { readonly text: string; readonly path: string }[];
}

/** What the letter states of the case; a click leads to the place where it states it. */
export function Facts({ parse }: { parse: LetterParse }) {
  const places = new Map(parse.places.map((place) => [place.path, place]));
  return (
    <dl className={styles['facts']}>
      {factsOf(parse.case).map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {values.length === 0 && <span className={styles['absent']}>Not stated</span>}
            {values.map(({ text, path }) => {
              const place = places.get(path);
              return place ? (
                <button
                  key={path}
                  type="button"
                  title="Show in the letter"
                  onClick={() => useCase.getState().revealSpan(place)}
                >
                  {text}
                </button>
              ) : (
                <span key={path}>{text}</span>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf({ number, dates, patient, reviewer }: ParsedCase): Fact[] {
  const when = (label: string, key: keyof typeof dates): Fact => ({
    label,
    values: dates[key] === undefined ? [] : [{ text: longDate(dates[key]), path: `dates.${key}` }],
  });
  const headerDates = [
    when('Assigned', 'assigned'),
    when('UR denial', 'urDenial'),
    when('Decision', 'decision'),
    when('Received', 'received'),
  ];
  return [
    ...(number === undefined ? [] : [{ label: 'Case number', values: [{ text: number, path: 'number' }] }]),
    {
      label: 'Patient',
      values: [
        ...(patient.age === undefined ? [] : [{ text: `${patient.age} years`, path: 'patient.age' }]),
        ...(patient.sex === undefined ? [] : [{ text: patient.sex, path: 'patient.sex' }]),
      ],
    },
    when('Date of injury', 'injury'),
    // Only letters with a header have these: absent ones would be four lines of "not stated".
    ...headerDates.filter(({ values }) => values.length > 0),
    {
      label: 'Reviewer',
      values: reviewer.title === undefined ? [] : [{ text: capitalised(reviewer.title), path: 'reviewer.title' }],
    },
    {
      label: 'Certified in',
      values: reviewer.certifications.map((text, index) => ({ text, path: `reviewer.certifications.${index}` })),
    },
    {
      label: 'Licensed in',
      values: reviewer.licensedIn.map((text, index) => ({ text, path: `reviewer.licensedIn.${index}` })),
    },
  ];
}

const dateFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const longDate = (iso: string): string => dateFormat.format(new Date(`${iso}T00:00:00Z`));
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
