/**
 * What a reviewer sets right in the parse of a letter. Corrections are kept beside the parse, in the order they were
 * made, and are applied to it anew whenever the case is opened; the parse itself stays as it is.
 */
import { z } from 'zod';
import { targetSchema } from './annotation.ts';
import { treatmentCategories } from './clinical-facts.ts';
import { decisions } from './letter-parse.ts';

/** An item is known by a place in the letter, its title's if it has one: ordinals change with corrections. */
const item = targetSchema;
const isoDate = z.iso.date();
const name = z.string().trim().min(1).max(300);
const names = z.array(name).max(50);

/** The dates of a case that a letter may state. */
const caseDates = ['injury', 'assigned', 'urDenial', 'decision', 'received'] as const;

/** A fact of the case and its right value; `null` when the letter does not state it. */
export const factSchema = z.discriminatedUnion('fact', [
  z.object({ fact: z.literal('number'), value: name.nullable() }),
  z.object({ fact: z.enum(caseDates.map((date) => `dates.${date}` as const)), value: isoDate.nullable() }),
  z.object({ fact: z.literal('patient.age'), value: z.int().min(0).max(120).nullable() }),
  z.object({ fact: z.literal('patient.sex'), value: z.enum(['female', 'male']).nullable() }),
  z.object({
    fact: z.literal('reviewer.title'),
    value: z.enum(['expert reviewer', 'physician reviewer']).nullable(),
  }),
  z.object({ fact: z.enum(['reviewer.certifications', 'reviewer.licensedIn']), value: names }),
  /** What the letter lists, in its own words: each must stand in it. */
  z.object({ fact: z.enum(['diagnoses', 'medications']), value: names }),
]);
export type Fact = Readonly<z.infer<typeof factSchema>>;

export const itemTextParts = ['claims-administrator', 'reviewer', 'rationale'] as const;
export type ItemTextPart = (typeof itemTextParts)[number];

/** The sections besides summary and items that a text may be assigned to. */
export const plainSections = ['header', 'how-made', 'credentials', 'documents', 'closing'] as const;
export type PlainSection = (typeof plainSections)[number];

/** Where a text belongs. */
export const destinationSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('summary') }),
  z.object({ part: z.enum(itemTextParts), item }),
  z.object({ part: z.enum(plainSections) }),
]);
export type Destination = Readonly<z.infer<typeof destinationSchema>>;

export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-decision'), item, decision: z.enum(decisions) }),
  /** `null` for an item that is of none of the categories. */
  z.object({ kind: z.literal('set-category'), item, category: z.enum(treatmentCategories).nullable() }),
  z.object({ kind: z.literal('set-title'), item, title: z.string().trim().min(1).max(2000) }),
  /** The words at `title` head an item of its own; where they stand within one, they split it. */
  z.object({ kind: z.literal('add-item'), title: targetSchema }),
  /** The item and the one before it are one. */
  z.object({ kind: z.literal('merge-item'), item }),
  /** The item is none: its text belongs to no section until it is assigned to one. */
  z.object({ kind: z.literal('remove-item'), item }),
  z.object({ kind: z.literal('assign-text'), text: targetSchema, to: destinationSchema }),
  z.object({ kind: z.literal('set-fact'), set: factSchema }),
]);
export type Change = Readonly<z.infer<typeof changeSchema>>;

export const correctionSchema = z.object({
  /** A UUID made by whoever makes the correction, so that a repeated request makes it once. */
  id: z.uuid(),
  letterId: z.int(),
  change: changeSchema,
  author: z.string(),
  /** ISO timestamp, UTC. */
  createdAt: z.string(),
  /** Why it could not be applied to the parse as it is now; absent when it was. It is kept in either case. */
  unapplied: z.string().optional(),
});
export type Correction = Readonly<z.infer<typeof correctionSchema>>;

/** A value of the case that a correction has set. */
export const correctedValueSchema = z.object({
  /** As in `Place.path`: `patient.age`, `reviewer.licensedIn`, `items.0.title`; `items.0` for an item as a whole, `summary`. */
  path: z.string(),
  correctionId: z.uuid(),
  /** What the parser had read, in words; absent when it had read nothing there. */
  parsed: z.string().optional(),
});
export type CorrectedValue = Readonly<z.infer<typeof correctedValueSchema>>;
