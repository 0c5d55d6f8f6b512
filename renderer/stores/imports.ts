import { create } from 'zustand';
import { hasRemark, isUnderWay } from '../../shared/model/import-filters.ts';
import type { ImportProgress, ImportRow, InterruptedImport } from '../../shared/model/import-report.ts';

interface ImportsState {
  /** The imports that run or are paused, in the order in which they began. */
  readonly underWay: readonly ImportProgress[];
  /** What became of the files of the import that ended last. */
  readonly report: ImportProgress | undefined;
  /** Whether it is on screen, or waits in the status bar to be opened. */
  readonly reportState: 'closed' | 'waiting' | 'open';
  /** What an earlier run of the program left unfinished and is offered to go on with. */
  readonly interrupted: InterruptedImport | undefined;
  setProgress(progress: ImportProgress): void;
  setReportState(reportState: ImportsState['reportState']): void;
  setInterrupted(interrupted: InterruptedImport | undefined): void;
}

export const useImports = create<ImportsState>((set) => ({
  underWay: [],
  report: undefined,
  reportState: 'closed',
  interrupted: undefined,
  setProgress: (progress) =>
    set(({ underWay }) =>
      isUnderWay(progress)
        ? { underWay: withProgress(underWay, progress) }
        : {
            underWay: underWay.filter(({ importId }) => importId !== progress.importId),
            report: progress,
            reportState: 'closed',
          },
    ),
  setReportState: (reportState) => set({ reportState }),
  setInterrupted: (interrupted) => set({ interrupted }),
}));

function withProgress(underWay: readonly ImportProgress[], progress: ImportProgress): readonly ImportProgress[] {
  const isKnown = underWay.some(({ importId }) => importId === progress.importId);
  return isKnown
    ? underWay.map((each) => (each.importId === progress.importId ? progress : each))
    : [...underWay, progress];
}

/** A report is to be read unless one single letter went in without remark: then a toast says enough. */
export function needsReading({ state, total, rows }: ImportProgress): boolean {
  const isPlain = (row: ImportRow | undefined) => row?.outcome === 'imported' && !hasRemark(row);
  return !(state === 'finished' && total === 1 && isPlain(rows[0]));
}
