/** Moving the focus from pane to pane. */
const panes = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-pane]')];

/** Focuses a pane by its id: the place it was last in would be a guess, so its first stop. */
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

/** What a pane is entered by, best first. */
const stops = ['[role="listbox"]', '[data-text-root]', 'textarea', 'button:not([disabled])'];

function enter(pane: HTMLElement): void {
  const inside = stops.flatMap((stop) => [...pane.querySelectorAll<HTMLElement>(`[data-pane-body] ${stop}`)]);
  (inside.find((stop) => stop.checkVisibility()) ?? pane).focus();
}
