import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Importer } from '../import/import-service.ts';
import type { Handlers } from './register.ts';

type ImportChannels = 'import:start' | 'import:samples' | 'import:cancel';

/** Starting and cancelling imports. `samplesFolder` holds the letters offered to an empty library. */
export function importHandlers(importer: Importer, samplesFolder: string): Pick<Handlers, ImportChannels> {
  return {
    'import:start': ({ sources }) => ({ importId: importer.start(sources) }),
    'import:samples': async () => {
      const names = (await readdir(samplesFolder)).filter((name) => name.endsWith('.txt')).sort();
      return { importId: importer.start(names.map((name) => ({ path: join(samplesFolder, name) }))) };
    },
    'import:cancel': ({ importId }) => importer.cancel(importId),
  };
}
