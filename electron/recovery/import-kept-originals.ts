import type { ImportRow } from '../../shared/model/import-report.ts';
import { createImporter } from '../import/import-service.ts';
import type { LibraryClient } from '../library/library-client.ts';

/** Originals are read into memory for an import of their own until they are this many bytes. */
const bytesAtOnce = 32 * 1024 * 1024;

interface Following {
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/**
 * Imports the originals again that no letter in the library belongs to, as after a restore, in the ordinary way.
 * @returns a row for each of them
 * @throws the reason of `signal` when that stops it; letters that are in by then stay
 */
export async function importKeptOriginals(
  library: Pick<LibraryClient, 'addLetters' | 'originalsWithoutLetter' | 'getOriginal'>,
  { onProgress = () => {}, signal }: Following = {},
): Promise<ImportRow[]> {
  const waiting = await library.originalsWithoutLetter();
  const total = waiting.length;
  const rows: ImportRow[] = [];
  const importer = createImporter({
    library,
    onProgress: ({ done }) => onProgress({ done: Math.min(total, rows.length + done), total }),
  });
  try {
    while (waiting.length > 0) {
      signal?.throwIfAborted();
      const sources = [];
      for (let bytes = 0; bytes < bytesAtOnce; ) {
        const next = waiting.shift();
        if (!next) break;
        const name = next.fileName ?? `letter-${next.sha256.slice(0, 12)}`;
        sources.push({ name, bytes: await library.getOriginal(next.sha256) });
        bytes += next.size;
      }
      const id = importer.start(sources);
      const cancel = () => importer.cancel(id);
      signal?.addEventListener('abort', cancel, { once: true });
      rows.push(...(await importer.whenDone(id)).rows);
      signal?.removeEventListener('abort', cancel);
    }
    signal?.throwIfAborted();
    return rows;
  } finally {
    await importer.close();
  }
}
