/** Composition root: opens the library, or what leads back to a damaged one, opens the window, wires them. */
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { app, BrowserWindow, dialog, Menu, nativeTheme, protocol, session } from 'electron';
import type { Notice, NoticeName } from '../shared/contract.ts';
import type { LibraryDamage } from '../shared/model/library-status.ts';
import { attempt, FailureError } from '../shared/result.ts';
import { preload, rendererFolder, samplesFolder } from './app-files.ts';
import { appUrl, recoveryUrl, serveBundle } from './app-protocol.ts';
import { createExporter } from './export/exporter.ts';
import { openImportRecords } from './import/import-records.ts';
import { createImporter } from './import/import-service.ts';
import { createReparser } from './import/reparse-service.ts';
import { backupHandlers } from './ipc/backup-handlers.ts';
import { exportHandlers } from './ipc/export-handlers.ts';
import { importHandlers } from './ipc/import-handlers.ts';
import { libraryHandlers } from './ipc/library-handlers.ts';
import { type RecoveryChannels, recoveryHandlers } from './ipc/recovery-handlers.ts';
import { type Handlers, registerHandlers, sendNotice } from './ipc/register.ts';
import { reparseHandlers } from './ipc/reparse-handlers.ts';
import { statisticsHandlers } from './ipc/statistics-handlers.ts';
import { DamagedLibraryError } from './library/damaged-library.ts';
import { type LibraryClient, openLibraryClient } from './library/library-client.ts';
import { describeRefusal } from './recovery/describe-refusal.ts';
import { createRecovery } from './recovery/recovery.ts';
import { isOwnFrame, lockNetwork, lockSession, lockWebContents } from './security.ts';

/** How long a closing window may take to write its drafts, in ms. */
const flushTimeout = 5000;

app.setName('Second Opinion');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
lockNetwork(app);
lockWebContents(app);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

/** Windows that have written their drafts and may be closed. */
const flushed = new Set<BrowserWindow>();

/** What a new window is to show. */
let page = appUrl;

/** Closes what the window works with: the library, or the recovery of one. */
let closeWork = async (): Promise<void> => {};

async function start(): Promise<void> {
  await lockSession(session.defaultSession);
  protocol.handle('app', serveBundle(rendererFolder));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate()));

  const folder = app.commandLine.getSwitchValue('library') || join(app.getPath('userData'), 'library');
  try {
    showLetters(folder, await openLibrary(folder));
  } catch (thrown) {
    if (!(thrown instanceof FailureError)) throw thrown;
    if (!(thrown instanceof DamagedLibraryError)) return refuseToStart(folder, thrown);
    showRecovery(folder, { damage: thrown.damage, canGoBack: false });
  }
  register({
    'app:flushed': (_input, window) => {
      flushed.add(window);
      window.close();
    },
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    // The last backup may take a while; who starts the program meanwhile gets a window as soon as the library is free.
    app.releaseSingleInstanceLock();
    void closeWork()
      .catch(sayNotClosed)
      .finally(() => app.quit());
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  openWindow();
}

/** Only what the system expects of a menu; everything of the app's own is in the window. */
function menuTemplate(): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
  };
  // Without these roles macOS has no Quit and no clipboard shortcuts.
  return process.platform === 'darwin'
    ? [{ role: 'appMenu' }, { role: 'editMenu' }, view, { role: 'windowMenu' }]
    : [view];
}

function tell<N extends NoticeName>(name: N, notice: Notice<N>): void {
  for (const window of BrowserWindow.getAllWindows()) sendNotice(window, name, notice);
}

function register(handlers: Partial<Handlers>): () => void {
  return registerHandlers(handlers, (event) =>
    isOwnFrame(event.senderFrame) ? (BrowserWindow.fromWebContents(event.sender) ?? undefined) : undefined,
  );
}

function sayNotClosed(error: unknown): void {
  console.error('The library did not close cleanly:', error);
}

/** No window can help here: it has to be mended outside, and the program started again. */
function refuseToStart(folder: string, error: FailureError): void {
  dialog.showErrorBox('Second Opinion cannot open its library', describeRefusal(folder, error));
  app.exit(1);
}

/** @throws FailureError; DamagedLibraryError also for damage that shows at the first reading */
async function openLibrary(folder: string): Promise<LibraryClient> {
  const library = await openLibraryClient({ dir: folder, onStatus: (status) => tell('library:status', status) });
  try {
    nativeTheme.themeSource = (await library.getSettings()).theme;
    return library;
  } catch (thrown) {
    await library.close().catch(sayNotClosed);
    if (!(thrown instanceof FailureError && thrown.code === 'library-damaged')) throw thrown;
    throw new DamagedLibraryError({ file: 'library.db', kind: 'malformed' }, { cause: thrown });
  }
}

/** Everything but what only a damaged library needs. */
type LettersHandlers = Omit<Handlers, RecoveryChannels | 'app:flushed'> & Pick<Handlers, 'recovery:state'>;

/** From now on the window works with an open library. */
function showLetters(folder: string, library: LibraryClient): void {
  const importer = createImporter({
    library,
    records: openImportRecords(folder),
    waitsForSpace: true,
    onProgress: (progress) => tell('import:progress', progress),
  });
  const reparser = createReparser({ library, onProgress: (progress) => tell('reparse:progress', progress) });
  const exporter = createExporter();
  const fromLibrary = libraryHandlers(library);
  const handlers: LettersHandlers = {
    ...fromLibrary,
    'settings:set': async (input, window) => {
      const settings = await fromLibrary['settings:set'](input, window);
      nativeTheme.themeSource = settings.theme;
      return settings;
    },
    ...importHandlers(importer, samplesFolder),
    ...reparseHandlers(reparser),
    ...backupHandlers(library),
    ...statisticsHandlers(library),
    ...exportHandlers(library, exporter),
    'recovery:state': () => undefined,
    'recovery:begin': async () => {
      const listed = await attempt(() => library.listLetters({ query: '', limit: 1 }));
      // What is wrong with the library may be what keeps it from closing cleanly; its files stay as they are.
      await closeWork().catch(sayNotClosed);
      showRecovery(folder, { canGoBack: listed.ok });
    },
  };
  const unregister = register(handlers);
  closeWork = async () => {
    unregister();
    await Promise.allSettled([importer.close(), reparser.close(), exporter.close()]);
    await library.close();
  };
  page = appUrl;
}

/** From now on the window shows the ways back from a library that cannot be used. */
function showRecovery(folder: string, known: { damage?: LibraryDamage; canGoBack: boolean }): void {
  const recovery = createRecovery({
    ...known,
    dir: folder,
    open: () => openLibrary(folder),
    onProgress: (progress) => tell('recovery:progress', progress),
  });
  const end = async () => {
    const library = await recovery.open();
    unregister();
    showLetters(folder, library);
  };
  const unregister = register(recoveryHandlers(recovery, { folder, end }));
  closeWork = async () => {
    unregister();
    await recovery.close();
  };
  page = recoveryUrl;
}

function openWindow(): void {
  const window = new BrowserWindow({
    title: 'Second Opinion',
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171c' : '#f6f5f2',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  let loaded = false;
  window.webContents.once('did-finish-load', () => {
    loaded = true;
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    // A page that never came up has nothing to save and nobody to answer.
    if (flushed.has(window) || !loaded) return;
    event.preventDefault();
    sendNotice(window, 'app:flush', null);
    setTimeout(() => window.destroy(), flushTimeout).unref();
  });
  window.on('closed', () => flushed.delete(window));
  void window.loadURL(page);
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
