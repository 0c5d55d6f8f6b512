/** What is done to the chosen letters of the list. */
import type { Selection } from '../../shared/contract.ts';
import type { CaseStatus } from '../../shared/model/letter.ts';
import type { Step } from '../stores/history.ts';
import { useLibrary } from '../stores/library.ts';
import { asSelection, countChosen, useSelection } from '../stores/selection.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { reloadCase } from './case-service.ts';
import { letters } from './count-of-letters.ts';
import { reloadList } from './library-service.ts';
import { announceStep } from './undoable.ts';

/** What is chosen now; undefined when nothing is. */
export function chosenLetters(): Selection | undefined {
  const { chosen } = useSelection.getState();
  const { query, trash, total } = useLibrary.getState();
  return countChosen(chosen, total ?? 0) === 0 ? undefined : asSelection(chosen, { query, trash });
}

const statusWords: Record<CaseStatus, string> = { new: 'New', 'in-progress': 'In progress', done: 'Done' };

export async function setStatusOfChosen(status: CaseStatus): Promise<void> {
  const selection = chosenLetters();
  const done = selection && (await valueOrToast(api.setStatusOf({ selection, status })));
  if (!done) return;
  const { former } = done;
  const letterIds = former.flatMap((group) => group.letterIds);
  const set = async (groups: typeof former) => {
    for (const group of groups) {
      const request = { selection: { letterIds: group.letterIds }, status: group.status };
      if (!(await valueOrToast(api.setStatusOf(request)))) return false;
    }
    await reload();
    return true;
  };
  const word = `“${statusWords[status]}”`;
  await tell(letterIds.length, {
    none: `All of them are marked ${word} already.`,
    message: (which) => `${which} marked ${word}.`,
    label: (which) => `mark ${which} ${word}`,
    // Each gets its own former status back.
    undo: () => set(former),
    redo: () => set([{ status, letterIds }]),
  });
}

export const tagChosen = (tag: string): Promise<void> =>
  setTagOfChosen(tag, true, {
    none: `All of them have the tag “${tag}” already.`,
    message: (which) => `Tag “${tag}” added to ${which}.`,
    label: (which) => `add tag “${tag}” to ${which}`,
  });

export const untagChosen = (tag: string): Promise<void> =>
  setTagOfChosen(tag, false, {
    none: `None of them has the tag “${tag}”.`,
    message: (which) => `Tag “${tag}” removed from ${which}.`,
    label: (which) => `remove tag “${tag}” from ${which}`,
  });

async function setTagOfChosen(tag: string, tagged: boolean, words: Words): Promise<void> {
  const set = (selection: Selection, on: boolean) =>
    valueOrToast(on ? api.addTag({ selection, tag }) : api.removeTag({ selection, tag }));
  const selection = chosenLetters();
  const done = selection && (await set(selection, tagged));
  if (!done) return;
  const { letterIds } = done;
  const again = async (on: boolean) => {
    if (!(await set({ letterIds }, on))) return false;
    await reload();
    return true;
  };
  await tell(letterIds.length, { ...words, undo: () => again(!tagged), redo: () => again(tagged) });
}

/** How an action on letters is spoken of; `which` is as in "5 letters". */
interface Words {
  /** When it changed none. */
  readonly none: string;
  readonly message: (which: string) => string;
  readonly label: (which: string) => string;
}

/** Says how many letters changed, makes it a step that can be undone, and shows the letters as they are now. */
async function tell(
  changed: number,
  { none, message, label, undo, redo }: Words & Pick<Step, 'undo' | 'redo'>,
): Promise<void> {
  if (changed === 0) {
    useToasts.getState().show({ kind: 'info', message: none, topic: 'letters' });
    return;
  }
  const which = letters(changed);
  announceStep({ label: label(which), undo, redo }, message(which), 'letters');
  await reload();
}

const reload = () => Promise.all([reloadList(), reloadCase()]);
