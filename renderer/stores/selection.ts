/** Which letters of the list are chosen for doing something to all of them. */
import { create } from 'zustand';
import type { Selection } from '../../shared/contract.ts';

/** Letters by their ids, or all that the list finds but for some; the list need not have loaded them. */
export type Chosen =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<number> };

interface SelectionState {
  /** Whether a click in the list chooses letters instead of opening one. */
  readonly choosing: boolean;
  readonly chosen: Chosen;
  start(chosen?: Chosen): void;
  /** Nothing is chosen any more. */
  clear(): void;
  /** As `clear`, and clicks open letters again. */
  stop(): void;
}

export const none: Chosen = { kind: 'some', ids: new Set() };

export const useSelection = create<SelectionState>((set) => ({
  choosing: false,
  chosen: none,
  start: (chosen = none) => set({ choosing: true, chosen }),
  clear: () => set({ chosen: none }),
  stop: () => set({ choosing: false, chosen: none }),
}));

/** How many letters are chosen of a list of `total`. */
export const countChosen = (chosen: Chosen, total: number): number =>
  chosen.kind === 'some' ? chosen.ids.size : Math.max(0, total - chosen.except.size);

export const isChosen = (chosen: Chosen, letterId: number): boolean =>
  chosen.kind === 'some' ? chosen.ids.has(letterId) : !chosen.except.has(letterId);

/** With the letter chosen if it was not, and the other way round; where all are chosen, all others stay so. */
export function toggled(chosen: Chosen, letterId: number): Chosen {
  const ids = new Set(chosen.kind === 'some' ? chosen.ids : chosen.except);
  if (!ids.delete(letterId)) ids.add(letterId);
  return chosen.kind === 'some' ? { kind: 'some', ids } : { kind: 'all', except: ids };
}

/** With a range added; a range is chosen instead of all. */
export const withRange = (chosen: Chosen, letterIds: readonly number[]): Chosen => ({
  kind: 'some',
  ids: new Set([...(chosen.kind === 'some' ? chosen.ids : []), ...letterIds]),
});

/** The chosen letters as the library is told of them. */
export function asSelection(chosen: Chosen, { query, trash }: { query: string; trash: boolean }): Selection {
  if (chosen.kind === 'some') return { letterIds: [...chosen.ids] };
  return { query, trash, except: [...chosen.except] };
}
