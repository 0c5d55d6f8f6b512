import type { Selection } from '../../shared/contract.ts';
import type { Sort } from '../../shared/model/letter-query.ts';
import { useLibrary } from '../stores/library.ts';
import { useSelection } from '../stores/selection.ts';
import { api, valueOrToast } from './api.ts';
import { countFacetsSoon } from './facet-service.ts';

/** Rows fetched at a time: a few screens of the list. */
const pageSize = 60;
/** The most that the library gives in one page. */
const largestPage = 1000;

/** The newest request; answers to older ones are dropped. */
let latest = 0;

/** Loads the list for what the search box holds, from the top. */
export const refreshList = (): Promise<void> => load(pageSize);

/** Loads the list anew, as far as it has been scrolled through: what is in sight stays there. */
export const reloadList = (): Promise<void> =>
  load(Math.min(largestPage, Math.max(pageSize, useLibrary.getState().rows.length)));

async function load(limit: number): Promise<void> {
  const request = ++latest;
  const page = await valueOrToast(api.listLetters({ ...wanted(), limit }));
  if (!page || request !== latest) return;
  useLibrary.getState().setPage(page, false);
  countFacetsSoon();
}

function wanted() {
  const { query, sort, trash } = useLibrary.getState();
  return { query, trash, ...(sort && { sort }) };
}

let loadingMore = false;

/** Loads the next page, if there is one; a new list makes it worthless, never the other way round. */
export async function loadMore(): Promise<void> {
  const { rows, total } = useLibrary.getState();
  const last = rows.at(-1);
  if (loadingMore || !last || total === undefined || rows.length >= total) return;
  loadingMore = true;
  const request = latest;
  const page = await valueOrToast(api.listLetters({ ...wanted(), after: last.id, limit: pageSize }));
  loadingMore = false;
  if (page && request === latest) useLibrary.getState().setPage(page, true);
}

/** The ids of all letters of the library; undefined when it could not say. */
export const allLetterIds = (): Promise<number[] | undefined> => idsOf({ query: '', trash: false, except: [] });

/** The ids of the selected letters; undefined when the library could not say. */
export async function idsOf(selection: Selection): Promise<number[] | undefined> {
  if ('letterIds' in selection) return selection.letterIds;
  const { query, trash, except } = selection;
  const ids: number[] = [];
  for (;;) {
    const after = ids.at(-1);
    const page = await valueOrToast(
      api.listLetters({ query, trash, limit: largestPage, ...(after !== undefined && { after }) }),
    );
    if (!page) return undefined;
    ids.push(...page.rows.map(({ id }) => id));
    if (page.rows.length < largestPage) break;
  }
  const left = new Set(except);
  return ids.filter((id) => !left.has(id));
}

/** Searches as the person types; the pause is below what a fast typist notices. */
export function search(query: string): void {
  useLibrary.getState().setQuery(query);
  // What is chosen belongs to what was found.
  useSelection.getState().clear();
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => void refreshList(), 80);
}

let searchTimer: ReturnType<typeof setTimeout> | undefined;

export function sortBy(sort: Sort | undefined): void {
  useLibrary.getState().setSort(sort);
  void refreshList();
}

/** Lists the letters in the trash, or those of the library again. */
export function showTrash(trash: boolean): void {
  useLibrary.getState().setTrash(trash);
  useSelection.getState().stop();
  void refreshList();
}
