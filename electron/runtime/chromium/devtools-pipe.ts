import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';

/** One DevTools session: the commands and events of the protocol, typed by playwright's copy of it. */
export type DevToolsSession = Pick<CDPSession, 'send' | 'on' | 'once' | 'off'>;

declare const anySession: CDPSession;

/** A request that waits for an answer, as the protocol's `Fetch.requestPaused` event describes it. */
export type PausedRequest = Parameters<Parameters<typeof anySession.on<'Fetch.requestPaused'>>[1]>[0];

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The protocol's code for a command to a target that is gone. */
const sessionNotFound = -32001;

interface Pending {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The DevTools protocol over the two pipes of `--remote-debugging-pipe`: JSON messages, each ended by a NUL.
 * Nothing listens on a port. Chromium ends when the pipes close, so it never outlives this process.
 */
export class DevToolsPipe {
  readonly root: DevToolsSession;
  readonly #input: Writable;
  readonly #sessions = new Map<string, EventEmitter>();
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #closed = false;

  constructor(input: Writable, output: Readable) {
    this.#input = input;
    this.root = this.session('');
    let parts: string[] = [];
    output.setEncoding('utf8');
    output.on('data', (chunk: string) => {
      let from = 0;
      for (let end = chunk.indexOf('\0'); end >= 0; end = chunk.indexOf('\0', from)) {
        parts.push(chunk.slice(from, end));
        this.#receive(JSON.parse(parts.join('')) as Message);
        parts = [];
        from = end + 1;
      }
      if (from < chunk.length) parts.push(chunk.slice(from));
    });
    // The end of the process is reported by its exit; a broken pipe only means that nobody reads any more.
    input.on('error', () => this.close());
    output.on('error', () => this.close());
    output.on('close', () => this.close());
  }

  /** The session of an attached target; the empty id is the browser's own. */
  session(sessionId: string): DevToolsSession {
    const known = this.#sessions.get(sessionId);
    if (known) return known as unknown as DevToolsSession;
    const emitter = new EventEmitter();
    const send = (method: string, params: object = {}) => this.#send(method, params, sessionId);
    this.#sessions.set(sessionId, emitter);
    return Object.assign(emitter, { send }) as unknown as DevToolsSession;
  }

  /** Rejects what is still unanswered; every later command is rejected as well. */
  close(): void {
    this.#closed = true;
    for (const { method, reject } of this.#pending.values()) reject(new ConnectionClosed(method));
    this.#pending.clear();
  }

  #send(method: string, params: object, sessionId: string): Promise<never> {
    if (this.#closed) return Promise.reject(new ConnectionClosed(method));
    this.#lastId += 1;
    const id = this.#lastId;
    const message = sessionId === '' ? { id, method, params } : { id, method, params, sessionId };
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, resolve, reject });
      this.#input.write(`${JSON.stringify(message)}\0`);
    });
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      if (message.method) this.#sessions.get(message.sessionId ?? '')?.emit(message.method, message.params);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (!pending) return;
    if (message.error?.code === sessionNotFound) pending.reject(new ConnectionClosed(pending.method));
    else if (message.error) pending.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending.resolve(message.result as never);
  }
}

/** Chromium, or the page the command was for, is gone. */
export class ConnectionClosed extends Error {
  constructor(method: string) {
    super(`${method}: the connection to Chromium is closed`);
    this.name = 'ConnectionClosed';
  }
}
