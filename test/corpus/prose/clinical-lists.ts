/**
 * Sentences that list diagnoses and medications, marked `facts.diagnosis` and `facts.medication` (with `.name` and
 * `.dose` inside), and sentences that look like such lists and are none.
 */
import { type Markup, mark } from '../marked-text.ts';
import type { Random } from '../random.ts';
import { directions, drugs } from '../vocabulary/drugs.ts';
import type { Region } from '../vocabulary/regions.ts';
import { printedDay, someDay } from './printed-date.ts';

/** `A, B, and C`; `comma` stands before the last "and". */
const listed = (members: readonly Markup[], comma = ','): Markup =>
  members.map((member, n) => [
    n === 0 ? '' : n < members.length - 1 ? ', ' : members.length > 2 ? `${comma} and ` : ' and ',
    member,
  ]);
const separated = (members: readonly Markup[], separator: string): Markup =>
  members.map((member, n) => [n === 0 ? '' : separator, member]);
const numbered = (members: readonly Markup[], form: (n: number) => string, separator: string): Markup =>
  separated(
    members.map((member, n) => [form(n + 1), member]),
    separator,
  );

const icdCodes = ['722.10', '723.4', '847.2', 'M54.16', '338.29', '726.10', 'G56.01'];

/** A sentence that lists diagnoses of `region`. */
export function diagnosisSentence(random: Random, region: Region): Markup {
  const some = (least: number, most: number, coded = false): Markup[] =>
    random
      .sample(region.diagnoses, random.int(least, most))
      .map((name) => mark('facts.diagnosis', coded ? `${name} (${random.pick(icdCodes)})` : name));
  return random.pick<() => Markup>([
    () => ["The patient's diagnoses are listed as ", listed(some(3, 3)), '.'],
    () => ['The working diagnoses are: ', separated(some(2, 2), '; '), '.'],
    () => ['Diagnoses: ', numbered(some(1, 4), (n) => `${n}. `, random.pick(['; ', ' ', '. '])), '.'],
    () => ['Diagnoses: ', numbered(some(2, 4), (n) => `(${n}) `, random.pick([' ', ', '])), '.'],
    () => ['The patient was diagnosed with ', listed(some(1, 3), ''), '.'],
    () => ['The injured worker was diagnosed as having ', listed(some(2, 4)), '.'],
    () => ['Diagnoses include ', listed(some(2, 3, true)), '.'],
    () => ['The pertinent diagnoses for this review are ', listed(some(2, 3)), '.'],
    () => ['The applicant carries diagnoses of ', listed(some(2, 2)), ', it was stated.'],
    () => ['Dx: ', separated(some(2, 3), ', '), '.'],
    () => ['Diagnostic impressions at that visit were ', listed(some(1, 3)), '.'],
    () => ['The primary treating physician gave a diagnosis of ', some(1, 1), ' and requested authorization.'],
  ])();
}

/** A sentence that lists what the patient takes. */
export function medicationSentence(random: Random): Markup {
  const some = (least: number, most: number, detail: 'names' | 'doses' | 'any'): Markup[] =>
    random.sample(drugs, random.int(least, most)).map(([name, dose]) => {
      const how = detail === 'any' ? random.pick(['names', 'doses', 'directions'] as const) : detail;
      return mark('facts.medication', [
        mark('facts.medication.name', name),
        how === 'names' ? '' : [' ', mark('facts.medication.dose', dose)],
        how === 'directions' ? ` ${random.pick(directions)}` : '',
      ]);
    });
  return random.pick<() => Markup>([
    () => ['The medications used were listed as ', listed(some(1, 4, 'names')), '.'],
    () => ['Current medications include ', listed(some(2, 5, 'any')), '.'],
    () => ['Medications: ', separated(some(1, 4, 'any'), '; '), '.'],
    () => ['Medications: ', numbered(some(2, 4, 'doses'), (n) => `${n}. `, random.pick([' ', ', '])), '.'],
    () => ['The patient is currently taking ', listed(some(1, 3, 'any')), ', which are well tolerated.'],
    () => ['The applicant was using ', listed(some(2, 3, 'names')), ', it was acknowledged.'],
    () => ["The patient's medication regimen consists of ", listed(some(2, 3, 'doses')), '.'],
    () => ['The injured worker takes ', listed(some(2, 2, 'any')), ' for pain and denies side effects.'],
    () => ['He/she is on ', listed(some(1, 3, 'doses')), ' and reports no side effects.'],
    () => [
      `Medications as of ${printedDay(random, someDay(random, 2012, 2014))} included `,
      listed(some(1, 3, 'any')),
      '.',
    ],
  ])();
}

/** Something about diagnoses or medications that lists none of the patient's present ones. */
export function noListSentence(random: Random, region: Region): string {
  const [name] = random.pick(drugs);
  const diagnosis = random.pick(region.diagnoses);
  return random.pick([
    `There was no documentation of a diagnosis of ${diagnosis}.`,
    `The records do not support a diagnosis of ${diagnosis}.`,
    `Medications tried and failed include ${name}.`,
    `${name} was discontinued because of nausea.`,
    'The patient was tried on several medications in the past, without lasting relief.',
    'Medications are helpful, and no aberrant behavior was noted.',
    'The patient is not taking any opioids at this time.',
    'The diagnosis was not changed, and the patient is on modified duty.',
    `A request for ${name} was received, and the medication was refilled.`,
    'The patient continues on total temporary disability.',
  ]);
}
