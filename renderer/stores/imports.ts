import { create } from 'zustand';
import type { ImportProgress } from '../../shared/model/import-report.ts';

interface ImportsState {
  /** The import that runs or ran last. */
  readonly progress: ImportProgress | undefined;
  /** Whether its report is on screen. */
  readonly reportOpen: boolean;
  setProgress(progress: ImportProgress): void;
  closeReport(): void;
}

export const useImports = create<ImportsState>((set) => ({
  progress: undefined,
  reportOpen: false,
  setProgress: (progress) => set({ progress, reportOpen: progress.state !== 'running' && needsReading(progress) }),
  closeReport: () => set({ reportOpen: false }),
}));

/** A report opens by itself unless one single letter went in without remark: then a toast says enough. */
function needsReading(progress: ImportProgress): boolean {
  const [row] = progress.rows;
  const plain = row?.outcome === 'imported' && row.remark === undefined && row.layout !== 'unrecognised';
  return !(progress.state === 'finished' && progress.total === 1 && plain);
}
