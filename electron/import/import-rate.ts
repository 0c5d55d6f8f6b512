/** The stretch of time that a rate is taken over, in ms: long enough to be calm, short enough to be of now. */
const stretch = { least: 1000, most: 10_000 } as const;

export interface ImportRate {
  /** Notes how many files have been dealt with in all. */
  note(done: number): void;
  /** Forgets what was noted: the time of a pause is none of the import's. */
  restart(done: number): void;
  /** Files a second over the last seconds; undefined while there is too little to tell from. */
  perSecond(): number | undefined;
}

/** @param now a clock, in ms */
export function createImportRate(now: () => number = () => performance.now()): ImportRate {
  let notes = [{ time: now(), done: 0 }];
  return {
    note: (done) => {
      const time = now();
      notes.push({ time, done });
      // The last note from before the stretch is where it begins.
      while (notes[1] && notes[1].time <= time - stretch.most) notes.shift();
    },
    restart: (done) => {
      notes = [{ time: now(), done }];
    },
    perSecond: () => {
      const [first, last] = [notes[0], notes.at(-1)];
      const time = first && last ? last.time - first.time : 0;
      return first && last && time >= stretch.least ? ((last.done - first.done) * 1000) / time : undefined;
    },
  };
}
