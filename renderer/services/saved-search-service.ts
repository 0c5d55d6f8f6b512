import type { SavedSearch } from '../../shared/model/letter-query.ts';
import { useLibrary } from '../stores/library.ts';
import { useSavedSearches } from '../stores/saved-searches.ts';
import { api, valueOrToast } from './api.ts';
import { search, showTrash } from './library-service.ts';
import { announceStep } from './undoable.ts';

export async function loadSavedSearches(): Promise<void> {
  keep(await valueOrToast(api.listSavedSearches()));
}

/** Saves what the search box holds; an earlier search of the same name is replaced, which can be undone. */
export async function saveSearch(name: string): Promise<boolean> {
  const earlier = useSavedSearches.getState().searches.find((each) => each.name === name);
  const saved = { id: earlier?.id ?? crypto.randomUUID(), name, query: useLibrary.getState().query };
  if (!(await write(saved))) return false;
  if (earlier && earlier.query !== saved.query) {
    announceStep(
      { label: `replace search “${name}”`, undo: () => write(earlier), redo: () => write(saved) },
      `The saved search “${name}” is replaced.`,
    );
  }
  return true;
}

export async function deleteSavedSearch(id: string): Promise<void> {
  const saved = useSavedSearches.getState().searches.find((each) => each.id === id);
  if (!saved || !(await remove(id))) return;
  announceStep(
    { label: `delete search “${saved.name}”`, undo: () => write(saved), redo: () => remove(id) },
    `The saved search “${saved.name}” is deleted.`,
  );
}

const write = async (saved: SavedSearch): Promise<boolean> => keep(await valueOrToast(api.saveSearch(saved)));
const remove = async (id: string): Promise<boolean> => keep(await valueOrToast(api.deleteSavedSearch({ id })));

/** Searches the library for what was saved. */
export function runSavedSearch(id: string): void {
  const saved = useSavedSearches.getState().searches.find((each) => each.id === id);
  if (!saved) return;
  if (useLibrary.getState().trash) showTrash(false);
  search(saved.query);
}

function keep(searches: readonly SavedSearch[] | undefined): boolean {
  if (searches) useSavedSearches.getState().setSearches(searches);
  return searches !== undefined;
}
