import { z } from 'zod';
import { errorCodes } from '../result.ts';
import { layouts } from './letter-parse.ts';

/** What became of one file. A row for every file, whatever happened to it. */
export const importRowSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('imported'),
    name: z.string(),
    letterId: z.int(),
    layout: z.enum(layouts),
    /** What could not be read of the file, in a reviewer's words; absent when all of it was. */
    remark: z.string().optional(),
  }),
  z.object({
    outcome: z.literal('already-in-library'),
    name: z.string(),
    letterId: z.int(),
    /** What was put back of the letter that had changed on the disk; absent when nothing had. */
    remark: z.string().optional(),
  }),
  z.object({
    outcome: z.literal('failed'),
    name: z.string(),
    code: z.enum(errorCodes),
    /** Why, in a reviewer's words. */
    reason: z.string(),
  }),
]);
export type ImportRow = Readonly<z.infer<typeof importRowSchema>>;

/** One import as it runs and when it has ended; `rows` holds the files dealt with so far, in the order given. */
export const importProgressSchema = z.object({
  importId: z.string(),
  state: z.enum(['running', 'paused', 'finished', 'cancelled']),
  total: z.int(),
  done: z.int(),
  imported: z.int(),
  already: z.int(),
  failed: z.int(),
  /** Files dealt with a second of late; absent while it cannot be told, and when nothing runs. */
  perSecond: z.number().optional(),
  /** Why it has paused by itself, in a reviewer's words. */
  heldBy: z.string().optional(),
  /** Filled in when the import has ended; empty while it runs. */
  rows: z.array(importRowSchema),
});
export type ImportProgress = Readonly<z.infer<typeof importProgressSchema>>;

/** What imports that a crash or a quit ended were given. */
export const interruptedImportSchema = z.object({
  /** Files that can be imported now, those among them that are in the library already included. */
  files: z.int(),
  /** Files that came without a path, out of another program: they have to be given again. */
  withoutPath: z.int(),
});
export type InterruptedImport = Readonly<z.infer<typeof interruptedImportSchema>>;
