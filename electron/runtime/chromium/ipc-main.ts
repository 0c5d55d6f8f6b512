import { EventEmitter } from 'node:events';
import type { FromPage, ToPage } from './messages.ts';
import type { PageSession } from './page-session.ts';
import type { WebContents } from './web-contents.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

class IpcMain extends EventEmitter implements Pick<Electron.IpcMain, 'handle' | 'removeHandler'> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Runs the handler of a channel; throws, as a person would read it in the page, when there is none. */
  async invoke(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      // The event has what handlers look at: the sender, its frame and the frame's url.
      return await handler(event as Electron.IpcMainInvokeEvent, ...args);
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${error}`, { cause: error });
    }
  }
}

export const ipcMain = new IpcMain();

/** Hands the messages of one page to {@link ipcMain}, with real paths in place of file tokens. */
export function createIpcReceiver(sender: WebContents, page: () => Pick<PageSession, 'post' | 'pathsOf'>) {
  const paths = new Map<string, Promise<string>>();

  async function withPaths(message: Extract<FromPage, { channel: string }>): Promise<readonly unknown[]> {
    const unknown = message.files.filter((token) => !paths.has(token));
    if (unknown.length > 0) {
      const found = page().pathsOf(unknown);
      unknown.forEach((token, index) => {
        paths.set(
          token,
          found.then((all) => all[index] ?? ''),
        );
      });
    }
    if (message.files.length === 0) return message.args;
    const known = new Map<unknown, string>();
    for (const token of message.files) {
      const path = await paths.get(token);
      if (!path) throw new Error('A file that was brought into the window is not a file on this computer.');
      known.set(token, path);
    }
    return message.args.map((arg) => replaceTokens(arg, known));
  }

  return async (message: Extract<FromPage, { channel: string }>): Promise<void> => {
    const frame = sender.mainFrame;
    const event = { sender, senderFrame: { ...frame, url: frame.url, origin: frame.origin }, ports: [] };
    const { channel, id } = message;
    try {
      const args = await withPaths(message);
      if (message.kind === 'send') {
        ipcMain.emit(channel, event, ...args);
        return;
      }
      page().post({ kind: 'reply', id, value: await ipcMain.invoke(channel, event, args) } satisfies ToPage);
    } catch (error) {
      if (message.kind === 'send') console.error(`A message on '${channel}' could not be handled:`, error);
      else page().post({ kind: 'refusal', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function replaceTokens(value: unknown, paths: ReadonlyMap<unknown, string>): unknown {
  if (typeof value === 'string') return paths.get(value) ?? value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((entry) => replaceTokens(entry, paths));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replaceTokens(entry, paths)]));
}
