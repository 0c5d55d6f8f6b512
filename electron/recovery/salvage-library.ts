import type { ImportRow } from '../../shared/model/import-report.ts';
import type { ReparseRow } from '../../shared/model/reparse-report.ts';
import { createReparser } from '../import/reparse-service.ts';
import { inCareThread } from '../library/in-care-thread.ts';
import { openLibraryClient } from '../library/library-client.ts';
import type { SalvagedFiles } from '../library/salvage/salvage-files.ts';
import { importKeptOriginals } from './import-kept-originals.ts';

export interface SalvageReport extends SalvagedFiles {
  /** Letters whose text was read again from the original, or could not be. */
  readonly readAgain: readonly ReparseRow[];
  /** Originals that no letter was left of, imported again. */
  readonly imported: readonly ImportRow[];
}

/**
 * Makes a new library in `out` of what can be read of a damaged one, which stays as it is.
 * @throws FailureError as `salvageFiles` does
 */
export async function salvageLibrary({ dir, out }: { dir: string; out: string }): Promise<SalvageReport> {
  const files = await inCareThread('salvageFiles', dir, out);
  const library = await openLibraryClient({ dir: out, create: false, backups: false });
  const reparser = createReparser({ library });
  try {
    let readAgain: readonly ReparseRow[] = [];
    if (files.letterIds.length > 0) {
      reparser.start(files.letterIds);
      readAgain = (await reparser.whenDone()).rows;
    }
    return { ...files, readAgain, imported: await importKeptOriginals(library) };
  } finally {
    await reparser.close();
    await library.close();
  }
}
