import { create } from 'zustand';
import type { LetterRow } from '../../shared/model/letter.ts';
import type { Sort } from '../../shared/model/letter-query.ts';

interface LibraryState {
  /** What the search box holds. */
  readonly query: string;
  /** Undefined: the best hit first where words are searched for, otherwise the newest import first. */
  readonly sort: Sort | undefined;
  /** Whether the list is that of the trash. */
  readonly trash: boolean;
  /** The rows loaded so far for the query, in the order of the library. */
  readonly rows: readonly LetterRow[];
  /** How many letters the query matches in all; undefined until the first answer. */
  readonly total: number | undefined;
  /** A hint on how the query was read, where it was odd. */
  readonly hint: string | undefined;
  /** Counts the lists that are new, as opposed to continued or asked for again: each is shown from its top. */
  readonly listings: number;
  setQuery(query: string): void;
  setSort(sort: Sort | undefined): void;
  /** Goes over to the trash or back, with an empty list until its rows are there. */
  setTrash(trash: boolean): void;
  /** The list that comes next is a new one. */
  beginListing(): void;
  /** Replaces the list, or continues it when `append` is set. */
  setPage(page: { rows: readonly LetterRow[]; total: number; hint?: string | undefined }, append: boolean): void;
  /** Puts a changed letter in its place. */
  updateRow(row: LetterRow): void;
}

export const useLibrary = create<LibraryState>((set) => ({
  query: '',
  sort: undefined,
  trash: false,
  rows: [],
  total: undefined,
  hint: undefined,
  listings: 0,
  setQuery: (query) => set({ query }),
  setSort: (sort) => set({ sort }),
  setTrash: (trash) => set({ trash, rows: [], total: undefined, hint: undefined }),
  beginListing: () => set(({ listings }) => ({ listings: listings + 1 })),
  setPage: ({ rows, total, hint }, append) =>
    set((state) => ({ rows: append ? [...state.rows, ...rows] : rows, total, hint })),
  updateRow: (row) =>
    set((state) => ({
      rows: state.rows.map((old) =>
        old.id === row.id ? { ...row, ...(old.snippet && { snippet: old.snippet }) } : old,
      ),
    })),
}));

/** True when the library holds no letter at all, as opposed to none that matches. */
export const selectIsEmpty = (state: LibraryState): boolean =>
  state.total === 0 && state.query.trim() === '' && !state.trash;
