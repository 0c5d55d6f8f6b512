import { create } from 'zustand';
import type { LibraryStatus } from '../../shared/model/library-status.ts';

interface LibraryStatusState {
  /** Undefined until the library has answered. */
  readonly status: LibraryStatus | undefined;
  set(status: LibraryStatus): void;
}

export const useLibraryStatus = create<LibraryStatusState>((set) => ({
  status: undefined,
  set: (status) => set({ status }),
}));

/** True when nothing can be written: no setting is worth a message about it. */
export const selectIsReadOnly = ({ status }: LibraryStatusState): boolean => status?.access === 'read-only';
