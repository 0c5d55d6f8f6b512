/** What is counted over the letters that a query finds. Every share can be computed with its denominator. */
import { z } from 'zod';
import { decisions } from './letter-parse.ts';
import { verdicts } from './second-opinion.ts';

/** What disputed items are grouped by. The sources are those that the party cited for the item. */
export const itemGroupings = [
  'category',
  'reviewer-source',
  'administrator-source',
  'specialty',
  'state',
  'year',
] as const;
export type ItemGrouping = (typeof itemGroupings)[number];

const valueShape = {
  /** As it is typed in a query. */
  value: z.string(),
  /** As it is read. */
  label: z.string(),
};

/** How many items were decided how. */
export const decisionCountsSchema = z.record(z.enum(decisions), z.int());
export type DecisionCounts = Readonly<z.infer<typeof decisionCountsSchema>>;

const groupSchema = z.object({ ...valueShape, counts: decisionCountsSchema });
export type DecisionGroup = Readonly<z.infer<typeof groupSchema>>;

const citedPlacesSchema = z.object({
  /** How many letters name any such place. */
  letters: z.int(),
  /** Those that most letters name. */
  places: z.array(z.object({ ...valueShape, letters: z.int() })),
  /** How many different places there are in all. */
  different: z.int(),
});
export type CitedPlaces = Readonly<z.infer<typeof citedPlacesSchema>>;

export const statisticsSchema = z.object({
  letters: z.int(),
  items: z.int(),
  decisions: decisionCountsSchema,
  groupings: z.array(
    z.object({
      by: z.enum(itemGroupings),
      /** Those of most items first; years in order. An item may be in several groups. */
      groups: z.array(groupSchema),
      /** How many different values there are in all. */
      different: z.int(),
      /** Items of which the letter says nothing of the kind. */
      without: z.int(),
    }),
  ),
  itemsPerLetter: z.array(z.object({ items: z.int(), letters: z.int() })),
  chapters: citedPlacesSchema,
  pages: citedPlacesSchema,
  /** Second opinions given, by the decision they are about; `unknown` also where the item was changed since. */
  opinions: z.array(z.object({ decision: z.enum(decisions), counts: z.record(z.enum(verdicts), z.int()) })),
});
export type Statistics = Readonly<z.infer<typeof statisticsSchema>>;
