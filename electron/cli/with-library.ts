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
