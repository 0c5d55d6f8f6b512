import { useLibrary } from '../stores/library.ts';
import { api, valueOrToast } from './api.ts';

/** Rows fetched at a time: a few screens of the list. */
const pageSize = 200;

/** The newest request; answers to older ones are dropped. */
let latest = 0;

/** Loads the list for what the search box holds, from the top. */
export async function refreshList(): Promise<void> {
  const request = ++latest;
  const { query } = useLibrary.getState();
  const page = await valueOrToast(api.listLetters({ query, limit: pageSize }));
  if (page && request === latest) useLibrary.getState().setPage(page, false);
}

let loadingMore = false;

/** Loads the next page, if there is one; a new list makes it worthless, never the other way round. */
export async function loadMore(): Promise<void> {
  const { query, rows, total } = useLibrary.getState();
  const last = rows.at(-1);
  if (loadingMore || !last || total === undefined || rows.length >= total) return;
  loadingMore = true;
  const request = latest;
  const page = await valueOrToast(api.listLetters({ query, after: last.id, limit: pageSize }));
  loadingMore = false;
  if (page && request === latest) useLibrary.getState().setPage(page, true);
}

/** The ids of all letters of the library; undefined when it could not say. */
export async function allLetterIds(): Promise<number[] | undefined> {
  const ids: number[] = [];
  for (;;) {
    const after = ids.at(-1);
    const page = await valueOrToast(
      api.listLetters({ query: '', limit: idsAtATime, ...(after !== undefined && { after }) }),
    );
    if (!page) return undefined;
    ids.push(...page.rows.map(({ id }) => id));
    if (page.rows.length < idsAtATime) return ids;
  }
}

/** The most that the library gives in one page. */
const idsAtATime = 1000;

/** Searches as the person types; the pause is below what a fast typist notices. */
export function search(query: string): void {
  useLibrary.getState().setQuery(query);
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => void refreshList(), 80);
}

let searchTimer: ReturnType<typeof setTimeout> | undefined;
