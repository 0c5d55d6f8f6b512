import { useFacets } from '../stores/facets.ts';
import { useLibrary } from '../stores/library.ts';
import { api, valueOrToast } from './api.ts';
import { newestOnly } from './newest-only.ts';

/** After the list has come, in ms: the list of the next key stroke goes first. */
const pause = 150;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Counts the facets of the present search once nothing newer is searched for. */
export function countFacetsSoon(): void {
  clearTimeout(timer);
  if (!useFacets.getState().open) return;
  timer = setTimeout(() => void countFacets(), pause);
}

/** Shows the facets or hides them; hidden ones are not counted. */
export function toggleFacets(): void {
  const { open, setOpen } = useFacets.getState();
  setOpen(!open);
  void countFacets();
}

const countFacets = newestOnly(async (isWanted) => {
  if (!useFacets.getState().open) return;
  const { query, trash } = useLibrary.getState();
  const counted = await valueOrToast(api.listFacets({ query, trash }));
  if (counted && isWanted()) useFacets.getState().setFacets(counted.facets);
});

/** The tags that letters and notes have, most frequent first. */
export async function knownTags(): Promise<string[]> {
  const counted = await valueOrToast(api.listFacets({ query: '' }));
  return counted?.facets.find(({ field }) => field === 'tag')?.values.map(({ label }) => label) ?? [];
}
