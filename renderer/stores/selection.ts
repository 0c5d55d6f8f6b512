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

const none: Chosen = { kind: 'some', ids: new Set() };

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

/** The chosen ones among the loaded rows, as the list shows them. */
export function shownAsChosen(chosen: Chosen, loaded: readonly number[]): 'all' | ReadonlySet<number> {
  if (chosen.kind === 'some') return chosen.ids;
  return chosen.except.size === 0 ? 'all' : new Set(loaded.filter((id) => !chosen.except.has(id)));
}

/**
 * What is chosen after the list said which of its loaded rows are. Where all were chosen and one row was clicked, all
 * others stay chosen, the rows that are not loaded among them; a range is chosen instead of all.
 */
export function chosenAfter(before: Chosen, keys: 'all' | ReadonlySet<number>, loaded: readonly number[]): Chosen {
  if (keys === 'all') return { kind: 'all', except: new Set() };
  if (before.kind === 'all') {
    const changed = loaded.filter((id) => keys.has(id) === before.except.has(id));
    const [id] = changed;
    if (id !== undefined && changed.length === 1) {
      const except = new Set(before.except);
      if (!except.delete(id)) except.add(id);
      return { kind: 'all', except };
    }
  }
  return { kind: 'some', ids: keys };
}

/** The chosen letters as the library is told of them. */
export function asSelection(chosen: Chosen, { query, trash }: { query: string; trash: boolean }): Selection {
  if (chosen.kind === 'some') return { letterIds: [...chosen.ids] };
  return { query, trash, except: [...chosen.except] };
}
