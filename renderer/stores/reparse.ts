import { create } from 'zustand';
import type { ReparseProgress } from '../../shared/model/reparse-report.ts';

interface ReparseState {
  /** How many letters were read by an earlier version of the parser; undefined until the library has answered. */
  readonly outdated: number | undefined;
  /** The reading that runs or ran last. */
  readonly progress: ReparseProgress | undefined;
  /** What is on screen: the choice of letters to read again, or the report on them. */
  readonly dialog: 'choice' | 'report' | undefined;
  setOutdated(letters: number): void;
  setProgress(progress: ReparseProgress): void;
  show(dialog: 'choice' | undefined): void;
}

export const useReparse = create<ReparseState>((set) => ({
  outdated: undefined,
  progress: undefined,
  dialog: undefined,
  setOutdated: (outdated) => set({ outdated }),
  setProgress: (progress) => set(progress.state === 'running' ? { progress } : { progress, dialog: 'report' }),
  show: (dialog) => set({ dialog }),
}));
