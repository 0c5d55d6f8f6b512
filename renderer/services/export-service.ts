import type { BatchExport, ExportFormat } from '../../shared/model/batch-export.ts';
import { useBatchExport } from '../stores/batch-export.ts';
import { useCase } from '../stores/case.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { letters } from './count-of-letters.ts';
import { flushDrafts } from './draft-saver.ts';
import { chosenLetters } from './letters-service.ts';
import { showInFolder, tellSaved } from './saved-file.ts';

/** Exports the open case to PDF, with everything typed so far in it. */
export async function exportOpenCase(): Promise<void> {
  const letterId = useCase.getState().view?.letter.id;
  if (letterId === undefined) return;
  const { show } = useToasts.getState();
  if (!(await flushDrafts())) {
    show({ kind: 'error', message: 'The case was not exported: some notes could not be saved yet.' });
    return;
  }
  const saved = await valueOrToast(api.exportPdf({ letterId }));
  if (saved?.path !== undefined) tellSaved(saved.path, 'Exported');
}

/** Exports the chosen cases, with everything typed so far in them, to a folder that the person is asked for. */
export async function exportChosen(format: ExportFormat): Promise<void> {
  const selection = chosenLetters();
  if (!selection) return;
  const { show } = useToasts.getState();
  if (!(await flushDrafts())) {
    show({ kind: 'error', message: 'No case was exported: some of your notes could not be saved yet.' });
    return;
  }
  const ended = await valueOrToast(api.exportLetters({ selection, format }));
  if (!ended) return;
  useBatchExport.getState().setProgress(undefined);
  const { firstFile, failed } = ended;
  show({
    kind: failed > 0 ? 'error' : 'info',
    message: describeExport(ended),
    ...(firstFile !== undefined && { action: showInFolder(firstFile) }),
  });
}

/** The cases that have been exported by then stay so. */
export async function cancelExport(): Promise<void> {
  await valueOrToast(api.cancelExport());
}

/** Follows every export of several cases from now on; gives the function that stops following. */
export const followExports = (): (() => void) => api.onExportProgress(useBatchExport.getState().setProgress);

function describeExport({ folder, exported, skipped, failed, firstFailure, cancelled }: BatchExport): string {
  return [
    cancelled && 'Export cancelled.',
    exported > 0 ? `${letters(exported)} exported to ${folder}.` : 'No letter was exported.',
    skipped > 0 && `${skipped.toLocaleString('en-US')} left out, since a file was there.`,
    failed > 0 &&
      `${letters(failed)} could not be exported: ${firstFailure}${failed > 1 ? ' That is the first one.' : ''}`,
  ]
    .filter(Boolean)
    .join(' ');
}
