import { create } from 'zustand';

interface DeletingState {
  /** How deleting letters for good goes; undefined while none are. */
  readonly progress: { readonly total: number; readonly done: number } | undefined;
  /** Those that are left are to be kept. */
  readonly cancelled: boolean;
  setProgress(progress: DeletingState['progress']): void;
  cancel(): void;
}

export const useDeleting = create<DeletingState>((set) => ({
  progress: undefined,
  cancelled: false,
  setProgress: (progress) => set({ progress, ...(!progress && { cancelled: false }) }),
  cancel: () => set({ cancelled: true }),
}));
