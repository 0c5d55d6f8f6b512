import { create } from 'zustand';
import type { RestoreReport } from '../../shared/model/backup.ts';
import type { RecoveryState, SalvageProgress } from '../../shared/model/recovery.ts';

/** What is being done, which takes a while. */
export type RecoveryWork = 'looking' | 'restoring' | 'salvaging' | 'replacing' | 'importing' | 'opening';

/** A way back that was gone: the library can be opened. */
export type Recovered =
  | {
      readonly kind: 'restored';
      readonly report: RestoreReport;
      readonly reimported?: { readonly imported: number; readonly failed: number };
    }
  | { readonly kind: 'replaced'; readonly setAside: string };

interface RecoveryPageState {
  /** Whether the window shows the ways back instead of the letters. */
  readonly isShown: boolean;
  /** Undefined until the main process has answered. */
  readonly state: RecoveryState | undefined;
  readonly work: RecoveryWork | undefined;
  /** How far salvaging has come. */
  readonly progress: SalvageProgress | undefined;
  /** Why the last step failed. */
  readonly failure: string | undefined;
  readonly recovered: Recovered | undefined;
  show(): void;
  hide(): void;
  set(changes: Partial<Pick<RecoveryPageState, 'state' | 'work' | 'progress' | 'failure' | 'recovered'>>): void;
}

/** As the page begins: it asks at once how the library stands. */
const nothingKnown = {
  state: undefined,
  work: 'looking',
  progress: undefined,
  failure: undefined,
  recovered: undefined,
} as const;

/** The main process opens the window at this address when the library cannot be opened. */
const isAtRecovery = globalThis.location?.search === '?recovery';

export const useRecovery = create<RecoveryPageState>((set) => ({
  isShown: isAtRecovery,
  ...nothingKnown,
  show: () => set({ isShown: true, ...nothingKnown }),
  hide: () => set({ isShown: false, ...nothingKnown }),
  set: (changes) => set(changes),
}));
