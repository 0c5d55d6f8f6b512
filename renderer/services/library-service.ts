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
export function refreshList(): Promise<void> {
  isNew = true;
  return load(pageSize);
}

/** Whether the list that comes next is another one than that on screen. */
let isNew = false;

/** Loads the list anew, as far as it has been scrolled through: what is in sight stays there. */
export const reloadList = (): Promise<void> =>
  load(Math.min(largestPage, Math.max(pageSize, useLibrary.getState().rows.length)));

/** The list that is being asked for. */
let asking: Promise<unknown> = Promise.resolve();

async function load(limit: number): Promise<void> {
  const request = ++latest;
  // One at a time: of what is typed meanwhile only the last is asked for.
  await asking;
  if (request !== latest) return;
  const answer = valueOrToast(api.listLetters({ ...wanted(), limit }));
  asking = answer;
  const page = await answer;
  if (!page || request !== latest) return;
  useLibrary.getState().setPage(page, false);
  if (isNew) useLibrary.getState().beginListing();
  isNew = false;
  countFacetsSoon();
}

function wanted() {
  const { query, sort, trash } = useLibrary.getState();
  return { query, trash, ...(sort && { sort }) };
}

/** The list whose next page is being loaded. */
let loadingMore: number | undefined;

/** Loads the next page, if there is one; a new list makes it worthless, never the other way round. */
export async function loadMore(): Promise<void> {
  const { rows, total } = useLibrary.getState();
  const last = rows.at(-1);
  const request = latest;
  if (loadingMore === request || !last || total === undefined || rows.length >= total) return;
  loadingMore = request;
  const page = await valueOrToast(api.listLetters({ ...wanted(), after: last.id, limit: pageSize }));
  if (loadingMore === request) loadingMore = undefined;
  if (page && request === latest) useLibrary.getState().setPage(page, true);
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
