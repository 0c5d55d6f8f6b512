import type { ParsedCase } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { caseNumberPattern, normaliseCaseNumber } from '../case-number.ts';
import { isoDate, printedDates } from '../facts/dates.ts';
import type { Fact } from '../facts/fact.ts';
import { type HeaderDate, headerFields } from '../facts/header-fields.ts';
import { injuryDate } from '../facts/injury-date.ts';
import { patientFacts } from '../facts/patient.ts';
import { reviewerFacts } from '../facts/reviewer.ts';
import type { PlaceList } from './place-list.ts';

/** Where the facts of a case are to be found; an absent stretch holds none. */
export interface FactSources {
  readonly header?: Span | undefined;
  /** What the letter says of its reviewer in sentences. */
  readonly reviewer?: Span | undefined;
  /** The reviewer's credentials with their labels. */
  readonly credentials?: Span | undefined;
  readonly summary: Span;
  /** Sentences that tell the dates of the proceedings. */
  readonly proceedings?: Span | undefined;
}

const caseNumber = new RegExp(caseNumberPattern, 'i');
/**
 * What the standing sentence of the notices says before a date. The Division counts a case as assigned from the day on
 * which the Notice of Assignment was sent.
 */
const proceedings: Readonly<Partial<Record<HeaderDate, RegExp>>> = {
  received:
    /\bapplication\s{1,3}for\s{1,3}Independent\s{1,3}Medical\s{1,3}Review\s{1,3}was\s{1,3}(?:filed|received)\s{1,3}on\s{1,3}$/i,
  urDenial:
    /\bUtilization\s{1,3}Review\s{1,3}(?:Denial|Decision|Determination|Modification)(?:\s?\/\s?\w{1,20})?\s{1,3}dated\s{1,3}$/i,
  assigned: /\bNotice\s{1,3}of\s{1,3}Assignment\b[^.]{0,100}\bprovided\b[^.]{0,60}\bon\s{1,3}$/i,
};

/** The facts of a case without its items; every value gets its place. */
export function caseFacts(readingText: string, sources: FactSources, places: PlaceList): Omit<ParsedCase, 'items'> {
  const { header, summary } = sources;
  const fields = header ? headerFields(readingText, header) : { dates: {} };
  const number = numberIn(readingText, header) ?? fields.number;
  const letterDate = fields.dates.decision?.value;
  const told = sources.proceedings ? datesTold(readingText, sources.proceedings, letterDate) : {};
  // The injury came before every step of the proceedings.
  const { received, assigned, urDenial } = { ...told, ...fields.dates };
  const proceedingsDate = letterDate ?? (received ?? assigned ?? urDenial)?.value;
  const injury = fields.dates.injury ?? injuryDate(readingText, summary, proceedingsDate);
  const dates = { ...told, ...fields.dates, ...(injury && { injury }) };
  const reviewer = reviewerFacts(readingText, sources.reviewer ?? { start: 0, end: 0 }, sources.credentials);
  const patient = patientFacts(readingText, summary);
  return {
    ...places.optional('number', 'number', number),
    dates: {
      ...places.optional('dates.injury', 'injury', dates.injury),
      ...places.optional('dates.assigned', 'assigned', dates.assigned),
      ...places.optional('dates.urDenial', 'urDenial', dates.urDenial),
      ...places.optional('dates.decision', 'decision', dates.decision),
      ...places.optional('dates.received', 'received', dates.received),
    },
    reviewer: {
      ...places.optional('reviewer.title', 'title', reviewer.title),
      certifications: places.all('reviewer.certifications', reviewer.certifications),
      licensedIn: places.all('reviewer.licensedIn', reviewer.licensedIn),
    },
    patient: {
      ...places.optional('patient.age', 'age', patient.age),
      ...places.optional('patient.sex', 'sex', patient.sex),
    },
    summary: { text: readingText.slice(summary.start, summary.end), start: summary.start, end: summary.end },
  };
}

function numberIn(readingText: string, header: Span | undefined): Fact<string> | undefined {
  const match = header && caseNumber.exec(readingText.slice(header.start, header.end));
  if (!match) return undefined;
  const start = header.start + match.index;
  return { value: normaliseCaseNumber(match[0]), start, end: start + match[0].length };
}

function datesTold(readingText: string, span: Span, letterDate: string | undefined) {
  const told: Partial<Record<HeaderDate, Fact<string>>> = {};
  for (const date of printedDates(readingText, span.start, span.end)) {
    const before = readingText.slice(Math.max(span.start, date.start - 200), date.start);
    for (const [name, lead] of Object.entries(proceedings) as [HeaderDate, RegExp][]) {
      const value = !told[name] && lead.test(before) ? isoDate(date, letterDate) : undefined;
      if (value !== undefined) told[name] = { value, start: date.start, end: date.end };
    }
  }
  return told;
}
