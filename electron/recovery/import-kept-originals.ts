import type { ImportRow } from '../../shared/model/import-report.ts';
import { createImporter } from '../import/import-service.ts';
import type { LibraryClient } from '../library/library-client.ts';

/** Originals are read into memory for an import of their own until they are this many bytes. */
const bytesAtOnce = 32 * 1024 * 1024;

/**
 * Imports the originals again that no letter in the library belongs to, as after a restore, in the ordinary way.
 * @returns a row for each of them
 */
export async function importKeptOriginals(
  library: Pick<LibraryClient, 'addLetters' | 'originalsWithoutLetter' | 'getOriginal'>,
): Promise<ImportRow[]> {
  const waiting = await library.originalsWithoutLetter();
  const importer = createImporter({ library });
  const rows: ImportRow[] = [];
  try {
    while (waiting.length > 0) {
      const sources = [];
      for (let bytes = 0; bytes < bytesAtOnce; ) {
        const next = waiting.shift();
        if (!next) break;
        const name = next.fileName ?? `letter-${next.sha256.slice(0, 12)}`;
        sources.push({ name, bytes: await library.getOriginal(next.sha256) });
        bytes += next.size;
      }
      rows.push(...(await importer.whenDone(importer.start(sources))).rows);
    }
    return rows;
  } finally {
    await importer.close();
  }
}
