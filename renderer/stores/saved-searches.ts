import { create } from 'zustand';
import type { SavedSearch } from '../../shared/model/letter-query.ts';

interface SavedSearchesState {
  readonly searches: readonly SavedSearch[];
  /** Whether the present search is being given a name. */
  readonly naming: boolean;
  setSearches(searches: readonly SavedSearch[]): void;
  setNaming(naming: boolean): void;
}

export const useSavedSearches = create<SavedSearchesState>((set) => ({
  searches: [],
  naming: false,
  setSearches: (searches) => set({ searches }),
  setNaming: (naming) => set({ naming }),
}));
