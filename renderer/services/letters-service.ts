/** What is done to the chosen letters of the list. */
import type { RequestOutput, Selection } from '../../shared/contract.ts';
import type { CaseStatus } from '../../shared/model/letter.ts';
import type { Result } from '../../shared/result.ts';
import { useLibrary } from '../stores/library.ts';
import { asSelection, countChosen, useSelection } from '../stores/selection.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { reloadCase } from './case-service.ts';
import { letters } from './count-of-letters.ts';
import { flushDrafts } from './draft-saver.ts';
import { reloadList } from './library-service.ts';

/** What is chosen now; undefined when nothing is. */
export function chosenLetters(): Selection | undefined {
  const { chosen } = useSelection.getState();
  const { query, trash, total } = useLibrary.getState();
  return countChosen(chosen, total ?? 0) === 0 ? undefined : asSelection(chosen, { query, trash });
}

const statusWords: Record<CaseStatus, string> = { new: 'New', 'in-progress': 'In progress', done: 'Done' };

export const setStatusOfChosen = (status: CaseStatus): Promise<void> =>
  change(
    (selection) => api.setStatusOf({ selection, status }),
    (changed) => `${letters(changed)} marked “${statusWords[status]}”.`,
  );

export const tagChosen = (tag: string): Promise<void> =>
  change(
    (selection) => api.addTag({ selection, tag }),
    (changed) => `Tag “${tag}” added to ${letters(changed)}.`,
  );

export const untagChosen = (tag: string): Promise<void> =>
  change(
    (selection) => api.removeTag({ selection, tag }),
    (changed) => `Tag “${tag}” removed from ${letters(changed)}.`,
  );

async function change(
  request: (selection: Selection) => Promise<Result<RequestOutput<'letters:set-status'>>>,
  message: (changed: number) => string,
): Promise<void> {
  const selection = chosenLetters();
  const done = selection && (await valueOrToast(request(selection)));
  if (!done) return;
  useToasts.getState().show({ kind: 'info', message: message(done.changed), topic: 'letters' });
  await Promise.all([reloadList(), reloadCase()]);
}

/** Exports the chosen cases, with everything typed so far in them, to a folder that the person is asked for. */
export async function exportChosen(format: 'pdf' | 'csv' | 'json'): Promise<void> {
  const selection = chosenLetters();
  if (!selection) return;
  const { show } = useToasts.getState();
  if (!(await flushDrafts())) {
    show({ kind: 'error', message: 'No case was exported: some of your notes could not be saved yet.' });
    return;
  }
  const { path, exported = 0 } = (await valueOrToast(api.exportLetters({ selection, format }))) ?? {};
  if (path === undefined) return;
  show({
    kind: 'info',
    message: `${letters(exported)} exported to ${path}`,
    action: { label: 'Show in folder', run: () => void valueOrToast(api.revealExport({ path })) },
  });
}
