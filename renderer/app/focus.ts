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
    if (pane) lastPane = pane;
  };
  document.addEventListener('focusin', onFocus);
  return () => document.removeEventListener('focusin', onFocus);
}

/** Gives a focus that went with what had it to the pane that it was in, without scrolling that. */
export function keepFocus(): void {
  // Two frames on: what closes over the panes gives the focus back first.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) lastPane?.focus({ preventScroll: true });
    }),
  );
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
