import { EventEmitter } from 'node:events';
import { toAppUrl } from './app-origin.ts';
import type { ToPage } from './messages.ts';
import { defaultSession } from './session.ts';

let lastId = 0;

/** An event that a listener can veto. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<T extends object>(properties: T): PreventableEvent & T {
  let defaultPrevented = false;
  return {
    ...properties,
    get defaultPrevented() {
      return defaultPrevented;
    },
    preventDefault() {
      defaultPrevented = true;
    },
  };
}

/** Electron's `WebContents`, the part the app uses. Its url is the one the app knows, not Chromium's. */
export class WebContents
  extends EventEmitter
  implements Pick<Electron.WebContents, 'id' | 'send' | 'getURL' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>
{
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: { readonly url: string; readonly origin: string; readonly parent: null };
  readonly #post: (message: ToPage) => void;
  #url = '';

  constructor(post: (message: ToPage) => void) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#post = post;
    const url = () => this.#url;
    this.mainFrame = {
      get url() {
        return url();
      },
      get origin() {
        return originOf(url());
      },
      parent: null,
    };
  }

  send(channel: string, ...args: unknown[]): void {
    this.#post({ kind: 'message', channel, args });
  }

  getURL(): string {
    return this.#url;
  }

  /** New windows never open here, so the handler is not asked. */
  setWindowOpenHandler(_handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse): void {}

  /** Chromium is started with the strictest policy. */
  setWebRTCIPHandlingPolicy(_policy: Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0]): void {}

  /** For the window: the main frame shows another document now. */
  shows(pageUrl: string): void {
    this.#url = toAppUrl(pageUrl);
  }

  /** For the window: asks the app whether the page may go to `appUrl`. */
  mayNavigate(appUrl: string): boolean {
    const event = preventable({ url: appUrl, isMainFrame: true, isSameDocument: false, frame: this.mainFrame });
    this.emit('will-navigate', event, appUrl);
    return !event.defaultPrevented;
  }
}

function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null';
  const { protocol, host } = new URL(url);
  return host === '' ? 'null' : `${protocol}//${host}`;
}
