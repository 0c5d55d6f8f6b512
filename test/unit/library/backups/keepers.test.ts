import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepers, kept, mostBytes } from '../../../../electron/library/backups/keepers.ts';

const now = new Date(2026, 10, 22, 12);
const day = 24 * 60 * 60 * 1000;
const backup = (time: number, size = 1) => ({ time: new Date(time), size });

/** Up to three years of backups, some dated after now. */
const backups = fc
  .uniqueArray(fc.integer({ min: -3 * 365 * day, max: 2 * day }), { maxLength: 200 })
  .map((offsets) => offsets.map((offset) => backup(now.getTime() + offset)));

const days = (set: Iterable<{ time: Date }>) => new Set([...set].map(({ time }) => time.toDateString()));
const months = (set: Iterable<{ time: Date }>) =>
  new Set([...set].map(({ time }) => `${time.getFullYear()} ${time.getMonth()}`));

test('the newest is kept, and every day, week and month that counts keeps its newest', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const past = all.filter(({ time }) => time <= now).sort((a, b) => b.time.getTime() - a.time.getTime());
      const keep = keepers(all, now);
      for (const kept of keep) expect(all).toContain(kept);
      if (past[0]) expect(keep.has(past[0])).toBe(true);
      for (const future of all.filter(({ time }) => time > now)) expect(keep.has(future)).toBe(true);
      const lastDays = [...days(past)].slice(0, kept.days);
      for (const wanted of lastDays) {
        expect(keep.has(past.find(({ time }) => time.toDateString() === wanted) as never)).toBe(true);
      }
      const inPast = [...keep].filter(({ time }) => time <= now);
      expect(inPast.length).toBeLessThanOrEqual(kept.days + kept.weeks + kept.months);
      expect(months(inPast).size).toBeGreaterThanOrEqual(Math.min(kept.months, months(past).size));
    }),
  );
});

const large = fc
  .uniqueArray(fc.integer({ min: -3 * 365 * day, max: 0 }), { maxLength: 100 })
  .chain((offsets) =>
    fc
      .array(fc.integer({ min: 1, max: mostBytes / 2 }), { minLength: offsets.length, maxLength: offsets.length })
      .map((sizes) => offsets.map((offset, index) => backup(now.getTime() + offset, sizes[index]))),
  );

test('what is kept takes no more than its share of the disk, but for the newest of two days, weeks and months', () => {
  fc.assert(
    fc.property(large, (all) => {
      const keep = keepers(all, now);
      const bytes = [...keep].reduce((sum, { size }) => sum + size, 0);
      expect(bytes <= mostBytes || keep.size <= 4).toBe(true);
      const newest = [...all].sort((a, b) => b.time.getTime() - a.time.getTime());
      for (const wanted of [...days(newest)].slice(0, 2)) {
        expect(keep.has(newest.find(({ time }) => time.toDateString() === wanted) as never)).toBe(true);
      }
      expect(months(keep).size).toBeGreaterThanOrEqual(Math.min(2, months(all).size));
      expect(keepers([...keep], now)).toEqual(keep);
    }),
  );
});

test('letting go twice is letting go once, and the order of the list does not matter', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const once = keepers(all, now);
      expect(keepers([...once], now)).toEqual(once);
      expect(keepers([...all].reverse(), now)).toEqual(once);
    }),
  );
});

test('whatever is kept later was kept before: nothing has to come back', () => {
  fc.assert(
    fc.property(backups, fc.integer({ min: 0, max: 60 }), (all, later) => {
      const then = new Date(now.getTime() + later * day);
      const past = all.filter(({ time }) => time <= now);
      const before = keepers(past, now);
      for (const survivor of keepers(past, then)) expect(before.has(survivor)).toBe(true);
    }),
  );
});

test('a year of backups every half hour becomes days, weeks and months', () => {
  const year = Array.from({ length: 365 * 48 }, (_, index) => backup(now.getTime() - index * (day / 48)));
  const keep = [...keepers(year, now)];
  expect(days(keep).size).toBe(keep.length);
  // The newest day is also the newest of its week and month, and so on.
  expect(keep.length).toBeGreaterThan(kept.days + kept.weeks);
  expect(keep.length).toBeLessThan(kept.days + kept.weeks + kept.months);
});

test('weeks begin on Monday', () => {
  const [sunday, monday, tuesday] = [new Date(2026, 10, 15, 8), new Date(2026, 10, 16, 8), new Date(2026, 10, 17, 8)];
  const recent = Array.from({ length: 12 }, (_, index) => backup(new Date(2026, 11, 20 - index, 8).getTime()));
  const old = [sunday, monday, tuesday].map((time) => ({ time, size: 1 }));
  const keep = keepers([...recent, ...old], new Date(2026, 11, 20, 12));
  expect(old.filter((candidate) => keep.has(candidate)).map(({ time }) => time)).toEqual([sunday, tuesday]);
});
