/**
 * Electron's security checklist, as far as it is settings of the session and of every web contents:
 * no permissions, no navigation, no new windows, no webviews, no requests but the bundle's own.
 */
import type { App, Session, WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

const isOwnUrl = (url: string): boolean => url === appOrigin || url.startsWith(`${appOrigin}/`);

/** Denies every permission and every request that is not for the app's own bundle. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const inPage = details.url.startsWith('data:') || details.url.startsWith('blob:');
    answer({ cancel: !(isOwnUrl(details.url) || inPage || details.url.startsWith('devtools:')) });
  });
}

/** Refuses navigation, new windows and webviews for every web contents the app will ever have. */
export function lockWebContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** True when an ipc event comes from the top frame of the app's own page. */
export function isOwnFrame(frame: { url: string; parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}
