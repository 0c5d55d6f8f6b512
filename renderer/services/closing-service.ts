import { api } from './api.ts';
import { flushDrafts } from './draft-saver.ts';
import { endEditing } from './end-editing.ts';

/** Writes all drafts when the window is about to close, whichever way it closes. */
export function followClosing(): void {
  api.onFlush(() => {
    endEditing();
    void flushDrafts().then(() => api.flushed());
  });
  // Without a warning from the main process this is the last moment to send what was typed.
  const flush = () => void flushDrafts();
  window.addEventListener('pagehide', flush);
  window.addEventListener('blur', flush);
}
