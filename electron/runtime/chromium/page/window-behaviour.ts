import type { FromPage } from '../messages.ts';

/** Browser habits that an Electron window does not have, kept away from the page. */
export function behaveLikeElectron(post: (message: FromPage) => void): void {
  let navigating = false;

  // Also reaches what no request betrays, such as about:blank and blob: addresses.
  navigation.addEventListener('navigate', (event) => {
    if (event.hashChange || event.destination.sameDocument) return;
    if (new URL(event.destination.url).origin === location.origin) {
      navigating = true;
      return;
    }
    event.preventDefault();
    post({ kind: 'refused-navigation', url: event.destination.url });
  });

  // Makes Chromium ask before it closes the window. Node answers "stay" and closes it Electron's way, so that
  // the app can save first.
  addEventListener('beforeunload', (event) => {
    // Without a gesture there is nothing to save, and Chromium would not ask but complain.
    if (!navigating && navigator.userActivation.hasBeenActive) event.preventDefault();
    navigating = false;
  });

  listenLast('keydown', (event) => isBrowserShortcut(event) && event.preventDefault());
  addEventListener('contextmenu', (event) => event.preventDefault());

  // A file dropped where nothing takes it would be opened in place of the app.
  listenLast('dragover', refuseUntakenFiles);
  listenLast('drop', refuseUntakenFiles);

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tellDark = () => post({ kind: 'dark', dark: dark.matches });
  dark.addEventListener('change', tellDark);
  tellDark();
}

/** Adds the listener anew for every event, so that it runs after all of the page's: the event is theirs first. */
function listenLast<K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void): void {
  addEventListener(
    type,
    () => {
      removeEventListener(type, listener);
      addEventListener(type, listener);
    },
    true,
  );
}

/** Reload, print, save page, view source, address bar, downloads, find: the app's own or nobody's. */
function isBrowserShortcut(event: KeyboardEvent): boolean {
  if (event.key === 'F5' || event.key === 'F3' || event.key === 'F7') return true;
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home')) return true;
  const command = navigator.platform.startsWith('Mac') ? event.metaKey : event.ctrlKey;
  return command && 'rpsoudjgf'.includes(event.key.toLowerCase());
}

function refuseUntakenFiles(event: DragEvent): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}
