/** Which values a field can have, and what else they may be called when they are typed. */
import { categoryNames } from '../model/clinical-names.ts';
import type { CaseStatus } from '../model/letter.ts';
import type { Citation, Decision, Layout } from '../model/letter-parse.ts';
import type { Verdict } from '../model/second-opinion.ts';
import { citedBy } from './item-terms.ts';
import type { SearchField } from './search-fields.ts';
import { stateNames } from './state-names.ts';

// The names of all values, apart from the schemas, whose library the window must not load; one missing does not compile.
const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>) => Object.keys(names) as Name[];
const decisions = namesOf<Decision>({ upheld: true, overturned: true, 'partially-overturned': true, unknown: true });
const statuses = namesOf<CaseStatus>({ new: true, 'in-progress': true, done: true });
const verdicts = namesOf<Verdict>({ agree: true, disagree: true, unsure: true });
const layouts = namesOf<Layout>({
  issues: true,
  decisions: true,
  'professional-review': true,
  'notice-2013': true,
  unrecognised: true,
});
const sources = namesOf<Lowercase<Citation['source']>>({ mtus: true, acoem: true, odg: true, other: true });
const categories = Object.keys(categoryNames);

/** The fields whose values are known beforehand. */
const knownValues: Partial<Record<SearchField, readonly string[]>> = {
  decision: decisions,
  category: categories,
  guideline: sources,
  sex: ['female', 'male'],
  status: statuses,
  layout: layouts,
  opinion: [...verdicts, 'any', 'none', ...decisions],
  item: [
    ...decisions,
    ...categories,
    ...sources.flatMap((source) => [citedBy('reviewer', source), citedBy('administrator', source)]),
  ],
};

/** Of these a value is several words, each of them a known one: `opinion:"disagree upheld"`. */
const severalWords: readonly SearchField[] = ['opinion', 'item'];

const otherNames: Partial<Record<SearchField, Readonly<Record<string, string>>>> = {
  decision: { partial: 'partially-overturned', 'partly-overturned': 'partially-overturned' },
  sex: { f: 'female', m: 'male', woman: 'female', man: 'male' },
  layout: { 'notice-of-2013': 'notice-2013', 'not-recognised': 'unrecognised', 'not-recognized': 'unrecognised' },
  state: stateNames,
};

/** What is typed as it is stored: `In progress` as `in-progress`, `F` as `female`, `CA` as `california`. */
export function storedValue(field: SearchField, typed: string): string {
  const value = typed.toLowerCase().trim();
  const hyphened = withHyphens(value);
  // Of one side, a part is stored as it is read: `left knee`, but `lumbar-spine`.
  if (field === 'body') return /^(?:left|right|bilateral)-/.test(hyphened) ? hyphened.replaceAll('-', ' ') : hyphened;
  return otherNames[field]?.[hyphened] ?? valuesByName[field]?.get(hyphened) ?? value;
}

/** Why no letter has a value of a field, as a sentence; undefined when it may be one, or anything may be. */
export function describeUnknown(field: SearchField, value: string): string | undefined {
  const known = valuesByName[field];
  const words = severalWords.includes(field) ? value.split(/\s+/) : [value];
  const unknown = words.find((word) => known && !known.has(withHyphens(word)));
  if (unknown === undefined) return undefined;
  const all = knownValues[field] ?? [];
  const some = all.slice(0, mostNamed).join(', ');
  return `There is no ${field} “${unknown}”: there is ${some}${all.length > mostNamed ? '…' : ''}.`;
}

const mostNamed = 8;

const withHyphens = (value: string): string => value.replace(/\s+/g, '-');

const valuesByName = Object.fromEntries(
  Object.entries(knownValues).map(([field, values]) => [
    field,
    new Map(values.map((value) => [withHyphens(value), value])),
  ]),
) as Partial<Record<SearchField, ReadonlyMap<string, string>>>;
