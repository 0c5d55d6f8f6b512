import { z } from 'zod';
import { maxNoteLength } from './note-length.ts';
import { spanSchema } from './span.ts';

/** A W3C TextQuoteSelector: the exact text with a little of what stands before and after it. */
export const quoteSchema = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() });
export type Quote = Readonly<z.infer<typeof quoteSchema>>;

/** Where an annotation belongs: a position in the reading text, and the quote that proves it. */
export const targetSchema = spanSchema.extend({ quote: quoteSchema });
export type Target = Readonly<z.infer<typeof targetSchema>>;

export const noteText = z.string().max(maxNoteLength);
export const tagsSchema = z.array(z.string().trim().min(1).max(60)).max(30);

export const annotationSchema = z.object({
  /** A UUID made by whoever creates the annotation, so that a repeated request creates it once. */
  id: z.uuid(),
  letterId: z.int(),
  target: targetSchema,
  /** The reviewer's words; empty for a bare highlight. */
  note: noteText,
  tags: tagsSchema,
  author: z.string(),
  /** ISO timestamps, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
  /** False when the quote no longer stands in the reading text: shown as an orphan, never dropped. */
  anchored: z.boolean(),
});
export type Annotation = Readonly<z.infer<typeof annotationSchema>>;
