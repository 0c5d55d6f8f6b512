import { protocol } from './custom-protocols.ts';

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type HeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void;

let beforeRequest: BeforeRequest | null = null;
let headersReceived: HeadersReceived | null = null;

/** Electron's `session.webRequest` with one listener an event and no url filter. */
const webRequest = {
  onBeforeRequest(listener: BeforeRequest | null): void {
    beforeRequest = listener;
  },
  onHeadersReceived(listener: HeadersReceived | null): void {
    headersReceived = listener;
  },
};

/**
 * Electron's default session. Chromium is started so that it denies every permission without asking, whatever
 * the handlers would answer, and so that no proxy can be reached: an app that wants to grant a permission or to use a
 * proxy has to teach this runtime first.
 */
export const defaultSession = {
  setPermissionRequestHandler(_handler: unknown): void {},
  setPermissionCheckHandler(_handler: unknown): void {},
  async setProxy(_config: Electron.ProxyConfig): Promise<void> {},
  webRequest,
  protocol,
};

export const session = { defaultSession };

/** True when the app cancels the request. */
export function isCancelled(details: Electron.OnBeforeRequestListenerDetails): Promise<boolean> {
  if (!beforeRequest) return Promise.resolve(false);
  const listener = beforeRequest;
  return new Promise((resolve) => listener(details, (response) => resolve(response.cancel === true)));
}

/** The response headers as the app wants them. */
export function finalHeaders(details: Electron.OnHeadersReceivedListenerDetails): Promise<Record<string, string[]>> {
  const received = details.responseHeaders ?? {};
  if (!headersReceived) return Promise.resolve(received);
  const listener = headersReceived;
  return new Promise((resolve, reject) => {
    listener(details, (response) => {
      if (response.cancel) return reject(new Error(`The app refused the response of ${details.url}.`));
      const entries = Object.entries(response.responseHeaders ?? received);
      resolve(Object.fromEntries(entries.map(([name, value]) => [name, [value].flat()])));
    });
  });
}
