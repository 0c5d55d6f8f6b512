import { useLibrary } from '../stores/library.ts';
import { useStatistics } from '../stores/statistics.ts';
import { api, valueOrToast } from './api.ts';
import { flushDrafts } from './draft-saver.ts';
import { endEditing } from './end-editing.ts';
import { search } from './library-service.ts';
import { newestOnly } from './newest-only.ts';
import { tellSaved } from './saved-file.ts';

/** After the list has come, in ms: the list of the next key stroke goes first. */
const pause = 150;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Puts the statistics on the desk in the place of the case, or takes them away. */
export function toggleStatistics(): void {
  const { open } = useStatistics.getState();
  if (open) {
    closeStatistics();
    return;
  }
  endEditing();
  void flushDrafts();
  useStatistics.getState().setOpen(true);
  void count();
}

/** The list goes back to the search that the page was of. */
function closeStatistics(): void {
  showAllLetters();
  useStatistics.getState().setOpen(false);
}

/** Counts anew after the list has come anew while the page is open. Gives the function that stops it. */
export function followStatistics(): () => void {
  return useLibrary.subscribe(({ list }, before) => {
    // Rows that are loaded while scrolling are of the same list.
    if (list === before.list) return;
    clearTimeout(timer);
    timer = setTimeout(() => void count(), pause);
  });
}

const count = newestOnly(async (isWanted) => {
  const { open, behind, counted, setBehind, setCounted } = useStatistics.getState();
  if (!open) return;
  const { query: listed, trash } = useLibrary.getState();
  const isBehind = behind?.query === listed;
  if (isBehind && counted) return;
  if (behind && !isBehind) setBehind(undefined);
  const query = isBehind ? behind.of : listed;
  const statistics = await valueOrToast(api.statistics({ query, trash }));
  if (statistics && isWanted() && useStatistics.getState().open) setCounted({ statistics, query, trash });
});

/** Lists the letters behind a figure. */
export function showLettersBehind(label: string, query: string): void {
  const { counted, setBehind } = useStatistics.getState();
  if (!counted) return;
  setBehind({ label, query, of: counted.query });
  search(query);
}

/** Lists all letters of the search that the page is of. */
export function showAllLetters(): void {
  const { behind, setBehind } = useStatistics.getState();
  if (!behind) return;
  setBehind(undefined);
  search(behind.of);
}

/** Saves a chart as a picture, or its table as CSV, where the person chooses. */
export async function saveChart(title: string, content: Parameters<typeof api.saveChart>[0]['content']): Promise<void> {
  const saved = await valueOrToast(api.saveChart({ title, content }));
  if (saved?.path !== undefined) tellSaved(saved.path);
}
