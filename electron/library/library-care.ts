import type { Backup, RestoreReport } from '../../shared/model/backup.ts';
import type { LibraryStatus } from '../../shared/model/library-status.ts';

/** What keeps an open library safe. The work is done in threads of its own: reading and writing go on meanwhile. */
export interface LibraryCare {
  status(): LibraryStatus;
  /** Makes a backup now. @throws `disk-full`, `cannot-write`, `library-damaged` */
  backUp(): Backup;
  /** The backups and what each holds, newest first. */
  listBackups(): Backup[];
  /**
   * Puts a backup in the place of the library, whose files are kept in a dated folder. Everything else waits until it
   * is done; what the window shows has to be read again.
   * @throws `not-found`, `library-damaged`, `library-newer`, `disk-full`, `cannot-write`; the library is then as it was
   */
  restoreBackup(name: string): RestoreReport;
}

/** The names of all methods; one missing here does not compile. */
export const careMethods = Object.keys({
  status: true,
  backUp: true,
  listBackups: true,
  restoreBackup: true,
} satisfies Record<keyof LibraryCare, true>) as (keyof LibraryCare)[];
