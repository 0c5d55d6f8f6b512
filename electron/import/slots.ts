/** A number of slots that work holds while it runs. Who asks first is served first, so nobody waits for ever. */
export interface Slots {
  /** Runs `work` once `count` slots are free, and holds them until it ends. `count` is at most all of them. */
  withSome<T>(count: number, work: () => Promise<T>): Promise<T>;
}

/** Makes `total` free slots. */
export function createSlots(total: number): Slots {
  const waiting: { readonly count: number; readonly start: () => void }[] = [];
  let free = total;
  const serve = (): void => {
    for (let next = waiting[0]; next && next.count <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.count;
      next.start();
    }
  };
  return {
    withSome: async (count, work) => {
      await new Promise<void>((start) => {
        waiting.push({ count, start });
        serve();
      });
      try {
        return await work();
      } finally {
        free += count;
        serve();
      }
    },
  };
}
