import type { RestoreReport } from '../../../shared/model/backup.ts';
import { FailureError } from '../../../shared/result.ts';
import { lockLibrary } from '../lock-library.ts';
import { openLibrary } from '../open-library.ts';
import { originalsWithoutLetter } from '../originals-without-letter.ts';
import { finishReplacing } from '../salvage/replace-by-salvaged.ts';
import { finishRestore, restoreBackup } from './restore-backup.ts';

/**
 * Restores a backup of a library that nobody has open, and opens it to see that it does.
 * @throws FailureError as `restoreBackup` and `openLibrary` do
 */
export function restoreClosedLibrary(folder: string, name: string, now: Date): RestoreReport {
  const unlock = lockLibrary(folder);
  let restored: ReturnType<typeof restoreBackup>;
  try {
    // What a crash interrupted first, so that nothing of it is taken for the library.
    finishRestore(folder);
    finishReplacing(folder);
    restored = restoreBackup(folder, name, now);
  } finally {
    unlock();
  }
  const library = openLibrary(folder, { create: false });
  try {
    if (library.access === 'read-only')
      throw new FailureError('library-newer', 'The originals are of a newer version.');
    return { ...restored, originalsWithoutLetter: originalsWithoutLetter(library.db) };
  } finally {
    library.close();
  }
}
