/** Whether ⌘ does here what Ctrl does elsewhere. */
export const isMac = navigator.userAgent.includes('Macintosh');

const names: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  ...(isMac && { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' }),
};

/** A command's keys as this computer's keyboard calls them. */
export const printedKeys = (keys: string): string =>
  keys
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(isMac ? '' : '+');
