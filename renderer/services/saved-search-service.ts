import { useLibrary } from '../stores/library.ts';
import { useSavedSearches } from '../stores/saved-searches.ts';
import { api, valueOrToast } from './api.ts';
import { search, showTrash } from './library-service.ts';

export async function loadSavedSearches(): Promise<void> {
  keep(await valueOrToast(api.listSavedSearches()));
}

/** Saves what the search box holds; an earlier search of the same name is replaced. Gives whether it is saved. */
export async function saveSearch(name: string): Promise<boolean> {
  const { searches } = useSavedSearches.getState();
  const id = searches.find((each) => each.name === name)?.id ?? crypto.randomUUID();
  return keep(await valueOrToast(api.saveSearch({ id, name, query: useLibrary.getState().query })));
}

export async function deleteSavedSearch(id: string): Promise<void> {
  keep(await valueOrToast(api.deleteSavedSearch({ id })));
}

/** Searches the library for what was saved. */
export function runSavedSearch(id: string): void {
  const saved = useSavedSearches.getState().searches.find((each) => each.id === id);
  if (!saved) return;
  if (useLibrary.getState().trash) showTrash(false);
  search(saved.query);
}

function keep(searches: Parameters<ReturnType<typeof useSavedSearches.getState>['setSearches']>[0] | undefined) {
  if (searches) useSavedSearches.getState().setSearches(searches);
  return searches !== undefined;
}
