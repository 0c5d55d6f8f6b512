const calendar = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Formatters are kept: making one takes longer than typesetting a line. */
function clock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  clocks.set(timeZone, made);
  return made;
}

/**
 * A moment as the report prints it, such as `Nov 22, 2026, 2:20 AM UTC`.
 * `timeZone` is an IANA name. What is no timestamp prints as it stands.
 */
export function printedTime(iso: string, timeZone: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return clock(timeZone).format(moment).replaceAll('\u202f', ' ');
}

/** A calendar date (`yyyy-mm-dd`) as the report prints it, such as `Nov 16, 2010`. What is no date prints as it stands. */
export function printedDate(isoDate: string): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return isoDate;
  return calendar.format(day);
}
