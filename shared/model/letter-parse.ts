/**
 * What the parser says of a letter. `ParseOutput` is the stable format that `parse --json` prints;
 * `LetterParse` is the same with what the panes need besides: sections and the place of every value.
 */
import { z } from 'zod';
import { clinicalFactsSchema } from './clinical-facts.ts';
import { spanSchema, textSpanSchema } from './span.ts';

/** An ISO calendar date, yyyy-mm-dd. */
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const layouts = ['issues', 'decisions', 'professional-review', 'notice-2013', 'unrecognised'] as const;
export type Layout = (typeof layouts)[number];

export const decisions = ['upheld', 'overturned', 'partially-overturned', 'unknown'] as const;
export type Decision = (typeof decisions)[number];

export const citationSchema = textSpanSchema.extend({
  source: z.enum(['MTUS', 'ACOEM', 'ODG', 'OTHER']),
  guideline: z.string().optional(),
  chapter: z.string().optional(),
  section: z.string().optional(),
  pages: z.array(z.string()),
  regulation: z.string().optional(),
});
export type Citation = Readonly<z.infer<typeof citationSchema>>;

const guidelineSchema = textSpanSchema.extend({ citations: z.array(citationSchema) });
export type GuidelineStatement = Readonly<z.infer<typeof guidelineSchema>>;

export const itemSchema = z.object({
  /** 1 for the first item of the letter. */
  ordinal: z.int().positive(),
  /** The disputed item or service, without the decision word and its colon. */
  title: z.string(),
  decision: z.enum(decisions),
  /** The decision as printed, for example `Upheld`; empty when the letter gives none. */
  decisionText: z.string(),
  claimsAdministrator: guidelineSchema,
  reviewer: guidelineSchema,
  rationale: textSpanSchema,
});
export type Item = Readonly<z.infer<typeof itemSchema>>;

export const caseSchema = z.object({
  number: z.string().optional(),
  dates: z.object({
    injury: isoDate.optional(),
    assigned: isoDate.optional(),
    urDenial: isoDate.optional(),
    decision: isoDate.optional(),
    received: isoDate.optional(),
  }),
  reviewer: z.object({
    /** As the letter first calls its reviewer; absent when it names none. */
    title: z.enum(['expert reviewer', 'physician reviewer']).optional(),
    certifications: z.array(z.string()),
    licensedIn: z.array(z.string()),
  }),
  patient: z.object({ age: z.int().optional(), sex: z.enum(['female', 'male']).optional() }),
  summary: textSpanSchema,
  items: z.array(itemSchema),
});
export type ParsedCase = Readonly<z.infer<typeof caseSchema>>;

export const diagnosticSchema = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  start: z.int().optional(),
  end: z.int().optional(),
});
export type Diagnostic = Readonly<z.infer<typeof diagnosticSchema>>;

/**
 * A running header, footer or page number that was set aside from the reading text.
 * `start` and `end` are offsets in the *source* text, since furniture has no place in the reading text.
 */
export const furnitureSchema = textSpanSchema;
export type Furniture = Readonly<z.infer<typeof furnitureSchema>>;

const parsedShape = {
  layout: z.enum(layouts),
  readingText: z.string(),
  case: caseSchema,
  unassigned: z.array(textSpanSchema),
  furniture: z.array(furnitureSchema),
  diagnostics: z.array(diagnosticSchema),
};

export const parseOutputSchema = z.strictObject({ file: z.string(), sha256: z.string(), ...parsedShape });
export type ParseOutput = Readonly<z.infer<typeof parseOutputSchema>>;

export const sectionKinds = [
  'header',
  'how-made',
  'credentials',
  'documents',
  'summary',
  /** The list of what was determined for each item, which the notices of 2013 print before the items. */
  'determinations',
  'issues-intro',
  'item',
  'closing',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** A stretch of the letter that the layout knows; every non-space character is in one section or unassigned. */
export const sectionSchema = spanSchema.extend({
  kind: z.enum(sectionKinds),
  /** The item's ordinal, for sections of kind `item`; absent for a text that several items share. */
  ordinal: z.int().optional(),
});
export type Section = Readonly<z.infer<typeof sectionSchema>>;

/**
 * Where a value of the case stands in the reading text. `path` names the value in `ParsedCase` with dots:
 * `patient.age`, `dates.injury`, `reviewer.licensedIn.0`, `items.0.title`, `items.0.decision`.
 * A value that spans a line the letter repeats may have more than one place; the first is the one to show.
 */
export const placeSchema = spanSchema.extend({ path: z.string() });
export type Place = Readonly<z.infer<typeof placeSchema>>;

export const letterParseSchema = z.object({
  ...parsedShape,
  /** `at` is where in the reading text the piece stood; absent in letters that were stored before it was kept. */
  furniture: z.array(furnitureSchema.extend({ at: z.int().optional() })),
  sections: z.array(sectionSchema),
  places: z.array(placeSchema),
  /** Empty for a letter that was stored before the parser read these facts, until it is read again. */
  facts: clinicalFactsSchema.default({ diagnoses: [], medications: [], items: [] }),
});
export type LetterParse = Readonly<z.infer<typeof letterParseSchema>>;
