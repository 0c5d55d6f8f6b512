import { type ImportFilter, isUnderWay } from '../../shared/model/import-filters.ts';
import type { ImportProgress } from '../../shared/model/import-report.ts';
import { useCase } from '../stores/case.ts';
import { needsReading, useImports } from '../stores/imports.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { openCase } from './case-service.ts';
import { showAllLanded, showLandedSoon } from './landing-letters.ts';
import { tellSaved } from './saved-file.ts';
import { typedInto } from './typed-into.ts';

export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length > 0) await valueOrToast(api.importFiles(files));
}

export async function importSamples(): Promise<void> {
  await valueOrToast(api.importSamples());
}

export async function cancelImport(importId: string): Promise<void> {
  await valueOrToast(api.cancelImport({ importId }));
}

export async function pauseImport(importId: string): Promise<void> {
  await valueOrToast(api.pauseImport({ importId }));
}

export async function goOnImport(importId: string): Promise<void> {
  await valueOrToast(api.goOnImport({ importId }));
}

/** Goes on with what an earlier run of the program left unfinished. */
export async function resumeInterrupted(): Promise<void> {
  if (await valueOrToast(api.resumeInterruptedImport())) useImports.getState().setInterrupted(undefined);
}

/** Offers it no more. */
export async function dismissInterrupted(): Promise<void> {
  const dismissed = await api.dismissInterruptedImport();
  if (dismissed.ok) useImports.getState().setInterrupted(undefined);
  else useToasts.getState().show({ kind: 'error', message: dismissed.error.message });
}

/** Asks where to save the rows of the report that the filter shows. */
export async function saveImportReport(importId: string, filter: ImportFilter): Promise<void> {
  const saved = await valueOrToast(api.saveImportReport({ importId, filter }));
  if (saved?.path !== undefined) tellSaved(saved.path);
}

/** Follows every import from now on, those included that did not end; gives the function that stops following. */
export function followImports(): () => void {
  void findInterrupted();
  return api.onImportProgress((progress) => {
    useImports.getState().setProgress(progress);
    if (isUnderWay(progress)) {
      if (progress.imported > 0) showLandedSoon();
      return;
    }
    void showAllLanded();
    if (needsReading(progress)) showReport();
    void openFirst(progress);
  });
}

async function findInterrupted(): Promise<void> {
  useImports.getState().setInterrupted(await valueOrToast(api.interruptedImport()));
}

/** The report opens by itself, but never over what someone is writing. */
function showReport(): void {
  const isWriting = document.activeElement?.matches(typedInto) ?? false;
  useImports.getState().setReportState(isWriting ? 'waiting' : 'open');
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
