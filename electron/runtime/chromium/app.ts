import { EventEmitter } from 'node:events';
import { commandLine } from './command-line.ts';
import { knownFolder } from './known-folders.ts';
import { runtimeOptions } from './runtime-options.ts';
import { preventable } from './web-contents.ts';

/** What the app has to know of its windows to end. */
export interface AppWindow {
  /** Asks the app and closes; false when the app kept the window open. */
  close(): boolean;
  destroy(): void;
}

/** Electron's `app`, the part that is used. Events are emitted in Electron's order. */
class App
  extends EventEmitter
  implements
    Pick<
      Electron.App,
      | 'whenReady'
      | 'isReady'
      | 'enableSandbox'
      | 'name'
      | 'getName'
      | 'setName'
      | 'getVersion'
      | 'getPath'
      | 'requestSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'quit'
      | 'exit'
      | 'isPackaged'
    >
{
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  /** The open windows; BrowserWindow keeps it. */
  readonly windows = new Set<AppWindow>();
  /** What has to end before the process may: browsers that write their profiles, boxes that are being read. */
  readonly pending = new Set<Promise<unknown>>();
  #name: string | undefined;
  #ready: Promise<void> | undefined;
  #quitting = false;
  #exitCode: number | undefined;

  whenReady(): Promise<void> {
    this.#ready ??= new Promise((resolve) => {
      setImmediate(() => {
        this.emit('ready', {}, {});
        resolve();
      });
    });
    return this.#ready;
  }

  isReady(): boolean {
    return this.#ready !== undefined;
  }

  /** Every page is sandboxed here, unless root runs Chromium. */
  enableSandbox(): void {}

  get name(): string {
    return this.#name ?? runtimeOptions().appName;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return runtimeOptions().appVersion;
  }

  getPath(name: Parameters<typeof knownFolder>[0]): string {
    return knownFolder(name);
  }

  requestSingleInstanceLock(data?: Record<PropertyKey, unknown>): boolean {
    const { lock } = runtimeOptions();
    if (lock.held) {
      lock.onSecondInstance(({ argv, cwd, data: sent }) => this.emit('second-instance', {}, argv, cwd, sent));
      return true;
    }
    this.hold(lock.tell({ argv: process.argv, cwd: process.cwd(), data }));
    return false;
  }

  /** Once the browser has ended as well: its profile belongs to one process. */
  releaseSingleInstanceLock(): void {
    const { lock } = runtimeOptions();
    if (!lock.held) return;
    lock.leave();
    void Promise.allSettled(this.pending).then(() => lock.release());
  }

  /** Closes all windows, each of which may refuse, then ends the process. */
  quit(): void {
    if (this.#exitCode !== undefined) return;
    if (this.#vetoed('before-quit')) return;
    this.#quitting = true;
    for (const window of [...this.windows]) {
      if (window.close()) continue;
      this.#quitting = false;
      return;
    }
    if (this.windows.size === 0 && !this.#vetoed('will-quit')) this.exit(0);
  }

  /** Ends the process without asking anybody; what is under way in {@link pending} is waited for. */
  exit(code = 0): void {
    if (this.#exitCode !== undefined) return;
    this.#exitCode = code;
    void this.#end();
  }

  /** For the windows: one of them is gone. */
  windowGone(window: AppWindow): void {
    this.windows.delete(window);
    if (this.windows.size > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  /** Keeps the process alive until `work` is done. */
  hold(work: Promise<unknown>): void {
    const held = work.finally(() => this.pending.delete(held));
    this.pending.add(held);
  }

  /** The status to end with when the app ends normally after something went wrong. */
  failWith(code: number): void {
    process.exitCode = code;
  }

  async #end(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled(this.pending);
    for (const window of [...this.windows]) window.destroy();
    while (this.pending.size > 0) await Promise.allSettled(this.pending);
    this.emit('quit', {}, this.#exitCode);
    process.exit(this.#exitCode || process.exitCode);
  }

  #vetoed(name: 'before-quit' | 'will-quit'): boolean {
    const event = preventable({});
    this.emit(name, event);
    return event.defaultPrevented;
  }
}

export const app = new App();
