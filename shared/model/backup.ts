import { z } from 'zod';

/** What a library file holds. Counts are of what the reviewer sees: nothing that was deleted. */
export const holdingsSchema = z.object({
  /** The numbered step of the migrations that the file is at. */
  schemaVersion: z.int(),
  letters: z.int(),
  notes: z.int(),
  secondOpinions: z.int(),
  corrections: z.int(),
  /** ISO timestamp, UTC, of the newest letter, note, second opinion or correction; absent for an empty library. */
  newestChange: z.string().optional(),
});
export type Holdings = Readonly<z.infer<typeof holdingsSchema>>;

/** A backup of library.db in the folder `backups` of its library. */
export const backupSchema = z.object({
  /** Its file name, by which it is restored. */
  name: z.string(),
  /** ISO timestamp, UTC: when it was begun. */
  time: z.string(),
  /** In bytes. */
  size: z.int(),
  /** Made before the library was brought to a newer version of the program; such a backup is kept for good. */
  beforeUpdate: z.boolean(),
  /** Absent when the file cannot be read. */
  holdings: holdingsSchema.optional(),
});
export type Backup = Readonly<z.infer<typeof backupSchema>>;

/** An imported file that is kept although no letter in the library belongs to it. */
export const originalWithoutLetterSchema = z.object({
  sha256: z.string(),
  /** In bytes. */
  size: z.int(),
  /** The file name of the letter, if a library file that was set aside still knows it. */
  fileName: z.string().optional(),
});
export type OriginalWithoutLetter = Readonly<z.infer<typeof originalWithoutLetterSchema>>;

export const restoreReportSchema = z.object({
  /** The backup that is now the library. */
  backup: backupSchema,
  /** The folder that the files of the library before it are in. */
  setAside: z.string(),
  /** Imported since the backup: they can be imported again from the originals. */
  originalsWithoutLetter: z.array(originalWithoutLetterSchema),
});
export type RestoreReport = Readonly<z.infer<typeof restoreReportSchema>>;
