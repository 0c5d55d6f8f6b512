import { basename, extname, join } from 'node:path';
import { app, dialog, shell } from 'electron';
import { FailureError } from '../../shared/result.ts';
import type { Exporter } from '../export/exporter.ts';
import { writeFileAtomically } from '../export/write-atomically.ts';
import type { LibraryClient } from '../library/library-client.ts';
import type { Handlers } from './register.ts';

type ExportChannels = 'export:pdf' | 'export:reveal';

/** Exports through the save dialog. Only files exported in this run can be shown in the file manager. */
export function exportHandlers(library: LibraryClient, exporter: Exporter): Pick<Handlers, ExportChannels> {
  const exported = new Set<string>();
  return {
    'export:pdf': async ({ letterId }, window) => {
      const view = await library.openCase(letterId);
      const name = basename(view.letter.fileName, extname(view.letter.fileName));
      // The dialog itself asks before an existing file is replaced.
      const answer = await dialog.showSaveDialog(window, {
        title: 'Export annotated case',
        defaultPath: join(app.getPath('documents'), `${name} – second opinion.pdf`),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (answer.canceled || !answer.filePath) return {};
      const path = extname(answer.filePath) === '' ? `${answer.filePath}.pdf` : answer.filePath;
      // A name completed here was not confirmed by the dialog, so it must not replace anything.
      const replace = path === answer.filePath;
      const bytes = await exporter.pdf(view, {
        exportedAt: new Date().toISOString(),
        appVersion: app.getVersion(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      });
      await writeFileAtomically(path, bytes, { replace });
      exported.add(path);
      return { path };
    },
    'export:reveal': ({ path }) => {
      if (!exported.has(path)) throw new FailureError('invalid-input', 'That file was not exported in this session.');
      shell.showItemInFolder(path);
    },
  };
}
