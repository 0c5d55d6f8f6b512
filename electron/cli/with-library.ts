import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError } from '../../shared/result.ts';
import { type LibraryClient, openLibraryClient } from '../library/library-client.ts';

/** Opens a library for the time of `work` and closes it cleanly, whatever happens. */
export async function withLibrary<T>(
  options: Parameters<typeof openLibraryClient>[0],
  work: (library: LibraryClient) => Promise<T>,
): Promise<T> {
  const library = await openLibraryClient(options);
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}

/** For what works on a library that is not opened, because it may be damaged. @throws FailureError `not-found` */
export function assertLibrary(dir: string): void {
  if (['library.db', 'originals.db', 'backups'].some((name) => existsSync(join(dir, name)))) return;
  throw new FailureError('not-found', `There is no library in ${dir}.`);
}
