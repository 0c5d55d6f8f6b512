import type { Span } from '../../model/span.ts';
import type { Fact } from './fact.ts';
import { numberOf, numberWords } from './number-words.ts';

export type Sex = 'female' | 'male';

const number = `\\d{1,3}|${numberWords}`;
/** What may join the words of "53-year-old": white space and hyphens of any kind. */
const joint = '[\\s\u2010-\u2014-]{0,3}';
const age = new RegExp(
  [
    `\\b(${number})\\)?${joint}(?:(?:years?|yrs?\\.?|y(?=\\s))${joint}(?:old|of\\s{1,3}age)\\b|y\\s?[./]?\\s?o(?:\\b\\.?|(?=[fm]\\b)))`,
    `\\baged?\\s{1,3}(?:of\\s{1,3})?(${number})\\b(?!\\s?[-/%])`,
    `(?<=(?:^|[.;\\n])\\s{0,3}age\\s?:\\s{0,3})(\\d{1,3})\\b(?!\\s?[-/%])`,
  ].join('|'),
  'gi',
);
/** A line may have ended within the word; the rest of another word, `fe-⏎male`, is none. */
const sexWords =
  '(?<!\\p{L}[-\u2010-\u2014\u00AD]\\s{0,3})\\b(?:(fe[-\u2010\u2011\u00AD]\\s{0,3}male|wo[-\u2010\u2011\u00AD]\\s{0,3}man|female|woman|lady|girl)|male|man|gentleman|boy)\\b';
const sexWord = new RegExp(sexWords, 'iu');
/** Small only where it is joined to "y.o." */
const sexLetter = /^(?:\s?[/,(]?\s?(?:(F)|M)|[/(]?(?:(f)|m))\b(?![-'\u2019])/;
const personNoun = /\b(?:patient|applicant|claimant|employee|worker|person|individual)\b/i;
const notThePatient = /^[\s,-]{0,3}(?:injury|claim|history|son|daughter|child|wife|husband|spouse|mother|father)\b/i;
const personIs =
  /\b(?:patient|applicant|claimant|employee|worker|IW\)?|he|she|who|(?:mrs?|ms|miss)\.?(?:\s{1,3}[\p{L}.'\u2019-]{1,30}){0,2})\s{1,3}(?:is|was)\s{1,3}(?:an?\s{1,3})?$/iu;
/** What stands directly before "age 50" when it is the patient's. */
const apposition = /(?:[,(]|\bis)\s{0,3}$/i;
/** What stands directly behind "44 years of age" when nothing more is said of the person there. */
const describedBefore = /^\s{0,3}(?:[,.;)]|who\b|with\b|$)/i;
/** `This is a 46-year-old with …`, where nothing but a person can be meant. */
const thisIs = /\b(?:this|it)\s{1,3}is\s{1,3}an?\s{1,3}$/i;
const onlyAPerson = /^[\s,]{0,3}(?:who|whose|with|presenting|status)\b/i;
const relative = /\b(?:son|daughter|child|wife|husband|spouse|mother|father|brother|sister)\b[^.;]{0,30}$/i;
const sentenceStart = /[.;]\s[^.;]*$/;
const personIsA = new RegExp(
  `\\b(?:patient|applicant|claimant|employee|worker|IW\\)?|he|she)\\s{1,3}(?:is|was)\\s{1,3}an?\\s{1,3}(?:[\\w-]{1,30}\\s{1,3}){0,3}?${sexWords}`,
  'iu',
);
/** Where the description of a person ends: what follows is said about something else. */
const descriptionEnd = /[.;]|\b(?:who|whose|with|that|had|has|is|was|whom)\b/i;

/**
 * The patient's age in years and sex as a summary states them (`53-year-old woman`, `41 y.o. male`,
 * `58 year old female`, `fifty-three year old`, and neighbours), each absent when the letter does not say.
 */
export function patientFacts(readingText: string, span: Span): { age?: Fact<number>; sex?: Fact<Sex> } {
  const text = readingText.slice(span.start, span.end);
  const at = (start: number, end: number): Span => ({ start: span.start + start, end: span.start + end });
  for (const match of text.matchAll(age)) {
    const years = match[1] ?? match[2] ?? match[3] ?? '';
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 80);
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const value = numberOf(years);
    if (value > 120 || notThePatient.test(after) || relative.test(before)) continue;
    const from = match.index + match[0].indexOf(years);
    const ageFact: Fact<number> = { value, ...at(from, from + years.length) };
    if (match[3] !== undefined) return { age: ageFact, ...sexAlone(text, at) };
    // "The patient is a male, aged 62": the description stands before the age.
    if (match[2] !== undefined || describedBefore.test(after)) {
      const description = sentenceStart.exec(before)?.[0] ?? before;
      const isPerson = apposition.test(before) && (personNoun.test(description) || sexWord.test(description));
      if (isPerson) return { age: ageFact, ...sexAlone(text, at) };
      if (match[2] !== undefined) continue;
    }
    const description = after.slice(0, endOf(after));
    const sex = sexLetter.exec(description) ?? sexWord.exec(description);
    const isPerson =
      personNoun.test(description) || personIs.test(before) || (thisIs.test(before) && onlyAPerson.test(after));
    if (!sex && !isPerson) continue;
    if (!sex) return { age: ageFact, ...sexAlone(text, at) };
    const word = sex[0].replace(/^[\s/,(]{1,4}/, '');
    const start = end + sex.index + sex[0].length - word.length;
    return { age: ageFact, sex: { value: (sex[1] ?? sex[2]) ? 'female' : 'male', ...at(start, start + word.length) } };
  }
  return sexAlone(text, at);
}

function sexAlone(text: string, at: (start: number, end: number) => Span): { sex?: Fact<Sex> } {
  const match = personIsA.exec(text);
  if (!match) return {};
  const end = match.index + match[0].length;
  const word = match[1] ?? /\b\w{1,20}$/.exec(match[0])?.[0] ?? '';
  return { sex: { value: match[1] ? 'female' : 'male', ...at(end - word.length, end) } };
}

function endOf(description: string): number {
  const end = description.search(descriptionEnd);
  return end < 0 ? description.length : end;
}
