import { z } from 'zod';
import { errorCodes } from '../result.ts';
import { backupSchema } from './backup.ts';

const failureSchema = z.object({ code: z.enum(errorCodes), message: z.string() });

/** A letter, or an original without one, that is no longer what was stored. */
export const damagedLetterSchema = z.object({
  sha256: z.string(),
  /** Absent for an original without a letter. */
  fileName: z.string().optional(),
  /** A full sentence. */
  message: z.string(),
});
export type DamagedLetter = Readonly<z.infer<typeof damagedLetterSchema>>;

/** What came of checking every original and every text against its checksum. */
export const verificationSchema = z.object({
  originals: z.int(),
  letters: z.int(),
  damaged: z.array(damagedLetterSchema),
});
export type Verification = Readonly<z.infer<typeof verificationSchema>>;

/** How an open library is doing. */
export const libraryStatusSchema = z.object({
  /** `read-only`: every method that writes fails with the code of `reason`. */
  access: z.enum(['read-write', 'read-only']),
  /** Why only reading is possible: `library-newer` or `library-damaged`. */
  reason: failureSchema.optional(),
  /** How the last use of the library ended; `unclean` after a crash or a power cut. */
  lastEnd: z.enum(['clean', 'unclean']),
  /** The check after an unclean end. While it runs, reading works and writing waits for it. */
  check: z.enum(['not-needed', 'running', 'passed', 'index-rebuilt', 'failed']),
  /** ISO timestamp, UTC, of the newest backup. */
  newestBackup: z.string().optional(),
  /** A backup is being made, as at the end, when closing takes that long. */
  isBackingUp: z.literal(true).optional(),
  /** Why the last backup failed; absent once one has been made. */
  backupFailure: failureSchema.optional(),
  /** How many letters are still to be prepared for filters, since an earlier version of the program entered them. */
  outdatedEntries: z.int().optional(),
  /** How far a check of all letters that was asked for has come, in originals and texts. */
  verifying: z.object({ done: z.int(), total: z.int() }).optional(),
  /** ISO timestamp, UTC: when every original and every text had last been checked. */
  verified: z.string().optional(),
  /** What these checks found and nothing has mended since; `letters` has the first of them. */
  damaged: z.object({ count: z.int(), letters: z.array(damagedLetterSchema) }).optional(),
});
export type LibraryStatus = Readonly<z.infer<typeof libraryStatusSchema>>;

/**
 * What is wrong with a library that cannot be opened. `missing`: the file is not there or empty, although originals or
 * backups are. `other-program`: a database, but not ours. `check-failed`: SQLite's check found faults.
 */
export const damageKinds = ['missing', 'not-a-database', 'other-program', 'malformed', 'check-failed'] as const;

/** Why a library cannot be opened, and what there is to go back to. Nothing of it was changed. */
export const libraryDamageSchema = z.object({
  file: z.enum(['library.db', 'originals.db']),
  kind: z.enum(damageKinds),
  /** What SQLite said, for whoever looks into it. */
  detail: z.string().optional(),
  /** The newest backup that can be read. */
  newestBackup: backupSchema.optional(),
});
export type LibraryDamage = Readonly<z.infer<typeof libraryDamageSchema>>;
