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
  /** The loaded rows by their place in the list, from 0; of a long list those around what is looked at. */
  readonly rows: ReadonlyMap<number, LetterRow>;
  /** The list that the rows are of, by the number that the library gave it. */
  readonly list: number | undefined;
  /** How many letters the query matches in all; undefined until the first answer. */
  readonly total: number | undefined;
  /** A hint on how the query was read, where it was odd. */
  readonly hint: string | undefined;
  /** Counts the lists that are new, as opposed to continued or asked for again: each is shown from its top. */
  readonly listings: number;
  /** By how many places the letters in sight moved when the list came anew. */
  readonly moved: { readonly by: number };
  setQuery(query: string): void;
  setSort(sort: Sort | undefined): void;
  /** Goes over to the trash or back, with an empty list until its rows are there. */
  setTrash(trash: boolean): void;
  /** The list that comes next is a new one. */
  beginListing(): void;
  /** Adds a page to the list that it is of, or begins that list with it. */
  setPage(page: Page, how?: { readonly lookedAt?: number; readonly movedBy?: number }): void;
  /** Puts a changed letter in its place. */
  updateRow(row: LetterRow): void;
}

interface Page {
  /** The place of the first row. */
  readonly from: number;
  readonly rows: readonly LetterRow[];
  readonly total: number;
  readonly list: number;
  readonly hint?: string | undefined;
}

/** Rows further from the place that is looked at are forgotten when a page comes, so that no list, however long, fills the memory. */
const farthest = 600;

export const useLibrary = create<LibraryState>((set) => ({
  query: '',
  sort: undefined,
  trash: false,
  rows: new Map(),
  list: undefined,
  total: undefined,
  hint: undefined,
  listings: 0,
  moved: { by: 0 },
  setQuery: (query) => set({ query }),
  setSort: (sort) => set({ sort }),
  setTrash: (trash) => set({ trash, rows: new Map(), list: undefined, total: undefined, hint: undefined }),
  beginListing: () => set(({ listings }) => ({ listings: listings + 1 })),
  setPage: ({ from, rows, total, list, hint }, { lookedAt = from, movedBy = 0 } = {}) =>
    set((state) => {
      const kept =
        list === state.list ? [...state.rows].filter(([place]) => Math.abs(place - lookedAt) <= farthest) : [];
      const added = rows.map((row, index) => [from + index, row] as const);
      return {
        rows: new Map([...kept, ...added]),
        total,
        list,
        hint,
        ...(movedBy !== 0 && { moved: { by: movedBy } }),
      };
    }),
  updateRow: (row) =>
    set(({ rows }) => {
      const place = placeOf(rows, row.id);
      if (place === undefined) return {};
      const snippet = rows.get(place)?.snippet;
      return { rows: new Map(rows).set(place, { ...row, ...(snippet && { snippet }) }) };
    }),
}));

/** The place of a letter in the list; undefined while its row is not loaded. */
export function placeOf(rows: LibraryState['rows'], letterId: number | undefined): number | undefined {
  for (const [place, { id }] of rows) if (id === letterId) return place;
  return undefined;
}

/** The row of a letter, if it is loaded. */
export function rowOf(letterId: number): LetterRow | undefined {
  const { rows } = useLibrary.getState();
  const place = placeOf(rows, letterId);
  return place === undefined ? undefined : rows.get(place);
}

/** True when the library holds no letter at all, as opposed to none that matches. */
export const selectIsEmpty = (state: LibraryState): boolean =>
  state.total === 0 && state.query.trim() === '' && !state.trash;
