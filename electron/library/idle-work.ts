/** How long to leave the thread to others between two pieces of work, in ms. */
const breath = 25;

/** How long to wait when there was nothing to do, in ms. */
const lookAgain = 60_000;

/** Work that is done a piece at a time while nothing else is asked for. */
export interface IdleWork {
  /** Something was asked for: the work waits until it has been quiet again. */
  touched(): void;
  stop(): void;
}

/**
 * @param quiet how long nothing must have been asked for, in ms
 * @param work does one short piece and tells whether there is more
 */
export function doWhenIdle({ quiet, work }: { quiet: number; work: () => boolean }): IdleWork {
  let last = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const plan = (delay: number) => {
    timer = setTimeout(run, delay).unref();
  };
  function run(): void {
    const left = last + quiet - performance.now();
    if (left > 0) plan(left);
    else plan(work() ? breath : lookAgain);
  }
  plan(quiet);
  return {
    touched: () => {
      last = performance.now();
    },
    stop: () => clearTimeout(timer),
  };
}
