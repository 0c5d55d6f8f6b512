import type { Backup, RestoreReport } from '../../shared/model/backup.ts';
import type { Verification } from '../../shared/model/library-status.ts';
import { useCase } from '../stores/case.ts';
import { useHistory } from '../stores/history.ts';
import { useLibraryStatus } from '../stores/library-status.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { flushDrafts } from './draft-saver.ts';
import { refreshList } from './library-service.ts';
import { loadSettings } from './settings-service.ts';

/** Follows how the library is from now on; gives the function that stops following. */
export function followLibraryStatus(): () => void {
  const { set } = useLibraryStatus.getState();
  void valueOrToast(api.getLibraryStatus()).then((status) => status && set(status));
  return api.onLibraryStatus(set);
}

/** Checks every original and every text against its checksum. */
export const verifyLibrary = (): Promise<Verification | undefined> => valueOrToast(api.verifyLibrary());

export const listBackups = (): Promise<Backup[] | undefined> => valueOrToast(api.listBackups());

export async function makeBackup(): Promise<boolean> {
  return (await valueOrToast(api.makeBackup())) !== undefined;
}

/** Puts a backup in the place of the library; what is being typed is saved first, into what is set aside. */
export async function restoreBackup(name: string): Promise<RestoreReport | undefined> {
  if (!(await flushDrafts())) {
    useToasts.getState().show({ kind: 'error', message: 'Nothing was restored: some notes could not be saved yet.' });
    return undefined;
  }
  const report = await valueOrToast(api.restoreBackup({ name }));
  if (report) await showAnew();
  return report;
}

/** Imports again what was imported since the backup that was restored. */
export async function reimportOriginals(): Promise<void> {
  const done = await valueOrToast(api.reimportOriginals());
  if (!done) return;
  const failed = done.failed > 0 ? ` ${done.failed} could not be read.` : '';
  useToasts.getState().show({ kind: 'info', message: `${done.imported} letters are in the library again.${failed}` });
  await refreshList();
}

/** The case on the desk may not be in the library any more, and no step leads back to before the restore. */
async function showAnew(): Promise<void> {
  useHistory.getState().clear();
  useCase.getState().open(undefined);
  await Promise.all([loadSettings(), refreshList()]);
}
