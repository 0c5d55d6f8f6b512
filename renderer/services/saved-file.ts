import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';

/** The action of a message about a file that was saved in this run. */
export const showInFolder = (path: string) => ({
  label: 'Show in folder',
  run: () => void valueOrToast(api.revealExport({ path })),
});

/** Says where a file was saved, and offers to show it; `verb` is as in "Exported". */
export function tellSaved(path: string, verb = 'Saved'): void {
  useToasts.getState().show({ kind: 'info', message: `${verb} to ${path}`, action: showInFolder(path) });
}
