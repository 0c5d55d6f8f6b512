/** Shows letters in the list while an import brings them in, without moving what the reviewer looks at. */
import { useLibrary } from '../stores/library.ts';
import { api } from './api.ts';
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
    await showLanded();
    looking = false;
  }, interval);
}

/** Shows what has come in by the end, however long ago the last look was. */
export async function showAllLanded(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  await showLanded();
}

/**
 * New letters come first in the list, so that they would push away what is in sight further down. There only the
 * number of letters follows, and the list itself when it is back at its top.
 */
async function showLanded(): Promise<void> {
  // Nothing lands in the trash.
  if (useLibrary.getState().trash) return;
  if (isAtTop()) return reloadList();
  awaitTop();
  const { query, sort } = useLibrary.getState();
  const page = await api.listLetters({ query, limit: 1 });
  const now = useLibrary.getState();
  // A failure to count is told by the next request of the person's own.
  if (!page.ok || now.trash || now.query !== query || now.sort !== sort) return;
  now.setPage({ rows: now.rows, total: page.value.total, hint: now.hint }, false);
}

const letters = (): Element | null => document.querySelector('[data-pane="library"] [role="listbox"]');
const isAtTop = (): boolean => (letters()?.scrollTop ?? 0) <= 0;

let waiting = false;

function awaitTop(): void {
  if (waiting) return;
  waiting = true;
  const onScroll = (event: Event) => {
    if (event.target !== letters() || !isAtTop()) return;
    document.removeEventListener('scroll', onScroll, true);
    waiting = false;
    void reloadList();
  };
  // Scrolling does not bubble.
  document.addEventListener('scroll', onScroll, { capture: true, passive: true });
}
