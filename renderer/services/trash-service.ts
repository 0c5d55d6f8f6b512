/** Letters into the trash, out of it, and out of the library for good. */
import { useCase } from '../stores/case.ts';
import { useHistory } from '../stores/history.ts';
import { useLibrary } from '../stores/library.ts';
import { useSelection } from '../stores/selection.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { closeCase, openCase } from './case-service.ts';
import { letters } from './count-of-letters.ts';
import { flushDrafts } from './draft-saver.ts';
import { chosenLetters } from './letters-service.ts';
import { idsOf, reloadList } from './library-service.ts';

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
  const letterIds = await idsOf(selection);
  const moved = letterIds && (await trash(letterIds));
  // Nothing where they have gone already.
  if (!moved) return;
  const step = {
    label: moved === 1 ? 'move a letter to the trash' : `move ${letters(moved)} to the trash`,
    undo: () => restore(letterIds),
    redo: async () => (await trash(letterIds)) !== undefined,
  };
  useHistory.getState().push(step);
  useToasts.getState().show({
    kind: 'info',
    message: `${letters(moved)} moved to the trash.`,
    topic: 'letters',
    action: {
      label: 'Undo',
      run: () => {
        // Through the history when it is still the last step, so that it cannot be undone twice.
        if (useHistory.getState().done.at(-1) === step) void useHistory.getState().undo();
        else void restore(letterIds);
      },
    },
  });
}

/** Brings the chosen letters back from the trash. */
export async function restoreChosen(): Promise<void> {
  const selection = chosenLetters();
  const restored = selection && (await valueOrToast(api.restoreLetters({ selection })));
  if (!restored) return;
  useSelection.getState().stop();
  const message = `${letters(restored.changed)} back in the library.`;
  useToasts.getState().show({ kind: 'info', message, topic: 'letters' });
  await reloadList();
}

/** Deletes the chosen letters of the trash for good; the caller has asked twice. */
export async function deleteChosenForever(): Promise<void> {
  const selection = chosenLetters();
  const deleted = selection && (await valueOrToast(api.deleteForever({ selection })));
  if (!deleted) return;
  useSelection.getState().stop();
  // Steps may be about notes that are gone.
  useHistory.getState().clear();
  const message = `${letters(deleted.changed)} deleted for good.`;
  useToasts.getState().show({ kind: 'info', message, topic: 'letters' });
  await reloadList();
}

/** Gives how many letters went; undefined when the library refused. */
async function trash(letterIds: number[]): Promise<number | undefined> {
  const trashed = await valueOrToast(api.trashLetters({ selection: { letterIds } }));
  if (!trashed) return undefined;
  useSelection.getState().stop();
  await leave(new Set(letterIds));
  await reloadList();
  return trashed.changed;
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
  const index = rows.findIndex(({ id }) => id === open);
  const left = [...rows.slice(index + 1), ...rows.slice(0, Math.max(0, index)).reverse()];
  const next = left.find(({ id }) => !gone.has(id));
  closeCase();
  if (next) await openCase(next.id);
}
