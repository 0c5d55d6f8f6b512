import { basename, extname, join } from 'node:path';
import { app, dialog, shell } from 'electron';
import { FailureError } from '../../shared/result.ts';
import { exportCases } from '../export/export-cases.ts';
import type { Exporter } from '../export/exporter.ts';
import { writeFileAtomically } from '../export/write-atomically.ts';
import type { LibraryClient } from '../library/library-client.ts';
import type { Handlers } from './register.ts';

type ExportChannels = 'export:pdf' | 'export:reveal' | 'letters:export';

/** Exports through the save dialog. Only files exported in this run can be shown in the file manager. */
export function exportHandlers(library: LibraryClient, exporter: Exporter): Pick<Handlers, ExportChannels> {
  const exported = new Set<string>();
  const context = () => ({
    exportedAt: new Date().toISOString(),
    appVersion: app.getVersion(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return {
    'letters:export': async ({ selection, format }, window) => {
      const answer = await dialog.showOpenDialog(window, {
        title: 'Choose a folder to export to',
        defaultPath: app.getPath('documents'),
        buttonLabel: 'Export here',
        properties: ['openDirectory', 'createDirectory'],
      });
      const [folder] = answer.filePaths;
      if (answer.canceled || folder === undefined) return {};
      const letters = await library.selectedLetters(selection);
      // Nothing there is replaced: nobody was asked.
      const files = exportCases({ library, exporter, letters, format, folder, replace: false, context: context() });
      let count = 0;
      const failures: string[] = [];
      for await (const { name, written } of files) {
        if (written.ok) count += 1;
        else failures.push(`${name}: ${written.error.message}`);
      }
      exported.add(folder);
      if (failures.length > 0) throw new FailureError('cannot-write', failureLine(count, failures));
      return { exported: format === 'csv' ? letters.length : count, path: folder };
    },
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
      const bytes = await exporter.pdf(view, context());
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

function failureLine(written: number, failures: readonly string[]): string {
  const [first = ''] = failures;
  const more = failures.length > 1 ? ` ${failures.length - 1} more failed as well.` : '';
  return `${written} exported, ${failures.length} not. ${first}${more}`;
}
