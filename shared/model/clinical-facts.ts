/** The medical facts of a letter: what its summary lists, and what the title of each disputed item says of it. */
import { z } from 'zod';
import { textSpanSchema } from './span.ts';

/** The categories by which the Division of Workers' Compensation counts disputed treatment. */
export const treatmentCategories = [
  'pharmaceuticals',
  'rehabilitation',
  'diagnostic-testing',
  'injections',
  'surgery',
  'dmepos',
  'evaluation-and-management',
  'behavioral-health',
  'programs',
  'home-health',
  'dental',
  'transport',
] as const;
export type TreatmentCategory = (typeof treatmentCategories)[number];

/** Parts of the body as the guidelines divide it; spine segments by region, `spine` when the region is not said. */
export const bodyParts = [
  'head',
  'eye',
  'ear',
  'jaw',
  'cervical-spine',
  'thoracic-spine',
  'lumbar-spine',
  'spine',
  'sacroiliac-joint',
  'chest',
  'abdomen',
  'pelvis',
  'upper-extremity',
  'shoulder',
  'upper-arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'lower-extremity',
  'hip',
  'thigh',
  'knee',
  'lower-leg',
  'ankle',
  'foot',
] as const;
export type BodyPart = (typeof bodyParts)[number];

export const sides = ['left', 'right', 'bilateral'] as const;
export type Side = (typeof sides)[number];

export const medicationSchema = textSpanSchema.extend({
  /** The name without strength and directions, as printed. */
  name: z.string(),
  /** The strength, as printed: `10/325 mg`. */
  dose: z.string().optional(),
});
export type Medication = Readonly<z.infer<typeof medicationSchema>>;

export const itemFactsSchema = z.object({
  /** That of the item. */
  ordinal: z.int().positive(),
  /** The span is that of the words that decide; absent when none does. */
  category: textSpanSchema.extend({ value: z.enum(treatmentCategories) }).optional(),
  bodyParts: z.array(textSpanSchema.extend({ part: z.enum(bodyParts), side: z.enum(sides).optional() })),
  /** CPT and HCPCS codes. */
  procedureCodes: z.array(textSpanSchema),
  /** Strengths of a drug (`10/325 mg`, `5%`), not amounts dispensed. */
  doses: z.array(textSpanSchema),
});
export type ItemFacts = Readonly<z.infer<typeof itemFactsSchema>>;

export const clinicalFactsSchema = z.object({
  diagnoses: z.array(textSpanSchema),
  medications: z.array(medicationSchema),
  /** One for each item that has a title. */
  items: z.array(itemFactsSchema),
});
export type ClinicalFacts = Readonly<z.infer<typeof clinicalFactsSchema>>;
