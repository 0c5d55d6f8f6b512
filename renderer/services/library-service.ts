import type { LetterRow } from '../../shared/model/letter.ts';
import type { Sort } from '../../shared/model/letter-query.ts';
import { parseSearchQuery } from '../../shared/search/search-query.ts';
import { useLibrary } from '../stores/library.ts';
import { useSelection } from '../stores/selection.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { countFacetsSoon } from './facet-service.ts';
import { beginRecovery } from './recovery-service.ts';

/** Rows fetched at a time: a few screens of the list. */
const pageSize = 60;
/** The most that the library gives in one page. */
const largestPage = 1000;
/** So many rows before and behind those in sight are loaded ahead. */
const ahead = 20;

/** The newest request for a list; answers to older ones, and pages of older lists, are dropped. */
let latest = 0;
/** The newest of these that has been answered. */
let answered = 0;
/** Whether the list that comes next is another one than that on screen. */
let isNew = false;
/** The list that is being asked for. */
let asking: Promise<unknown> = Promise.resolve();
/** The places that are in sight, from the first to the last. */
let sight = { first: 0, last: 0 };

/** Loads the list for what the search box holds, from the top. */
export function refreshList(): Promise<void> {
  isNew = true;
  return reloadList();
}

/** Loads the list anew where it is looked at: the letters in sight stay there, but at its top new ones come first. */
export function reloadList(): Promise<void> {
  listLoaded = load();
  return listLoaded;
}

/** When the list that was asked for last is there, with what is in sight of it. */
let listLoaded: Promise<void> = Promise.resolve();

async function load(): Promise<void> {
  const request = ++latest;
  // One at a time: of what is typed meanwhile only the last is asked for.
  await asking;
  if (request !== latest) return;
  const from = isNew ? 0 : pageOf(sight.first);
  const limit = isNew ? pageSize : Math.min(largestPage, pageOf(sight.last) + pageSize - from);
  const row = isNew || sight.first === 0 ? undefined : useLibrary.getState().rows.get(sight.first);
  const beside = row && { letterId: row.id, place: sight.first };
  const answer = api.listLetters({ ...wanted(), from, limit, ...(beside && { beside }) });
  asking = answer;
  const listed = await answer;
  if (request !== latest) return;
  answered = request;
  coming.clear();
  const { total, trash } = useLibrary.getState();
  // Nothing could ever be listed: there is nothing to look at but the ways back.
  if (!listed.ok && listed.error.code === 'library-damaged' && total === undefined && !trash) return beginRecovery();
  const page = await valueOrToast(answer);
  if (!page) return;
  const movedBy = page.from - from;
  sight = isNew ? { first: 0, last: sight.last - sight.first } : moved(sight, movedBy);
  useLibrary.getState().setPage(page, { movedBy });
  if (isNew) useLibrary.getState().beginListing();
  isNew = false;
  countFacetsSoon();
  await loadSight();
}

function wanted() {
  const { query, sort, trash } = useLibrary.getState();
  return { query, trash, ...(sort && { sort }) };
}

const pageOf = (place: number): number => Math.floor(place / pageSize) * pageSize;
const moved = ({ first, last }: typeof sight, by: number) => ({ first: first + by, last: last + by });

/** To be told which places have come into sight; their rows are loaded, and those around them. */
export function lookAt(first: number, last: number): void {
  sight = { first, last };
  void loadSight();
}

let loading = false;

/**
 * Loads what is missing, a page at a time. Where the list flies past, only what is in sight by the time that a page has
 * come is asked for next.
 */
async function loadSight(): Promise<void> {
  if (loading) return;
  loading = true;
  let before: number | undefined;
  for (let from = missingPage(); from !== undefined && from !== before; from = missingPage()) {
    const request = latest;
    const came = await loadPage(from);
    // What is missing in a list that has come meanwhile is another matter.
    if (!came && request === latest) break;
    before = came ? from : undefined;
  }
  loading = false;
}

