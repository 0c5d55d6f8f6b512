import { z } from 'zod';
import { annotationSchema } from './annotation.ts';
import { correctedValueSchema, correctionSchema } from './correction.ts';
import { decisions, layouts, letterParseSchema } from './letter-parse.ts';
import { secondOpinionSchema } from './second-opinion.ts';

export const caseStatuses = ['new', 'in-progress', 'done'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** A letter as the library list shows it. */
export const letterRowSchema = z.object({
  id: z.int(),
  fileName: z.string(),
  /** SHA-256 of the original bytes, lower-case hex. */
  sha256: z.string(),
  /** ISO timestamp, UTC. */
  importedAt: z.string(),
  layout: z.enum(layouts),
  status: z.enum(caseStatuses),
  caseNumber: z.string().optional(),
  age: z.int().optional(),
  sex: z.enum(['female', 'male']).optional(),
  injuryDate: z.string().optional(),
  /** Title and decision of each item, in letter order. */
  items: z.array(z.object({ title: z.string(), decision: z.enum(decisions) })),
  noteCount: z.int(),
  opinionCount: z.int(),
  /** Tags of the letter as a whole; its notes have their own. */
  tags: z.array(z.string()),
  /** The share of the letter's characters that are in one of its sections, 0 to 1. */
  completeness: z.number().min(0).max(1),
  /** Where a search found something, with the found words between U+E000 and U+E001; absent without a search. */
  snippet: z.string().optional(),
});
export type LetterRow = Readonly<z.infer<typeof letterRowSchema>>;

/** One opened case with everything the workstation shows. */
export const caseViewSchema = z.object({
  letter: letterRowSchema,
  /** With the corrections applied. */
  parse: letterParseSchema,
  /** In the order they were made. */
  corrections: z.array(correctionSchema),
  corrected: z.array(correctedValueSchema),
  annotations: z.array(annotationSchema),
  secondOpinions: z.array(secondOpinionSchema),
});
export type CaseView = Readonly<z.infer<typeof caseViewSchema>>;
