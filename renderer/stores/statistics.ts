import { create } from 'zustand';
import type { Statistics } from '../../shared/model/statistics.ts';

interface StatisticsState {
  /** Whether the page is on the desk in the place of the case; only then is anything counted. */
  readonly open: boolean;
  /** The last count, with the search that it is of. */
  readonly counted: { readonly statistics: Statistics; readonly query: string; readonly trash: boolean } | undefined;
  /**
   * The figure whose letters the list shows, and the search `of` that it came from, which the page goes on showing. It
   * outlasts the page while these letters are read.
   */
  readonly behind: { readonly label: string; readonly query: string; readonly of: string } | undefined;
  setOpen(open: boolean): void;
  setCounted(counted: StatisticsState['counted']): void;
  setBehind(behind: StatisticsState['behind']): void;
}

export const useStatistics = create<StatisticsState>((set) => ({
  open: false,
  counted: undefined,
  behind: undefined,
  setOpen: (open) => set({ open, ...(!open && { counted: undefined }) }),
  setCounted: (counted) => set({ counted }),
  setBehind: (behind) => set({ behind }),
}));
