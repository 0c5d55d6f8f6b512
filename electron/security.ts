/**
 * Electron's security checklist, as far as it is settings of the session and of every web contents:
 * no permissions, no navigation, no new windows, no webviews, no requests but the bundle's own.
 */
import type { App, Session, WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

const isOwnUrl = (url: string): boolean => url === appOrigin || url.startsWith(`${appOrigin}/`);

/** Leads nowhere: for whatever Chromium would send beside the requests that can be refused one by one. */
const deadProxy = { proxyRules: 'http://offline.invalid:9', proxyBypassRules: '<-loopback>' };

/** To be called before the app is ready: no name and no address resolves. */
export function lockNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Denies every permission and every request that is not for the app's own bundle. */
export async function lockSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const inPage = details.url.startsWith('data:') || details.url.startsWith('blob:');
    answer({ cancel: !(isOwnUrl(details.url) || inPage || details.url.startsWith('devtools:')) });
  });
  await session.setProxy(deadProxy);
}

/** Refuses navigation, new windows, webviews and calls past the proxy for every web contents there will ever be. */
export function lockWebContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** True when an ipc event comes from the top frame of the app's own page. */
export function isOwnFrame(frame: { url: string; parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}
