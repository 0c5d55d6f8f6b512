import { useCase } from '../stores/case.ts';
import { useHistory } from '../stores/history.ts';
import { useReparse } from '../stores/reparse.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { reloadCase } from './case-service.ts';
import { flushDrafts } from './draft-saver.ts';
import { chosenLetters } from './letters-service.ts';
import { reloadList } from './library-service.ts';

/** Which letters to read again: those that an earlier version of the parser read, the open one, those chosen in the list, or all. */
export type ReparseScope = 'outdated' | 'open' | 'chosen' | 'all';

export async function countOutdated(): Promise<void> {
  const counted = await valueOrToast(api.countOutdated());
  if (counted) useReparse.getState().setOutdated(counted.letters);
}

/** Reads letters again from their files; notes and corrections stay with them. */
export async function startReparse(scope: ReparseScope): Promise<void> {
  if (!(await flushDrafts())) {
    const message = 'No letter was read again: some of your notes could not be saved yet.';
    useToasts.getState().show({ kind: 'error', message });
    return;
  }
  const letterIds = await idsIn(scope);
  if (letterIds === 'unknown') return;
  await valueOrToast(api.startReparse(letterIds === undefined ? {} : { letterIds }));
}

export async function cancelReparse(): Promise<void> {
  await valueOrToast(api.cancelReparse());
}

/** Follows every reading from now on; gives the function that stops following. */
export function followReparse(): () => void {
  return api.onReparseProgress((progress) => {
    useReparse.getState().setProgress(progress);
    if (progress.state === 'running') return;
    // Steps know items and notes as they were before.
    useHistory.getState().clear();
    void reloadList();
    void reloadCase();
    void countOutdated();
  });
}

async function idsIn(scope: ReparseScope): Promise<number[] | undefined | 'unknown'> {
  if (scope === 'outdated') return undefined;
  const open = useCase.getState().view?.letter.id;
  if (scope === 'open') return open === undefined ? 'unknown' : [open];
  const selection = scope === 'all' ? { query: '', trash: false, except: [] } : chosenLetters();
  const named = selection && (await valueOrToast(api.letterIds({ selection })));
  return named?.letterIds ?? 'unknown';
}
