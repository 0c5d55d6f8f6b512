/** How many days, weeks and months with a backup keep their newest one. */
export const kept = { days: 12, weeks: 10, months: 9 } as const;

/**
 * The backups to keep: of each of the last 12 days that have one the newest, and so for 10 weeks (from Monday) and
 * 9 months, in local time. Days without a backup do not count, so that nothing is dropped for want of use. One that
 * is dated after `now` (the clock was wrong) is kept and takes nobody's place.
 */
export function keepers<B extends { readonly time: Date }>(backups: readonly B[], now: Date): Set<B> {
  const newestFirst = [...backups].sort((a, b) => b.time.getTime() - a.time.getTime());
  const past = newestFirst.filter(({ time }) => time <= now);
  return new Set([
    ...newestFirst.filter(({ time }) => time > now),
    ...newestOfEach(past, dayOf, kept.days),
    ...newestOfEach(past, ({ time }) => weekOf(time), kept.weeks),
    ...newestOfEach(past, ({ time }) => `${time.getFullYear()}-${time.getMonth()}`, kept.months),
  ]);
}

function newestOfEach<B>(newestFirst: readonly B[], periodOf: (backup: B) => string, periods: number): B[] {
  const newest = new Map<string, B>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (!newest.has(period)) newest.set(period, backup);
  }
  return [...newest.values()].slice(0, periods);
}

const dayOf = ({ time }: { readonly time: Date }): string => time.toDateString();

/** The Monday of the week. */
function weekOf(time: Date): string {
  const sinceMonday = (time.getDay() + 6) % 7;
  return new Date(time.getFullYear(), time.getMonth(), time.getDate() - sinceMonday).toDateString();
}
