import { EventEmitter } from 'node:events';
import { type AppWindow, app } from './app.ts';
import { toPageUrl } from './app-origin.ts';
import { takeChromium } from './chromium-host.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { ConnectionClosed, type DevToolsSession } from './devtools-pipe.ts';
import { createIpcReceiver } from './ipc-main.ts';
import type { DialogAnswer, DialogSpec, FromPage } from './messages.ts';
import { nativeTheme, type ThemeSource } from './native-theme.ts';
import { openPageSession, type PageSession } from './page-session.ts';
import { gateRequests } from './request-gate.ts';
import { preventable, WebContents } from './web-contents.ts';

type WindowOptions = Pick<
  Electron.BrowserWindowConstructorOptions,
  'width' | 'height' | 'minWidth' | 'minHeight' | 'title' | 'show' | 'backgroundColor' | 'icon' | 'webPreferences'
>;

interface Connection {
  readonly browser: DevToolsSession;
  readonly session: DevToolsSession;
  readonly windowId: number;
  readonly page: PageSession;
}

/** Electron's `BrowserWindow`, the part the app uses: one window, in one Chromium of its own. */
export class BrowserWindow
  extends EventEmitter
  implements
    AppWindow,
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'show'
      | 'focus'
      | 'isMinimized'
      | 'minimize'
      | 'restore'
      | 'setTitle'
      | 'isDestroyed'
      | 'close'
      | 'destroy'
    >
{
  readonly id: number;
  readonly webContents: WebContents;
  readonly #chromium: ChromiumProcess;
  readonly #options: WindowOptions;
  readonly #connected: Promise<Connection>;
  readonly #dialogs = new Map<number, (answer: DialogAnswer | undefined) => void>();
  #page: PageSession | undefined;
  #minimized = false;
  #destroyed = false;
  #lastDialog = 0;
  #url = '';

  constructor(options: WindowOptions = {}) {
    super();
    this.#options = options;
    this.#chromium = takeChromium();
    this.webContents = new WebContents((message) => this.#page?.post(message));
    this.id = this.webContents.id;
    app.windows.add(this);
    const setTheme = (source: ThemeSource) => this.#command((to) => emulateTheme(to.session, source));
    nativeTheme.on('source', setTheme);
    this.once('closed', () => nativeTheme.off('source', setTheme));
    void this.#chromium.ended.then(({ crashed, reason }) => {
      if (crashed && !this.#destroyed) {
        console.error(`The browser that shows the window ended unexpectedly (${reason}).`);
        app.failWith(1);
      }
      this.#gone();
    });
    this.#connected = this.#connect();
    this.#connected.catch((error: unknown) => {
      // Chromium ended while it was being set up; its end is reported where it is awaited.
      if (!(error instanceof ConnectionClosed)) throw error;
    });
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...app.windows].filter((window) => window instanceof BrowserWindow);
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows()[0] ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  async loadURL(url: string): Promise<void> {
    const { session } = await this.#connected;
    this.#url = url;
    const { errorText } = await session.send('Page.navigate', { url: toPageUrl(url) });
    if (errorText) throw new Error(`${url} could not be loaded: ${errorText}`);
  }

  show(): void {
    this.focus();
  }

  focus(): void {
    this.#command(({ session }) => session.send('Page.bringToFront'));
    this.emit('focus', {});
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  minimize(): void {
    this.#minimized = true;
    this.#setBounds({ windowState: 'minimized' });
  }

  restore(): void {
    this.#minimized = false;
    this.#setBounds({ windowState: 'normal' });
  }

  setTitle(title: string): void {
    const expression = `document.title = ${JSON.stringify(title)}`;
    this.#command(({ session }) => session.send('Runtime.evaluate', { expression }));
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Asks the app and closes; false when a listener of 'close' prevented it. */
  close(): boolean {
    if (this.#destroyed) return true;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    if (this.#destroyed) return;
    app.hold(this.#chromium.close());
    this.#gone();
  }

  /** For dialogs: asks the person inside the window; undefined when dismissed or when the window closes. */
  async ask(spec: DialogSpec): Promise<DialogAnswer | undefined> {
    const { page } = await this.#connected;
    this.#lastDialog += 1;
    const id = this.#lastDialog;
    return new Promise((resolve) => {
      if (this.#destroyed) return resolve(undefined);
      this.#dialogs.set(id, resolve);
      page.post({ kind: 'dialog', id, spec });
    });
  }

  /** For dialogs: the browser's own file chooser. */
  async chooseFiles(options: { readonly multiple: boolean; readonly accept: string }): Promise<string[]> {
    const { page } = await this.#connected;
    return page.chooseFiles(options);
  }

  async #connect(): Promise<Connection> {
    const { pipe } = this.#chromium;
    const browser = pipe.root;
    const { sessionId, targetId } = await attachToOnlyPage(browser);
    const session = pipe.session(sessionId);
    const receive = createIpcReceiver(this.webContents, () => this.#pageOrNobody());
    const mayNavigate = (frameId: string, url: string) =>
      frameId !== targetId || url === this.#url || this.webContents.mayNavigate(url);
    session.on('Page.loadEventFired', () => this.#loaded());
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type === 'beforeunload') this.#personCloses(session);
    });
    session.on('Inspector.targetCrashed', () => {
      this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    browser.on('Target.detachedFromTarget', ({ sessionId: gone }) => {
      if (gone === sessionId) this.destroy();
    });
    const [page, { windowId }] = await Promise.all([
      openPageSession({
        session,
        targetId,
        preload: this.#options.webPreferences?.preload,
        onMessage: (message) => this.#receive(message, receive),
      }),
      browser.send('Browser.getWindowForTarget', { targetId }),
      gateRequests(browser, mayNavigate),
      emulateTheme(session, nativeTheme.themeSource),
    ]);
    const { width = 800, height = 600 } = this.#options;
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
    this.#page = page;
    return { browser, session, windowId, page };
  }

  #receive(message: FromPage, receiveIpc: ReturnType<typeof createIpcReceiver>): void {
    switch (message.kind) {
      case 'invoke':
      case 'send':
        void receiveIpc(message);
        return;
      case 'document':
        this.webContents.shows(message.url);
        return;
      case 'refused-navigation':
        this.webContents.mayNavigate(message.url);
        return;
      case 'dark':
        nativeTheme.pageIsDark(message.dark);
        return;
      case 'dialog':
        this.#dialogs.get(message.id)?.(message.answer);
        this.#dialogs.delete(message.id);
    }
  }

  #loaded(): void {
    if (this.webContents.getURL() !== this.#url) return;
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show', {});
  }

  /** The person closes the window: it stays until the app, having saved, lets it go. */
  #personCloses(session: DevToolsSession): void {
    session
      .send('Page.handleJavaScriptDialog', { accept: false })
      .then(() => this.close())
      .catch(ignoreClosed);
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#page = undefined;
    for (const resolve of this.#dialogs.values()) resolve(undefined);
    this.#dialogs.clear();
    this.emit('closed');
    app.windowGone(this);
  }

  #pageOrNobody(): Pick<PageSession, 'post' | 'pathsOf'> {
    return this.#page ?? { post: () => {}, pathsOf: async (tokens) => tokens.map(() => '') };
  }

  #setBounds(bounds: { windowState: 'normal' | 'minimized' }): void {
    this.#command(({ browser, windowId }) => browser.send('Browser.setWindowBounds', { windowId, bounds }));
  }

  /** Sends a command that needs no answer, once connected; a window that is gone needs it no more. */
  #command(send: (to: Connection) => Promise<unknown>): void {
    this.#connected.then(send).catch(ignoreClosed);
  }
}

/** Attaches to the application window's page; any page that opens later is closed before it runs. */
function attachToOnlyPage(browser: DevToolsSession): Promise<{ sessionId: string; targetId: string }> {
  return new Promise((resolve, reject) => {
    let found = false;
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const { targetId } = targetInfo;
      if (found) browser.send('Target.closeTarget', { targetId }).catch(ignoreClosed);
      else resolve({ sessionId, targetId });
      found = true;
    });
    const filter = [{ type: 'page' }];
    browser
      .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter })
      .catch(reject);
  });
}

function emulateTheme(session: DevToolsSession, source: ThemeSource): Promise<unknown> {
  const value = source === 'system' ? '' : source;
  return session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}

function ignoreClosed(error: unknown): void {
  if (!(error instanceof ConnectionClosed)) console.error(error);
}
