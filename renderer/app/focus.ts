/** Moving the focus from pane to pane. */
const panes = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-pane]')];

/** Where the focus was last in each pane. */
const lastStops = new WeakMap<HTMLElement, HTMLElement>();

/** The pane that the focus was in last. */
let lastPane: HTMLElement | undefined;

/** Remembers from now on where the focus was in each pane; gives the function that stops it. */
export function rememberFocus(): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || !target.closest('[data-pane-body]')) return;
    const pane = target.closest<HTMLElement>('[data-pane]');
    if (pane) lastStops.set(pane, target);
    // Messages pass; from them one returns to the pane before.
    if (pane && pane.dataset['pane'] !== 'messages') lastPane = pane;
  };
  document.addEventListener('focusin', onFocus);
  return () => document.removeEventListener('focusin', onFocus);
}

/**
 * Gives the focus back, from now on, when what had it goes or can no longer have it: whatever is done to a letter or a
 * list may take away the button that it was done with. Gives the function that stops it.
 */
export function followLostFocus(): () => void {
  let focused: HTMLElement | undefined;
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) focused = target;
  };
  const isLost = (element: HTMLElement) =>
    document.activeElement === document.body && (!element.isConnected || element.matches(':disabled'));
  const observer = new MutationObserver(() => {
    if (!focused || !isLost(focused)) return;
    focused = undefined;
    // Two frames on: what closes over the panes gives the focus back first.
    requestAnimationFrame(() => requestAnimationFrame(takeFocus));
  });
  document.addEventListener('focusin', onFocus);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    document.removeEventListener('focusin', onFocus);
    observer.disconnect();
  };
}

/** To the open dialog, otherwise to the pane that the focus was in last, without scrolling it. */
function takeFocus(): void {
  if (document.activeElement !== document.body) return;
  const dialog = document.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  if (dialog) dialog.focus();
  else if (lastPane?.isConnected && lastPane.dataset['pane'] !== 'library') lastPane.focus({ preventScroll: true });
  else focusPane('library');
}

/** Whether nothing within a pane has the focus: what had it is gone, and at most its pane has taken it since. */
export function hasLostFocus(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.matches('[data-pane]') === true;
}

/** Focuses a pane by its id. */
export function focusPane(id: string): void {
  const pane = panes().find((each) => each.dataset['pane'] === id);
  if (pane) enter(pane);
}

/** Focuses the pane `step` further on, around the end. */
export function focusNextPane(step: number): void {
  const all = panes();
  const current = all.findIndex((pane) => pane.contains(document.activeElement));
  const next = all.at((current === -1 && step < 0 ? 0 : current + step) % all.length);
  if (next) enter(next);
}

/** What a pane is entered by the first time, best first. */
const stops = ['[data-text-root]', 'textarea', 'button:not([disabled])'];

/** Goes to where the focus was last; a list knows that itself, and is told when the open letter changes. */
function enter(pane: HTMLElement): void {
  const inside = (stop: string) => [...pane.querySelectorAll<HTMLElement>(`[data-pane-body] ${stop}`)];
  const last = lastStops.get(pane);
  const candidates = [...inside('[role="listbox"]'), ...(last?.isConnected ? [last] : []), ...stops.flatMap(inside)];
  (candidates.find((stop) => stop.checkVisibility()) ?? pane).focus();
}
