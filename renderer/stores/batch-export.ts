import { create } from 'zustand';
import type { ExportProgress } from '../../shared/model/batch-export.ts';

interface BatchExportState {
  /** How the export of several cases goes; undefined while there is none. */
  readonly progress: ExportProgress | undefined;
  setProgress(progress: ExportProgress | undefined): void;
}

export const useBatchExport = create<BatchExportState>((set) => ({
  progress: undefined,
  setProgress: (progress) => set({ progress }),
}));
