import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type SalvagedLibrary, salvagedLibrarySchema } from '../../../shared/model/recovery.ts';
import { FailureError } from '../../../shared/result.ts';
import { checkLibrary } from '../check-library.ts';
import { configureReading } from '../database.ts';
import { syncFile, syncFolder, writeTextDurably } from '../durable-files.ts';
import { holdingsOf } from '../holdings.ts';
import { libraryFiles } from '../library-files.ts';

/** The folder within a damaged library's folder that what can be read of it is saved in. */
export const salvagedFolder = (folder: string): string => join(folder, 'salvaged');

/** Written last: a salvaged library without it was interrupted while it was being made. */
const reportName = 'salvaged.json';

const reportSchema = z.object({ ...salvagedLibrarySchema.shape, source: z.string() });

/**
 * Checks a library that was made in `salvagedFolder` and is closed, brings it to the disk, and says that it is complete.
 * Blocks its thread.
 * @param source `sourceOf` the damaged library, from before it was read
 * @throws FailureError `internal` when it is no sound library; `disk-full`, `cannot-write`
 */
export function completeSalvaged(
  folder: string,
  { source, time, remarks }: { source: string; time: Date; remarks: readonly string[] },
): SalvagedLibrary {
  const out = salvagedFolder(folder);
  const damaged = Object.values(checkLibrary(out)).find(({ kind }) => kind === 'damaged');
  const leftOpen = readdirSync(out).some((name) => /-(wal|journal)$/.test(name) && statSync(join(out, name)).size > 0);
  if (damaged || leftOpen) {
    throw new FailureError('internal', 'What could be read did not make a sound library. Nothing was replaced.');
  }
  for (const { name } of Object.values(libraryFiles)) syncFile(join(out, name));
  syncFolder(out);
  const salvaged = { time: time.toISOString(), holdings: readHoldings(out), remarks: [...remarks] };
  writeTextDurably(
    join(out, reportName),
    JSON.stringify({ ...salvaged, source } satisfies z.infer<typeof reportSchema>),
  );
  return salvaged;
}

/** What was saved of the library as it is now; undefined when nothing was, or not to the end, or the files are others since. */
export function readSalvaged(folder: string): SalvagedLibrary | undefined {
  const path = join(salvagedFolder(folder), reportName);
  if (!existsSync(path)) return undefined;
  const { source, ...salvaged } = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return source === sourceOf(folder) ? salvaged : undefined;
}

/** Whether a salvaged library is there that was made to its end, whatever it was made of. */
export const isComplete = (folder: string): boolean => existsSync(join(salvagedFolder(folder), reportName));

/** Tells the files of a library as they are from what they were or will be. */
export function sourceOf(folder: string): string {
  const facts = Object.values(libraryFiles).flatMap(({ name }) =>
    [name, `${name}-wal`].map((file) => {
      const { size = 0, mtimeMs = 0 } = statSync(join(folder, file), { throwIfNoEntry: false }) ?? {};
      return size === 0 ? `${file} -` : `${file} ${size} ${Math.trunc(mtimeMs)}`;
    }),
  );
  return facts.join('\n');
}

function readHoldings(out: string) {
  const db = new Database(join(out, libraryFiles.library.name), { readonly: true });
  try {
    configureReading(db);
    return holdingsOf(db);
  } finally {
    db.close();
  }
}
