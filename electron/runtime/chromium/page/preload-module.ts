/** The `electron` module as a sandboxed preload sees it: contextBridge, ipcRenderer and webUtils. */
import type { FromPage, PageParameters, ToPage } from '../messages.ts';
import { tokenForFile, tokensIn } from './files.ts';
import { createPeer } from './peer.ts';

type Listener = (event: object, ...args: unknown[]) => void;
type Answer = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** Makes the module for one document; `scope` holds what a preload finds around itself. */
export function createPreloadModule(post: (message: FromPage) => void, parameters: PageParameters) {
  const channel = new EventTarget();
  const peer = createPeer(channel, 'to-preload', 'to-page', parameters.secret);
  const answers = new Map<number, Answer>();
  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;
  dispatchEvent(new MouseEvent(parameters.secret, { relatedTarget: channel }));

  function send(kind: 'invoke' | 'send', name: string, args: readonly unknown[]): number {
    lastId += 1;
    post({ kind, id: lastId, channel: name, args, files: tokensIn(args) });
    return lastId;
  }

  const ipcRenderer = {
    invoke(name: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => answers.set(send('invoke', name, args), { resolve, reject }));
    },
    send(name: string, ...args: unknown[]): void {
      send('send', name, args);
    },
    on(name: string, listener: Listener) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    removeListener(name: string, listener: Listener) {
      listeners.get(name)?.delete(listener);
      return ipcRenderer;
    },
  };

  const contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'> = {
    exposeInMainWorld(key: string, api: unknown): void {
      channel.dispatchEvent(new CustomEvent('expose', { detail: { key, api: peer.encode(api) } }));
    },
  };

  const webUtils: Pick<Electron.WebUtils, 'getPathForFile'> = { getPathForFile: tokenForFile };
  const electron = Object.freeze({ contextBridge, ipcRenderer, webUtils });
  const scope = {
    process: { platform: parameters.platform, versions: parameters.versions, sandboxed: true, contextIsolated: true },
    require(name: string): unknown {
      if (name === 'electron') return electron;
      throw new Error(`module not found: ${name}. A sandboxed preload can only require electron.`);
    },
  };

  function receive(message: Exclude<ToPage, { kind: 'dialog' }>): void {
    if (message.kind === 'message') {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) {
        listener({ sender: ipcRenderer, ports: [] }, ...message.args);
      }
      return;
    }
    const answer = answers.get(message.id);
    answers.delete(message.id);
    if (message.kind === 'reply') answer?.resolve(message.value);
    else answer?.reject(new Error(message.message));
  }

  return { scope, receive };
}
