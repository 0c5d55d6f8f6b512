/** What the list of letters is asked for, and what is counted beside it. */
import { z } from 'zod';
import { searchFieldNames } from '../search/search-fields.ts';

/** The columns that the list can be sorted by. */
export const sortColumns = [
  'imported',
  'file',
  'title',
  'case-number',
  'decision',
  'age',
  'injury',
  'items',
  'notes',
  'status',
  'completeness',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export const sortSchema = z.object({ by: z.enum(sortColumns), descending: z.boolean() });
export type Sort = Readonly<z.infer<typeof sortSchema>>;

export const letterQuerySchema = z.object({
  /** What the search box holds, fields included (`shared/search/search-query.ts`); empty lists everything. */
  query: z.string().max(1000),
  /** Absent: the newest import first, or the best hit first where words are searched for. */
  sort: sortSchema.optional(),
  /** The letters in the trash instead of those in the library. */
  trash: z.boolean().default(false),
});

export const facetSchema = z.object({
  field: z.enum(searchFieldNames),
  /** Most frequent first; all tags, and of other fields at most 1,000. */
  values: z.array(
    z.object({
      /** As it is typed after the field's name. */
      value: z.string(),
      /** As it is read. */
      label: z.string(),
      /** Of the letters found. */
      count: z.int(),
    }),
  ),
});
export type Facet = Readonly<z.infer<typeof facetSchema>>;

export const tagSchema = z.string().trim().min(1).max(60);

export const savedSearchSchema = z.object({
  /** A UUID made by whoever saves it. */
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
  query: z.string().max(1000),
});
export type SavedSearch = Readonly<z.infer<typeof savedSearchSchema>>;
