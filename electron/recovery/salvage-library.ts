import type { ImportRow } from '../../shared/model/import-report.ts';
import type { SalvageProgress } from '../../shared/model/recovery.ts';
import type { ReparseRow } from '../../shared/model/reparse-report.ts';
import { createReparser } from '../import/reparse-service.ts';
import { startInCareThread } from '../library/in-care-thread.ts';
import { openLibraryClient } from '../library/library-client.ts';
import type { SalvagedFiles } from '../library/salvage/salvage-files.ts';
import { importKeptOriginals } from './import-kept-originals.ts';

export interface SalvageReport extends SalvagedFiles {
  /** Letters whose text was read again from the original, or could not be. */
  readonly readAgain: readonly ReparseRow[];
  /** Originals that no letter was left of, imported again. */
  readonly imported: readonly ImportRow[];
}

export interface SalvageOptions {
  readonly dir: string;
  /** A folder that is empty or not there. */
  readonly out: string;
  readonly onProgress?: (progress: SalvageProgress) => void;
  /** Stops the work; what is in `out` by then is no library. */
  readonly signal?: AbortSignal;
}

/**
 * Makes a new library in `out` of what can be read of a damaged one, which stays as it is.
 * @throws FailureError as `salvageFiles` does; the reason of `signal`
 */
export async function salvageLibrary({
  dir,
  out,
  onProgress = () => {},
  signal,
}: SalvageOptions): Promise<SalvageReport> {
  onProgress({ stage: 'copying' });
  const files = await copyReadable(dir, out, signal);
  const library = await openLibraryClient({ dir: out, create: false, backups: false });
  const reparser = createReparser({
    library,
    onProgress: ({ done, total }) => onProgress({ stage: 'reading', done, total }),
  });
  try {
    let readAgain: readonly ReparseRow[] = [];
    signal?.addEventListener('abort', reparser.cancel, { once: true });
    if (files.letterIds.length > 0) {
      reparser.start(files.letterIds);
      readAgain = (await reparser.whenDone()).rows;
    }
    const imported = await importKeptOriginals(library, {
      onProgress: ({ done, total }) => onProgress({ stage: 'importing', done, total }),
      ...(signal && { signal }),
    });
    return { ...files, readAgain, imported };
  } finally {
    await reparser.close();
    await library.close();
  }
}

async function copyReadable(dir: string, out: string, signal: AbortSignal | undefined): Promise<SalvagedFiles> {
  signal?.throwIfAborted();
  const { answer, stop } = startInCareThread('salvageFiles', dir, out);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await answer;
  } catch (thrown) {
    signal?.throwIfAborted();
    throw thrown;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