/** The beginning of a page that is missing in sight, or else around it; undefined when all is there. */
function missingPage(): number | undefined {
  const { rows, total = 0 } = useLibrary.getState();
  const end = Math.min(total - 1, sight.last + ahead);
  const missing = (place: number, last: number): number | undefined => {
    for (; place <= last; place++) if (!rows.has(place)) return pageOf(place);
    return undefined;
  };
  // A list that has become shorter may end before what is in sight.
  const first = Math.max(0, Math.min(sight.first, end));
  return missing(first, end) ?? missing(Math.max(0, first - ahead), first - 1);
}

/** The pages that are on their way, by where they begin. */
const coming = new Map<number, Promise<boolean>>();

/** Loads a page of the list on screen; false where that failed or another list is to come. */
async function loadPage(from: number): Promise<boolean> {
  if (latest !== answered) return false;
  const request = latest;
  const known = coming.get(from);
  if (known) return known;
  const page = fetchPage(from, request).finally(() => coming.delete(from));
  coming.set(from, page);
  return page;
}

async function fetchPage(from: number, request: number): Promise<boolean> {
  const { list, setPage } = useLibrary.getState();
  const page = await valueOrToast(api.listLetters({ ...wanted(), from, limit: pageSize, list }));
  if (!page || request !== latest) return false;
  if (page.list === list) setPage(page, { lookedAt: sight.first });
  // Letters have come or gone: what is in sight may have another place by now.
  else void reloadList();
  return page.list === list;
}

/** The row at a place of the list, loaded if need be; undefined where there is none or another list has come. */
export async function rowAt(place: number): Promise<LetterRow | undefined> {
  const { rows, total = 0 } = useLibrary.getState();
  const row = rows.get(place);
  if (row || place < 0 || place >= total) return row;
  if (latest !== answered || !(await loadPage(pageOf(place)))) {
    await listLoaded;
    await loadPage(pageOf(place));
  }
  return useLibrary.getState().rows.get(place);
}

/** The row `step` places further down the list than a letter that is not loaded; the first where it is not listed. */
export async function neighbourOf(letterId: number, step: number): Promise<LetterRow | undefined> {
  const { list } = useLibrary.getState();
  const reach = Math.abs(step);
  const around = { from: -reach, limit: 2 * reach + 1, beside: { letterId, place: 0 } };
  const page = await valueOrToast(api.listLetters({ ...wanted(), ...around, list }));
  const index = page?.rows.findIndex(({ id }) => id === letterId) ?? -1;
  return index === -1 ? rowAt(0) : page?.rows[index + step];
}

/** The ids of the letters from one place of the list to another, both included, whether they are loaded or not. */
export async function lettersBetween(first: number, last: number): Promise<readonly number[] | undefined> {
  const { rows, list } = useLibrary.getState();
  const loaded = Array.from({ length: last - first + 1 }, (_, index) => rows.get(first + index)?.id);
  if (loaded.every((id) => id !== undefined)) return loaded;
  if (list === undefined) return undefined;
  const range = await valueOrToast(api.letterRange({ ...wanted(), from: first, to: last + 1, list }));
  if (!range || list !== useLibrary.getState().list) return undefined;
  if (range.list === list) return range.letterIds;
  const message = 'Letters have come or gone meanwhile, so no range was selected. Please select it again.';
  useToasts.getState().show({ kind: 'info', message, topic: 'letters' });
  await reloadList();
  return undefined;
}

/** Before a search, in ms: below what a fast typist notices. */
const pause = 80;
/** After the first letters of a word, for which few letters of the library are likely to be meant: the list stays till then. */
const pauseInWord = 300;

/** Searches as the person types. */
export function search(query: string): void {
  useLibrary.getState().setQuery(query);
  // What is chosen belongs to what was found.
  useSelection.getState().clear();
  clearTimeout(searchTimer);
  const { unfinished } = parseSearchQuery(query);
  searchTimer = setTimeout(() => void refreshList(), unfinished === undefined ? pause : pauseInWord);
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
