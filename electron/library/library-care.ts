import type { RequestInput } from '../../shared/contract.ts';
import type { Backup, RestoreReport } from '../../shared/model/backup.ts';
import type { Facet } from '../../shared/model/letter-query.ts';
import type { LibraryStatus, Verification } from '../../shared/model/library-status.ts';
import type { Statistics } from '../../shared/model/statistics.ts';

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
  /**
   * Checks every original and every text against its checksum now, a batch at a time; the status tells how far it has
   * come. Otherwise that is done in idle time. @throws `cancelled` when the library is closed or restored meanwhile
   */
  verify(): Verification;
  /** How many of the letters found have each value of each field. */
  listFacets(query: RequestInput<'library:facets'>): Facet[];
  /** What was decided in the letters found. */
  statistics(query: RequestInput<'library:statistics'>): Statistics;
  /**
   * Prepares all letters for filters that an earlier version of the program entered; the status tells how many there
   * are. Otherwise that is done in idle time.
   */
  enterOutdated(): void;
}

/** The names of all methods; one missing here does not compile. */
export const careMethods = Object.keys({
  status: true,
  backUp: true,
  listBackups: true,
  restoreBackup: true,
  verify: true,
  listFacets: true,
  statistics: true,
  enterOutdated: true,
} satisfies Record<keyof LibraryCare, true>) as (keyof LibraryCare)[];
