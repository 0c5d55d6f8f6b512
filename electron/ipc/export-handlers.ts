import { basename, extname } from 'node:path';
import { app, shell } from 'electron';
import { FailureError } from '../../shared/result.ts';
import type { Exporter } from '../export/exporter.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { exportBatch } from './batch-export.ts';
import type { Handlers } from './register.ts';
import { saveAs } from './save-as.ts';
import { wasWritten } from './written-files.ts';

type ExportChannels = 'export:pdf' | 'export:reveal' | 'letters:export' | 'letters:cancel-export';

/** Exports to where the person says. Only files written in this run can be shown in the file manager. */
export function exportHandlers(library: LibraryClient, exporter: Exporter): Pick<Handlers, ExportChannels> {
  let batch: AbortController | undefined;
  app.on('will-quit', () => batch?.abort());
  const context = () => ({
    exportedAt: new Date().toISOString(),
    appVersion: app.getVersion(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return {
    'letters:export': async (input, window) => {
      if (batch) {
        const message = 'Cases are being exported already. Wait until they are, or cancel that export.';
        throw new FailureError('invalid-input', message);
      }
      batch = new AbortController();
      try {
        return await exportBatch(input, { library, exporter, window, context: context(), signal: batch.signal });
      } finally {
        batch = undefined;
      }
    },
    'letters:cancel-export': () => batch?.abort(),
    'export:pdf': async ({ letterId }, window) => {
      const view = await library.openCase(letterId);
      const name = basename(view.letter.fileName, extname(view.letter.fileName));
      const path = await saveAs(window, {
        title: 'Export annotated case',
        fileName: `${name} – second opinion.pdf`,
        kind: 'PDF',
        bytes: () => exporter.pdf(view, context()),
      });
      return { path };
    },
    'export:reveal': ({ path }) => {
      if (!wasWritten(path)) throw new FailureError('invalid-input', 'That file was not saved in this session.');
      shell.showItemInFolder(path);
    },
  };
}
