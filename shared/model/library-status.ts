import { z } from 'zod';
import { errorCodes } from '../result.ts';
import { backupSchema } from './backup.ts';

const failureSchema = z.object({ code: z.enum(errorCodes), message: z.string() });

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
