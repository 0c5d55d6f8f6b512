/** Shows letters in the list while an import brings them in. */
import { useLibrary } from '../stores/library.ts';
import { reloadList } from './library-service.ts';

/** The least time between two looks into the library, in ms. */
const interval = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let looking = false;

/** To be called whenever letters have come in; looks for them once in a while. */
export function showLandedSoon(): void {
  if (timer !== undefined || looking) return;
  timer = setTimeout(async () => {
    timer = undefined;
    looking = true;
    await showAllLanded();
    looking = false;
  }, interval);
}

/** Shows what has come in by the end, however long ago the last look was. */
export async function showAllLanded(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  // Nothing lands in the trash.
  if (!useLibrary.getState().trash) await reloadList();
}
