import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { importReportCsv } from '../import/import-report-csv.ts';
import type { Importer } from '../import/import-service.ts';
import type { Handlers } from './register.ts';
import { saveAs } from './save-as.ts';

type ImportChannels =
  | 'import:start'
  | 'import:samples'
  | 'import:cancel'
  | 'import:pause'
  | 'import:go-on'
  | 'import:interrupted'
  | 'import:resume-interrupted'
  | 'import:dismiss-interrupted'
  | 'import:save-report';

/** Imports from their start to the report. `samplesFolder` holds the letters offered to an empty library. */
export function importHandlers(importer: Importer, samplesFolder: string): Pick<Handlers, ImportChannels> {
  return {
    'import:start': ({ sources }) => ({ importId: importer.start(sources) }),
    'import:samples': async () => {
      const names = (await readdir(samplesFolder)).filter((name) => name.endsWith('.txt')).sort();
      return { importId: importer.start(names.map((name) => ({ path: join(samplesFolder, name) }))) };
    },
    'import:cancel': ({ importId }) => importer.cancel(importId),
    'import:pause': ({ importId }) => importer.pause(importId),
    'import:go-on': ({ importId }) => importer.goOn(importId),
    'import:interrupted': () => importer.interrupted(),
    'import:resume-interrupted': () => ({ importId: importer.resumeInterrupted() }),
    'import:dismiss-interrupted': () => importer.dismissInterrupted(),
    'import:save-report': async ({ importId, filter }, window) => {
      const { rows } = await importer.whenDone(importId);
      const path = await saveAs(window, {
        title: 'Save the import report',
        fileName: 'import report.csv',
        kind: 'CSV',
        bytes: () => Buffer.from(importReportCsv(rows, filter)),
      });
      return { path };
    },
  };
}
