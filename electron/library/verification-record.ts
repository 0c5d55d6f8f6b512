import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { damagedLetterSchema } from '../../shared/model/library-status.ts';
import { writeTextDurably } from './durable-files.ts';

const recordSchema = z.object({
  /** Where the round that is under way goes on: after this original, or, when all originals are done, this letter. */
  place: z.union([z.object({ original: z.string() }), z.object({ letter: z.int() })]).optional(),
  /** ISO timestamp, UTC: when the last round ended. */
  ended: z.iso.datetime().optional(),
  damaged: z.array(damagedLetterSchema),
});
/** How far the check of all originals and texts has come. */
export type VerificationRecord = Readonly<z.infer<typeof recordSchema>>;

/** A file, not a row: it changes without the library being worked on, and must make no backup. */
const fileOf = (folder: string): string => join(folder, 'verification.json');

/** What was written last; a new beginning where nothing was, or nothing that can be read. */
export function readVerificationRecord(folder: string): VerificationRecord {
  const path = fileOf(folder);
  const nothing: VerificationRecord = { damaged: [] };
  if (!existsSync(path)) return nothing;
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (thrown) {
    console.error(`How far the letters were checked cannot be read from ${path}; the check begins anew:`, thrown);
    return nothing;
  }
}

/** @throws as the file system does */
export function writeVerificationRecord(folder: string, record: VerificationRecord): void {
  writeTextDurably(fileOf(folder), JSON.stringify(record));
}
