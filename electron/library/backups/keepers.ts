/** How many days, weeks and months with a backup keep their newest one. */
export const kept = { days: 12, weeks: 10, months: 9 } as const;

/** So many are kept however large they are: two days, and what they leave of two weeks and two months. */
const keptAnyway = 2;

/** What the backups kept may take together, in bytes: a year of a library of 2,000 letters, 21 backups of 10,000. */
export const mostBytes = 10 * 1000 ** 3;

/**
 * The backups to keep: of each of the last 12 days that have one the newest, and so for 10 weeks (from Monday) and
 * 9 months, in local time. Days without a backup do not count, so that nothing is dropped for want of use. One that
 * is dated after `now` (the clock was wrong) is kept and takes nobody's place. Where all these take more than
 * {@link mostBytes}, it is as many days, weeks and months as fit, so that the way back stays long and gets coarser.
 */
export function keepers<B extends { readonly time: Date; readonly size: number }>(
  backups: readonly B[],
  now: Date,
): Set<B> {
  const newestFirst = [...backups].sort((a, b) => b.time.getTime() - a.time.getTime());
  const past = newestFirst.filter(({ time }) => time <= now);
  const keepOfEach = (most: number) =>
    new Set([
      ...newestFirst.filter(({ time }) => time > now),
      ...newestOfEach(past, dayOf, Math.min(most, kept.days)),
      ...newestOfEach(past, ({ time }) => weekOf(time), Math.min(most, kept.weeks)),
      ...newestOfEach(past, ({ time }) => `${time.getFullYear()}-${time.getMonth()}`, Math.min(most, kept.months)),
    ]);
  let most = Math.max(...Object.values(kept));
  let keep = keepOfEach(most);
  while (most > keptAnyway && bytesOf(keep) > mostBytes) {
    most -= 1;
    keep = keepOfEach(most);
  }
  return keep;
}

const bytesOf = (backups: Iterable<{ readonly size: number }>): number => {
  let sum = 0;
  for (const { size } of backups) sum += size;
  return sum;
};

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
