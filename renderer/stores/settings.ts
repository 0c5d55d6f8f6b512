import { create } from 'zustand';
import type { Settings } from '../../shared/contract.ts';

interface SettingsState {
  /** Undefined until the library has answered. */
  readonly settings: Settings | undefined;
  set(settings: Settings): void;
}

export const useSettings = create<SettingsState>((set) => ({
  settings: undefined,
  set: (settings) => set({ settings }),
}));
