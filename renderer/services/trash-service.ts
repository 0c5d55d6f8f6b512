/** Letters into the trash, out of it, and out of the library for good. */
import type { Selection } from '../../shared/contract.ts';
import { useCase } from '../stores/case.ts';
import { useDeleting } from '../stores/deleting.ts';
import { useHistory } from '../stores/history.ts';
import { placeOf, useLibrary } from '../stores/library.ts';
import { useSelection } from '../stores/selection.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { closeCase, openCase } from './case-service.ts';
import { letters } from './count-of-letters.ts';
import { flushDrafts } from './draft-saver.ts';
import { chosenLetters } from './letters-service.ts';
import { reloadList } from './library-service.ts';
import { announceStep } from './undoable.ts';

/** Moves the chosen letters to the trash, or the open one when none is chosen; that can be undone. */
export async function trashChosen(): Promise<void> {
  const open = useCase.getState().view?.letter.id;
  const selection = chosenLetters() ?? (open === undefined ? undefined : { letterIds: [open] });
  if (!selection || useLibrary.getState().trash) return;
  // What is still being typed goes with its letter.
  if (!(await flushDrafts())) {
    const message = 'No letter was moved to the trash: some of your notes could not be saved yet.';
    useToasts.getState().show({ kind: 'error', message });
    return;
  }
  const moved = await trash(selection);
  // Nothing where they have gone already.
  if (!moved || moved.length === 0) return;
  const step = {
    label: moved.length === 1 ? 'move a letter to the trash' : `move ${letters(moved.length)} to the trash`,
    undo: () => restore(moved),
    redo: async () => (await trash({ letterIds: moved })) !== undefined,
  };
  announceStep(step, `${letters(moved.length)} moved to the trash.`, 'letters');
}

/** Brings the chosen letters back from the trash. */
export async function restoreChosen(): Promise<void> {
  const selection = chosenLetters();
  const restored = selection && (await valueOrToast(api.restoreLetters({ selection })));
  if (!restored) return;
  useSelection.getState().stop();
  const message = `${letters(restored.letterIds.length)} back in the library.`;
  useToasts.getState().show({ kind: 'info', message, topic: 'letters' });
  await reloadList();
}

/** How many letters are deleted in one call: whatever else the library is asked for waits that long. */
const deletedAtOnce = 20;

/** Deletes the chosen letters of the trash for good, some at a time until cancelled; the caller has asked twice. */
export async function deleteChosenForever(): Promise<void> {
  const { show } = useToasts.getState();
  if (useDeleting.getState().progress) {
    const message = 'Letters are being deleted already. Wait until they are, or cancel that.';
    show({ kind: 'info', message, topic: 'letters' });
    return;
  }
  const selection = chosenLetters();
  const chosen = selection && (await valueOrToast(api.letterIds({ selection })));
  if (!chosen) return;
  useSelection.getState().stop();
  const deleted = await deleteForever(chosen.letterIds);
  const kept = chosen.letterIds.length - deleted;
  const message = `${letters(deleted)} deleted for good${kept > 0 ? `, ${kept.toLocaleString('en-US')} not` : ''}.`;
  show({ kind: 'info', message, topic: 'letters' });
  await reloadList();
}

/** Gives the number of those that are gone: all but those left when it was cancelled or the library refused. */
async function deleteForever(letterIds: readonly number[]): Promise<number> {
  const { setProgress } = useDeleting.getState();
  const total = letterIds.length;
  let deleted = 0;
  for (let done = 0; done < total && !useDeleting.getState().cancelled; done += deletedAtOnce) {
    setProgress({ total, done });
    const some = letterIds.slice(done, done + deletedAtOnce);
    const gone = await valueOrToast(api.deleteForever({ selection: { letterIds: some } }));
    if (!gone) break;
    // Steps may be about notes that are gone.
    if (done === 0) useHistory.getState().clear();
    deleted += gone.letterIds.length;
  }
  setProgress(undefined);
  return deleted;
}

/** Gives the letters that went; undefined when the library refused. */
async function trash(selection: Selection): Promise<number[] | undefined> {
  const trashed = await valueOrToast(api.trashLetters({ selection }));
  if (!trashed) return undefined;
  useSelection.getState().stop();
  await leave(new Set(trashed.letterIds));
  await reloadList();
  return trashed.letterIds;
}

async function restore(letterIds: number[]): Promise<boolean> {
  if (!(await valueOrToast(api.restoreLetters({ selection: { letterIds } })))) return false;
  await reloadList();
  const [letterId] = letterIds;
  if (letterIds.length === 1 && letterId !== undefined) await openCase(letterId);
  return true;
}

/** Where the open letter has gone, the next one that is left in the list takes its place on the desk. */
async function leave(gone: ReadonlySet<number>): Promise<void> {
  const open = useCase.getState().view?.letter.id;
  if (open === undefined || !gone.has(open)) return;
  const { rows } = useLibrary.getState();
  const from = placeOf(rows, open) ?? -1;
  const places = [...rows.keys()].sort((a, b) => a - b);
  const left = [...places.filter((place) => place > from), ...places.filter((place) => place < from).reverse()];
  const next = left.map((place) => rows.get(place)).find((row) => row && !gone.has(row.id));
  closeCase();
  if (next) await openCase(next.id);
}
