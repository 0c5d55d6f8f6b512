import { z } from 'zod';
import { backupSchema, holdingsSchema } from './backup.ts';
import { libraryDamageSchema } from './library-status.ts';

/** What could be saved of a damaged library, ready to take its place. */
export const salvagedLibrarySchema = z.object({
  /** ISO timestamp, UTC: when it was saved. */
  time: z.string(),
  holdings: holdingsSchema,
  /** What was lost, changed or made good, each a full sentence; none when everything could be read. */
  remarks: z.array(z.string()),
});
export type SalvagedLibrary = Readonly<z.infer<typeof salvagedLibrarySchema>>;

/** Where a library that cannot be used stands, and the ways back. */
export const recoveryStateSchema = z.object({
  /** Absent when a check found nothing wrong, as when a disk can be read again. */
  damage: libraryDamageSchema.optional(),
  /** What is wrong, in full sentences. */
  message: z.string(),
  /** The library folder. */
  folder: z.string(),
  /** ISO timestamp, UTC: when library.db was last written to; absent when there is none. */
  lastWritten: z.string().optional(),
  /** The newest first. */
  backups: z.array(backupSchema),
  salvaged: salvagedLibrarySchema.optional(),
  /** The window showed the letters before: it can do so again, though nothing can be changed in them. */
  canGoBack: z.boolean(),
});
export type RecoveryState = Readonly<z.infer<typeof recoveryStateSchema>>;

/** How far saving what can be read has come; the counts are absent where nothing can be counted. */
export const salvageProgressSchema = z.object({
  stage: z.enum(['copying', 'reading', 'importing', 'checking']),
  done: z.int().optional(),
  total: z.int().optional(),
});
export type SalvageProgress = Readonly<z.infer<typeof salvageProgressSchema>>;
