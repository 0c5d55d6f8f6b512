/** Choosing letters of the list, loaded or not. */
import { useLibrary } from '../stores/library.ts';
import { type Chosen, none, useSelection, withRange } from '../stores/selection.ts';
import { lettersBetween } from './library-service.ts';

/** The newest range; answers to older ones are dropped. */
let latest = 0;

/** Chooses the letters from one place of the list to another, whichever comes first, besides those chosen before. */
export async function chooseRange(from: number, to: number, before: Chosen = none): Promise<void> {
  const request = ++latest;
  const [first, last] = from < to ? [from, to] : [to, from];
  if (first === 0 && last + 1 === useLibrary.getState().total) {
    useSelection.getState().start({ kind: 'all', except: new Set() });
    return;
  }
  const letterIds = await lettersBetween(first, last);
  if (letterIds && request === latest) useSelection.getState().start(withRange(before, letterIds));
}
