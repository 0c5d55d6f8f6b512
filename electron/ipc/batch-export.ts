import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import type { RequestInput } from '../../shared/contract.ts';
import type { BatchExport } from '../../shared/model/batch-export.ts';
import { FailureError } from '../../shared/result.ts';
import { exportCases, type PlannedFile, planFiles } from '../export/export-cases.ts';
import type { Exporter } from '../export/exporter.ts';
import type { ExportContext } from '../export/report-data.ts';
import { throttle } from '../import/throttle.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { sendNotice } from './register.ts';
import { rememberWritten } from './written-files.ts';

export interface BatchExportOptions {
  readonly library: LibraryClient;
  readonly exporter: Exporter;
  readonly context: ExportContext;
  readonly window: BrowserWindow;
  readonly signal: AbortSignal;
}

/** Exports selected cases into a folder that the person chooses; undefined when they cancelled at a question. */
export async function exportBatch(
  { selection, format }: RequestInput<'letters:export'>,
  { library, exporter, context, window, signal }: BatchExportOptions,
): Promise<BatchExport | undefined> {
  const folder = await askForFolder(window);
  if (folder === undefined) return undefined;
  const planned = planFiles(await library.selectedLetters(selection), format);
  const there = await namesThere(folder, planned);
  const answer = there.size === 0 ? 'replace' : await askToReplace(window, folder, there, planned.length);
  if (answer === 'cancel') return undefined;
  const files = answer === 'replace' ? planned : planned.filter(({ name }) => !there.has(name));

  const count = (some: readonly PlannedFile[]) => some.reduce((sum, { letters }) => sum + letters.length, 0);
  const total = count(files);
  let [done, exported, failed] = [0, 0, 0];
  let firstFile: string | undefined;
  let firstFailure: string | undefined;
  const notices = throttle(() => sendNotice(window, 'export:progress', { total, done, failed }));
  const tell = () => notices.later(undefined);
  tell();
  const onCase = () => {
    done += 1;
    tell();
  };
  const replaces = (name: string) => there.has(name);
  const work = exportCases({ library, exporter, files, format, folder, replaces, context, signal, onCase });
  for await (const { name, cases, written } of work) {
    if (written.ok) {
      exported += cases;
      firstFile ??= written.value;
    } else {
      failed += cases;
      firstFailure ??= `${name}: ${written.error.message}`;
    }
  }
  notices.last(undefined);
  if (firstFile !== undefined) rememberWritten(firstFile);
  return {
    folder,
    exported,
    skipped: count(planned) - total,
    failed,
    cancelled: signal.aborted && done < total,
    ...(firstFile !== undefined && { firstFile }),
    ...(firstFailure !== undefined && { firstFailure }),
  };
}

async function askForFolder(window: BrowserWindow): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Choose a folder to export to',
    defaultPath: app.getPath('documents'),
    buttonLabel: 'Export here',
    properties: ['openDirectory', 'createDirectory'],
  });
  return answer.canceled ? undefined : answer.filePaths[0];
}

/** Which of the planned files are in the folder already. */
async function namesThere(folder: string, planned: readonly PlannedFile[]): Promise<Set<string>> {
  // File systems differ in what is the same name: the folder's list says which to look at, the system which are there.
  const fold = (name: string) => name.normalize('NFC').toLowerCase();
  const listed = new Set((await namesIn(folder)).map(fold));
  const there = new Set<string>();
  for (const { name } of planned) {
    if (listed.has(fold(name)) && (await exists(join(folder, name)))) there.add(name);
  }
  return there;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    const message = `The folder “${basename(folder)}” cannot be opened, so nothing was exported. Choose another one.`;
    throw new FailureError('cannot-write', message, { cause });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw thrown;
  }
}

/** What to do about files that are there already; `keep` is offered where there are others to export. */
async function askToReplace(
  window: BrowserWindow,
  folder: string,
  there: ReadonlySet<string>,
  planned: number,
): Promise<'replace' | 'keep' | 'cancel'> {
  const [name = ''] = there;
  const where = `in “${basename(folder)}” already`;
  const all = there.size === planned;
  const buttons = all ? ['Replace', 'Cancel'] : ['Replace', 'Keep them, export the others', 'Cancel'];
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: there.size === 1 ? 'Replace the file?' : 'Replace the files?',
    message:
      planned === 1
        ? `A file named “${name}” is ${where}.`
        : `${there.size} of the ${planned} files, such as “${name}”, are ${where}.`,
    detail: 'Replacing cannot be undone.',
    buttons,
    defaultId: 1,
    cancelId: buttons.length - 1,
  });
  if (response === 0) return 'replace';
  return response === 1 && !all ? 'keep' : 'cancel';
}
