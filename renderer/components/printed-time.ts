/** A moment as people read it: `Nov 22, 2026, 8:45 AM`. */
export const printedTime = (iso: string): string =>
  new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
