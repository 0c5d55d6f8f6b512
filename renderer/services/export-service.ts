import { useCase } from '../stores/case.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { flushDrafts } from './draft-saver.ts';

/** Exports the open case to PDF, with everything typed so far in it. */
export async function exportOpenCase(): Promise<void> {
  const letterId = useCase.getState().view?.letter.id;
  if (letterId === undefined) return;
  const { show } = useToasts.getState();
  if (!(await flushDrafts())) {
    show({ kind: 'error', message: 'The case was not exported: some notes could not be saved yet.' });
    return;
  }
  const saved = await valueOrToast(api.exportPdf({ letterId }));
  const path = saved?.path;
  if (path === undefined) return;
  show({
    kind: 'info',
    message: `Exported to ${path}`,
    action: { label: 'Show in folder', run: () => void valueOrToast(api.revealExport({ path })) },
  });
}
