import type { ImportProgress } from '../../shared/model/import-report.ts';
import { useCase } from '../stores/case.ts';
import { useImports } from '../stores/imports.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { openCase } from './case-service.ts';
import { reloadList } from './library-service.ts';

export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length > 0) await valueOrToast(api.importFiles(files));
}

export async function importSamples(): Promise<void> {
  await valueOrToast(api.importSamples());
}

export async function cancelImport(): Promise<void> {
  const { progress } = useImports.getState();
  if (progress?.state === 'running') await valueOrToast(api.cancelImport({ importId: progress.importId }));
}

/** Follows every import from now on; gives the function that stops following. */
export function followImports(): () => void {
  return api.onImportProgress((progress) => {
    useImports.getState().setProgress(progress);
    if (progress.state === 'running') return;
    void reloadList();
    void openFirst(progress);
  });
}

/** One new letter goes straight to the desk; many do so only when the desk is empty. */
async function openFirst(progress: ImportProgress): Promise<void> {
  const landed = progress.rows.find((row) => row.outcome !== 'failed');
  if (!landed) return;
  if (progress.total === 1 && landed.outcome === 'imported') {
    useToasts.getState().show({ kind: 'info', message: `${landed.name} is in the library.` });
  }
  if (progress.total === 1 || !useCase.getState().view) await openCase(landed.letterId);
}
