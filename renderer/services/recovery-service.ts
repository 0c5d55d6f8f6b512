/** The ways back from a damaged library, as its page asks for them. */
import type { Result } from '../../shared/result.ts';
import { useCase } from '../stores/case.ts';
import { useHistory } from '../stores/history.ts';
import { type RecoveryWork, useRecovery } from '../stores/recovery.ts';
import { useSelection } from '../stores/selection.ts';
import { useToasts } from '../stores/toasts.ts';
import { api } from './api.ts';
import { flushDrafts } from './draft-saver.ts';

/** Follows salvaging from now on, and asks how the library stands; gives the function that stops following. */
export function followRecovery(): () => void {
  void lookAgain();
  return api.onRecoveryProgress((progress) => useRecovery.getState().set({ progress }));
}

/** Asks how the library stands. */
export const lookAgain = (): Promise<void> => during('looking', look);

/**
 * From the letters to the ways back. What could not be saved so far stays in the window until it can be. Asked for
 * again meanwhile, it is the same.
 */
export function beginRecovery(): Promise<void> {
  beginning ??= begin().finally(() => {
    beginning = undefined;
  });
  return beginning;
}

let beginning: Promise<void> | undefined;

async function begin(): Promise<void> {
  await flushDrafts();
  if (useRecovery.getState().isShown) return;
  const begun = await api.beginRecovery();
  if (!begun.ok) return useToasts.getState().show({ kind: 'error', message: begun.error.message });
  history.replaceState(null, '', '?recovery');
  useRecovery.getState().show();
}

export const restoreBackup = (name: string): Promise<void> =>
  during('restoring', async () => {
    const report = await valueOrFailure(api.recoverBackup({ name }));
    if (report) useRecovery.getState().set({ recovered: { kind: 'restored', report } });
  });

/** Saves what can be read beside the library; the page then shows what that is. */
export const salvage = (): Promise<void> =>
  during('salvaging', async () => {
    await valueOrFailure(api.salvage());
    await look();
  });

export const cancelSalvage = (): void => void api.cancelSalvage();

/** Puts what was saved in the place of the damaged library. */
export const replaceBySalvaged = (): Promise<void> =>
  during('replacing', async () => {
    const replaced = await valueOrFailure(api.replaceBySalvaged());
    if (replaced) useRecovery.getState().set({ recovered: { kind: 'replaced', setAside: replaced.setAside } });
  });

/** Imports again what was imported since the restored backup. */
export const reimport = (): Promise<void> =>
  during('importing', async () => {
    const { recovered, set } = useRecovery.getState();
    const reimported = await valueOrFailure(api.reimportRecovered());
    if (reimported && recovered?.kind === 'restored') set({ recovered: { ...recovered, reimported } });
  });

/** On to the letters. The case on the desk may not be in the library any more, and no step leads back. */
export const openLetters = (): Promise<void> =>
  during('opening', async () => {
    const opened = await api.endRecovery();
    if (!opened.ok) {
      useRecovery.getState().set({ failure: opened.error.message, recovered: undefined });
      return look();
    }
    useHistory.getState().clear();
    useSelection.getState().stop();
    useCase.getState().open(undefined);
    leave();
  });

export const showFolder = async (): Promise<void> => void (await valueOrFailure(api.showLibraryFolder()));

export const quit = (): void => void api.quit();

/** After a step that failed, something else may be wrong than before. */
async function look(): Promise<void> {
  const found = await api.recoveryState();
  if (!found.ok) useRecovery.getState().set({ failure: found.error.message });
  else if (found.value) useRecovery.getState().set({ state: found.value });
  else leave();
}

function leave(): void {
  history.replaceState(null, '', location.pathname);
  useRecovery.getState().hide();
}

async function during(work: RecoveryWork, step: () => Promise<void>): Promise<void> {
  useRecovery.getState().set({ work, failure: undefined, progress: undefined });
  await step();
  const { failure, set } = useRecovery.getState();
  if (failure !== undefined && work !== 'looking' && work !== 'opening') await look();
  set({ work: undefined, progress: undefined });
}

async function valueOrFailure<T>(request: Promise<Result<T>>): Promise<T | undefined> {
  const result = await request;
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') useRecovery.getState().set({ failure: result.error.message });
  return undefined;
}
