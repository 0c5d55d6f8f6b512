/** Composition root: starts the library thread, the importer and the exporter, opens the window, wires them. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MenuItemConstructorOptions } from 'electron';
import { app, BrowserWindow, dialog, Menu, nativeTheme, protocol, session } from 'electron';
import type { LibraryStatus } from '../shared/model/library-status.ts';
import { FailureError } from '../shared/result.ts';
import { appUrl, serveBundle } from './app-protocol.ts';
import { createExporter } from './export/exporter.ts';
import { type ImportRecords, openImportRecords } from './import/import-records.ts';
import { createImporter } from './import/import-service.ts';
import { createReparser } from './import/reparse-service.ts';
import { backupHandlers } from './ipc/backup-handlers.ts';
import { exportHandlers } from './ipc/export-handlers.ts';
import { importHandlers } from './ipc/import-handlers.ts';
import { libraryHandlers } from './ipc/library-handlers.ts';
import { registerHandlers, sendNotice } from './ipc/register.ts';
import { reparseHandlers } from './ipc/reparse-handlers.ts';
import { DamagedLibraryError } from './library/damaged-library.ts';
import { type LibraryClient, openLibraryClient } from './library/library-client.ts';
import { isOwnFrame, lockSession, lockWebContents } from './security.ts';

const here = dirname(fileURLToPath(import.meta.url));
const rendererFolder = join(here, '../renderer');
const samplesFolder = join(here, '../seeds');

/** How long a closing window may take to write its drafts, in ms. */
const flushTimeout = 5000;

app.setName('Second Opinion');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
lockWebContents(app);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  lockSession(session.defaultSession);
  protocol.handle('app', serveBundle(rendererFolder));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate()));

  const folder = app.commandLine.getSwitchValue('library') || join(app.getPath('userData'), 'library');
  try {
    const library = await openLibraryClient({ dir: folder, onStatus: tellStatus });
    await run(library, openImportRecords(folder));
  } catch (thrown) {
    if (!(thrown instanceof FailureError)) throw thrown;
    refuseToStart(folder, thrown);
  }
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

function tellStatus(status: LibraryStatus): void {
  for (const window of BrowserWindow.getAllWindows()) sendNotice(window, 'library:status', status);
}

/** The library stays as it is: nothing is repaired, replaced or deleted behind the person's back. */
function refuseToStart(folder: string, error: FailureError): void {
  const backup = error instanceof DamagedLibraryError ? error.damage.newestBackup : undefined;
  const wayBack =
    error instanceof DamagedLibraryError
      ? `\n\n${backup ? `The newest backup that can be read is ${backup.name}, of ${backup.time}. ` : 'There is no backup that can be read. '}The commands "restore" and "salvage" of the command line bring the library back.`
      : '';
  const message = `${error.message}${wayBack}\n\nLibrary folder: ${folder}`;
  dialog.showErrorBox('Second Opinion cannot open its library', message);
  app.exit(1);
}

async function run(library: LibraryClient, records: ImportRecords): Promise<void> {
  const importer = createImporter({
    library,
    records,
    onProgress: (progress) => {
      for (const window of BrowserWindow.getAllWindows()) sendNotice(window, 'import:progress', progress);
    },
  });
  const reparser = createReparser({
    library,
    onProgress: (progress) => {
      for (const window of BrowserWindow.getAllWindows()) sendNotice(window, 'reparse:progress', progress);
    },
  });
  const exporter = createExporter();
  const flushed = new Set<BrowserWindow>();

  const fromLibrary = libraryHandlers(library);
  registerHandlers(
    {
      ...fromLibrary,
      'settings:set': async (input, window) => {
        const settings = await fromLibrary['settings:set'](input, window);
        nativeTheme.themeSource = settings.theme;
        return settings;
      },
      ...importHandlers(importer, samplesFolder),
      ...reparseHandlers(reparser),
      ...backupHandlers(library),
      ...exportHandlers(library, exporter),
      'app:flushed': (_input, window) => {
        flushed.add(window);
        window.close();
      },
    },
    (event) => (isOwnFrame(event.senderFrame) ? (BrowserWindow.fromWebContents(event.sender) ?? undefined) : undefined),
  );

  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void Promise.allSettled([importer.close(), reparser.close(), exporter.close()])
      .then(() => library.close())
      .catch((error: unknown) => console.error('The library did not close cleanly:', error))
      .finally(() => app.quit());
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(flushed);
  });

  nativeTheme.themeSource = (await library.getSettings()).theme;
  openWindow(flushed);
}

function openWindow(flushed: Set<BrowserWindow>): void {
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
      preload: join(here, 'preload.cjs'),
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
  void window.loadURL(appUrl);
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
