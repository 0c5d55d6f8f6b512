import type { Span } from '../../model/span.ts';
import type { Fact } from './fact.ts';

export type Sex = 'female' | 'male';

const age = /\b(\d{1,3})\)?[\s-]{0,3}(?:(?:years?|yrs?\.?)[\s-]{0,3}(?:old|of\s{1,3}age)\b|y\s?[./]?\s?o\b\.?)/gi;
const sexWord = /\b(?:(female|woman|lady|girl)|male|man|gentleman|boy)\b/i;
const sexLetter = /^\s?(?:(F)|M)\b/;
const personNoun = /\b(?:patient|applicant|claimant|employee|worker|person|individual)\b/i;
const notThePatient = /^[\s,-]{0,3}(?:injury|claim|history|son|daughter|child|wife|husband|spouse|mother|father)\b/i;
const personIs =
  /\b(?:patient|applicant|claimant|employee|worker|IW\)?|he|she|who)\s{1,3}(?:is|was)\s{1,3}(?:an?\s{1,3})?$/i;
const personIsA =
  /\b(?:patient|applicant|claimant|employee|worker|IW\)?|he|she)\s{1,3}(?:is|was)\s{1,3}an?\s{1,3}(?:[\w-]{1,30}\s{1,3}){0,3}?(?:(female|woman|lady|girl)|male|man|gentleman|boy)\b/i;
/** Where the description of a person ends: what follows is said about something else. */
const descriptionEnd = /[.;]|\b(?:who|whose|with|that|had|has|is|was|whom)\b/i;

/**
 * The patient's age in years and sex as a summary states them (`53-year-old woman`, `41 y.o. male`,
 * `58 year old female`, and neighbours), each absent when the letter does not say.
 */
export function patientFacts(readingText: string, span: Span): { age?: Fact<number>; sex?: Fact<Sex> } {
  const text = readingText.slice(span.start, span.end);
  const at = (start: number, end: number): Span => ({ start: span.start + start, end: span.start + end });
  for (const match of text.matchAll(age)) {
    const years = match[1] ?? '';
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 80);
    if (Number(years) > 120 || notThePatient.test(after)) continue;
    const description = after.slice(0, endOf(after));
    const sex = sexLetter.exec(description) ?? sexWord.exec(description);
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (!sex && !personNoun.test(description) && !personIs.test(before)) continue;
    const ageFact: Fact<number> = { value: Number(years), ...at(match.index, match.index + years.length) };
    if (!sex) return { age: ageFact, ...sexAlone(text, at) };
    const word = sex[0].trimStart();
    const start = end + sex.index + sex[0].length - word.length;
    return { age: ageFact, sex: { value: sex[1] ? 'female' : 'male', ...at(start, start + word.length) } };
  }
  return sexAlone(text, at);
}

function sexAlone(text: string, at: (start: number, end: number) => Span): { sex?: Fact<Sex> } {
  const match = personIsA.exec(text);
  if (!match) return {};
  const end = match.index + match[0].length;
  const word = /\w+$/.exec(match[0])?.[0] ?? '';
  return { sex: { value: match[1] ? 'female' : 'male', ...at(end - word.length, end) } };
}

function endOf(description: string): number {
  const end = description.search(descriptionEnd);
  return end < 0 ? description.length : end;
}
