import type { Fact } from '../model/correction.ts';
import type { CaseDraft } from './case-draft.ts';
import { mark } from './change-item.ts';

/** Sets a fact of the case, or takes it away. Where the letter prints a name just so, that is its place. */
export function setFact(draft: CaseDraft, { fact, value }: Fact, correctionId: string): void {
  const before = valueAt(draft.facts, fact);
  const read = Array.isArray(before) ? before.join('; ') : before;
  mark(draft.marks, fact, correctionId, read === undefined || read === '' ? undefined : String(read));
  draft.facts = withValue(draft.facts, fact, value);
  draft.places = draft.places.filter(({ path }) => path !== fact && !path.startsWith(`${fact}.`));
  if (Array.isArray(value)) {
    for (const [index, name] of value.entries()) addPlace(draft, `${fact}.${index}`, name);
  } else if (typeof value === 'string' && fact === 'number') addPlace(draft, fact, value);
}

function addPlace({ parse, places }: CaseDraft, path: string, printed: string): void {
  const start = parse.readingText.indexOf(printed);
  if (start >= 0) places.push({ path, start, end: start + printed.length });
}

type Facts = CaseDraft['facts'];

function valueAt(facts: Facts, fact: string): unknown {
  return fact.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], facts);
}

function withValue(facts: Facts, fact: string, value: unknown): Facts {
  const [group = '', key] = fact.split('.');
  if (key === undefined) return withProperty(facts, group, value);
  return { ...facts, [group]: withProperty(facts[group as 'dates' | 'patient' | 'reviewer'], key, value) };
}

/** Absent facts are absent: `null` takes the property away. */
function withProperty<T extends object>(holder: T, key: string, value: unknown): T {
  const { [key as keyof T]: _, ...rest } = holder;
  return (value === null ? rest : { ...rest, [key]: value }) as T;
}
