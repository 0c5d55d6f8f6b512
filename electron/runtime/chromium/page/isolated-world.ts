/**
 * Runs in the isolated world of the window, before the preload: gives the preload its `electron` module and
 * keeps the window behaving as an Electron window does.
 */
import type { FromPage, PageParameters, PageRuntime, ToPage } from '../messages.ts';
import { decodeValue, encodeValue } from '../transfer.ts';
import { showDialog } from './dialogs.ts';
import { chooseFiles, takeFiles, watchFiles } from './files.ts';
import { createPreloadModule } from './preload-module.ts';
import { behaveLikeElectron } from './window-behaviour.ts';

declare const standIn: PageParameters;

declare global {
  var secondOpinionRuntime: PageRuntime;
  var secondOpinionPreloadScope: Record<string, unknown>;
}

// Electron runs a preload in the main frame only.
if (window === window.top) {
  const binding = (globalThis as unknown as Record<string, (text: string) => void>)[standIn.secret];
  if (!binding) throw new Error('The window has no connection to its main process.');
  // Taken away before anything else runs, also from the preload.
  delete (globalThis as unknown as Record<string, unknown>)[standIn.secret];
  const post = (message: FromPage) => binding(encodeValue(message));
  post({ kind: 'document', url: location.href });
  const preload = createPreloadModule(post, standIn);

  watchFiles();
  behaveLikeElectron(post);
  globalThis.secondOpinionRuntime = {
    deliver(text) {
      const message = decodeValue(text) as ToPage;
      if (message.kind !== 'dialog') return preload.receive(message);
      void showDialog(message.spec).then((answer) => post({ kind: 'dialog', id: message.id, answer }));
    },
    takeFiles,
    chooseFiles,
  };
  globalThis.secondOpinionPreloadScope = preload.scope;
}
