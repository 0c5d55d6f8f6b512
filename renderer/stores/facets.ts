import { create } from 'zustand';
import type { Facet } from '../../shared/model/letter-query.ts';

interface FacetsState {
  /** Whether they are on screen; only then are they counted. */
  readonly open: boolean;
  readonly facets: readonly Facet[];
  setOpen(open: boolean): void;
  setFacets(facets: readonly Facet[]): void;
}

export const useFacets = create<FacetsState>((set) => ({
  open: false,
  facets: [],
  setOpen: (open) => set({ open }),
  setFacets: (facets) => set({ facets }),
}));
