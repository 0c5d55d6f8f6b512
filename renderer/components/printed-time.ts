/** Made once: making one takes longer than all that a case prints with it. */
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment as people read it: `Nov 22, 2026, 8:45 AM`. */
export const printedTime = (iso: string): string => format.format(new Date(iso));
