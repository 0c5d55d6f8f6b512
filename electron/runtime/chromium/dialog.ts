import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import type { DialogAnswer } from './messages.ts';
import { runtimeOptions } from './runtime-options.ts';

/** Electron's `dialog`, inside the window. Each function takes the window first, as the app calls it. */
export const dialog = {
  /** A path, after the person confirmed that an existing file may be replaced, as native dialogs do. */
  async showSaveDialog(
    window: BrowserWindow,
    options: Electron.SaveDialogOptions,
  ): Promise<Electron.SaveDialogReturnValue> {
    const folder = dirname(options.defaultPath ?? join(app.getPath('documents'), 'x'));
    const extension = options.filters?.[0]?.extensions[0];
    let path = options.defaultPath ?? join(folder, '');
    let problem: string | undefined;
    for (;;) {
      const answer = await window.ask({
        kind: 'path',
        title: options.title ?? 'Save as',
        button: options.buttonLabel ?? 'Save',
        path,
        ...(problem === undefined ? {} : { problem }),
      });
      if (!answer || !('path' in answer)) return { canceled: true, filePath: '' };
      path = completePath(answer.path, folder, extension);
      problem = await whyNotSave(path);
      if (problem === undefined && (!(await exists(path)) || (await confirmReplace(window, path)))) {
        return { canceled: false, filePath: path };
      }
    }
  },

  /** Files by the browser's own chooser; a folder by its path. */
  async showOpenDialog(
    window: BrowserWindow,
    options: Electron.OpenDialogOptions,
  ): Promise<Electron.OpenDialogReturnValue> {
    const { properties = [], filters = [] } = options;
    if (properties.includes('openDirectory')) return askForFolder(window, options);
    const extensions = filters.flatMap((filter) => filter.extensions).filter((extension) => extension !== '*');
    const accept = extensions.map((extension) => `.${extension}`).join(',');
    const filePaths = await window.chooseFiles({ multiple: properties.includes('multiSelections'), accept });
    return { canceled: filePaths.length === 0, filePaths };
  },

  async showMessageBox(
    window: BrowserWindow,
    options: Electron.MessageBoxOptions,
  ): Promise<Electron.MessageBoxReturnValue> {
    const buttons = options.buttons?.length ? options.buttons : ['OK'];
    const answer = await window.ask({
      kind: 'message',
      title: options.title ?? app.getName(),
      message: options.message,
      buttons,
      defaultButton: options.defaultId ?? 0,
      ...(options.detail === undefined ? {} : { detail: options.detail }),
      ...(options.checkboxLabel === undefined
        ? {}
        : { checkbox: { label: options.checkboxLabel, checked: options.checkboxChecked ?? false } }),
    });
    return { response: chosenButton(answer, options.cancelId ?? 0), checkboxChecked: isChecked(answer) };
  },

  /** Prints the error and, where there is a screen, shows it; the process does not end before it was read. */
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
    if (!runtimeOptions().headless) app.hold(showError(title, content));
  },
};

async function showError(title: string, message: string): Promise<void> {
  const open = BrowserWindow.getAllWindows()[0];
  const window = open ?? new BrowserWindow({ width: 640, height: 360 });
  if (!open) {
    const loaded = new Promise((resolve) => window.once('ready-to-show', resolve).once('closed', resolve));
    await window.loadURL(`data:text/html,<meta name="color-scheme" content="light dark">`);
    await loaded;
  }
  if (!window.isDestroyed()) {
    await window.ask({ kind: 'message', title, message, buttons: ['OK'], defaultButton: 0 });
  }
}

async function askForFolder(
  window: BrowserWindow,
  options: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  let path = options.defaultPath ?? app.getPath('documents');
  let problem: string | undefined;
  for (;;) {
    const answer = await window.ask({
      kind: 'path',
      title: options.title ?? 'Open a folder',
      button: options.buttonLabel ?? 'Open',
      path,
      ...(problem === undefined ? {} : { problem }),
    });
    if (!answer || !('path' in answer)) return { canceled: true, filePaths: [] };
    path = completePath(answer.path, app.getPath('documents'), undefined);
    if (await isFolder(path)) return { canceled: false, filePaths: [path] };
    problem = `There is no folder ${path}.`;
  }
}

/** What was typed as an absolute path, with the file type's extension when none was typed. */
function completePath(typed: string, folder: string, extension: string | undefined): string {
  const trimmed = typed.trim();
  if (trimmed === '') return '';
  const path = resolve(folder, trimmed.replace(/^~(?=$|[\\/])/, homedir()));
  return extension && extension !== '*' && extname(path) === '' ? `${path}.${extension}` : path;
}

async function whyNotSave(path: string): Promise<string | undefined> {
  if (path === '') return 'Type a name for the file.';
  if (await isFolder(path)) return `${path} is a folder. Add a name for the file.`;
  if (!(await isFolder(dirname(path)))) return `There is no folder ${dirname(path)}.`;
  return undefined;
}

async function confirmReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    title: 'Replace the file?',
    message: `A file named “${basename(path)}” already exists in ${dirname(path)}. Saving replaces it.`,
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

function chosenButton(answer: DialogAnswer | undefined, cancelId: number): number {
  return answer && 'button' in answer && answer.button >= 0 ? answer.button : cancelId;
}

const isChecked = (answer: DialogAnswer | undefined): boolean =>
  answer !== undefined && 'button' in answer && answer.checked;

const exists = async (path: string): Promise<boolean> => (await statOrMissing(path)) !== undefined;
const isFolder = async (path: string): Promise<boolean> => (await statOrMissing(path))?.isDirectory() ?? false;

async function statOrMissing(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
