import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { writeFileAtomically } from '../export/write-atomically.ts';
import { rememberWritten } from './written-files.ts';

interface FileToSave {
  /** Of the dialog. */
  readonly title: string;
  /** What is suggested, with its ending. */
  readonly fileName: string;
  /** The format by its name: `PDF`. */
  readonly kind: string;
  /** Asked for once the place is chosen. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

/** Asks where to save a file, and writes it there whole or not at all, from when on it can be shown to the person; undefined when the person cancelled. */
export async function saveAs(
  window: BrowserWindow,
  { title, fileName, kind, bytes }: FileToSave,
): Promise<string | undefined> {
  const ending = extname(fileName);
  // The dialog itself asks before an existing file is replaced.
  const answer = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: kind, extensions: [ending.slice(1)] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (answer.canceled || !answer.filePath) return undefined;
  const path = extname(answer.filePath) === '' ? `${answer.filePath}${ending}` : answer.filePath;
  // A name completed here was not confirmed by the dialog, so it must not replace anything.
  const replace = path === answer.filePath;
  await writeFileAtomically(path, await bytes(), { replace });
  rememberWritten(path);
  return path;
}
