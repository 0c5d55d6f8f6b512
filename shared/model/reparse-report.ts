import { z } from 'zod';
import { errorCodes } from '../result.ts';

/** What reading a letter of the library anew came to. */
export const reparseRowSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('unchanged'), letterId: z.int(), fileName: z.string() }),
  z.object({
    outcome: z.literal('changed'),
    letterId: z.int(),
    fileName: z.string(),
    /** What is otherwise than before, a sentence each; never empty. */
    changes: z.array(z.string()),
    /** How many notes of the letter moved with their words, and how many no longer have a place. */
    annotations: z.object({ moved: z.int(), lost: z.int() }),
  }),
  z.object({
    outcome: z.literal('failed'),
    letterId: z.int(),
    fileName: z.string(),
    code: z.enum(errorCodes),
    /** Why, in a reviewer's words. The letter stays as it was. */
    reason: z.string(),
  }),
]);
export type ReparseRow = Readonly<z.infer<typeof reparseRowSchema>>;

/** A re-parse as it runs and when it has ended. */
export const reparseProgressSchema = z.object({
  state: z.enum(['running', 'finished', 'cancelled']),
  total: z.int(),
  done: z.int(),
  changed: z.int(),
  failed: z.int(),
  /** The letters that changed or failed; filled in when the re-parse has ended, empty while it runs. */
  rows: z.array(reparseRowSchema),
});
export type ReparseProgress = Readonly<z.infer<typeof reparseProgressSchema>>;
