import type { ValueOrder } from './value-range.ts';

interface SearchFieldInfo {
  readonly label: string;
  /** Of a field of which ranges can be asked for. */
  readonly order?: ValueOrder;
}

export const searchFieldNames = [
  'decision',
  'category',
  'body',
  'guideline',
  'chapter',
  'page',
  'specialty',
  'state',
  'year',
  'injury',
  'age',
  'sex',
  'status',
  'opinion',
  'tag',
  'layout',
  'items',
  'item',
] as const;
export type SearchField = (typeof searchFieldNames)[number];

/** The fields by which letters can be filtered, under the names that are typed: `decision:overturned`. */
export const searchFields: Readonly<Record<SearchField, SearchFieldInfo>> = {
  decision: { label: 'Decision' },
  category: { label: 'Treatment category' },
  body: { label: 'Body part' },
  guideline: { label: 'Cited source' },
  chapter: { label: 'Cited chapter' },
  page: { label: 'Cited page' },
  specialty: { label: 'Specialty' },
  state: { label: 'Licensed in' },
  year: { label: 'Year', order: 'date' },
  injury: { label: 'Date of injury', order: 'date' },
  age: { label: 'Age', order: 'number' },
  sex: { label: 'Sex' },
  status: { label: 'Status' },
  opinion: { label: 'Second opinion' },
  tag: { label: 'Tag' },
  layout: { label: 'Layout' },
  items: { label: 'Items', order: 'number' },
  item: { label: 'One item' },
};

/** The field of that name, however it is capitalised; undefined when there is none. */
export function searchFieldNamed(name: string): SearchField | undefined {
  return searchFieldNames.find((field) => field === name.toLowerCase());
}
