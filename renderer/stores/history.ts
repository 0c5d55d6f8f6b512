import { create } from 'zustand';

/** A step that can be taken back and taken again; both ask the library, and resolve to whether it did so. */
export interface Step {
  /** What was done, as in "Undo: delete annotation". */
  readonly label: string;
  /** The letter it was done to, which need not be the open one any more; absent when it was done to the list. */
  readonly letterId?: number;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
}

/** A step that was taken back or again, and whether it went well; a step that did not stays where it was. */
export interface Outcome {
  readonly step: Step;
  readonly went: boolean;
}

interface HistoryState {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  push(step: Step): void;
  /** Takes back the last step, or a given one; undefined when there is none, or it has been taken back already. */
  undo(step?: Step): Promise<Outcome | undefined>;
  redo(): Promise<Outcome | undefined>;
  /** Forgets all steps: what they were done to is no longer the same. */
  clear(): void;
}

const limit = 200;

export const useHistory = create<HistoryState>((set, get) => {
  // Steps go one after the other, however fast the key is pressed: each builds on the one before.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    done: [],
    undone: [],
    push: (step) => set(({ done }) => ({ done: [...done.slice(1 - limit), step], undone: [] })),
    undo: (given) =>
      inTurn(async () => {
        const step = given ?? get().done.at(-1);
        if (!step || !get().done.includes(step)) return undefined;
        const went = await step.undo();
        if (went)
          set(({ done, undone }) => ({ done: done.filter((each) => each !== step), undone: [...undone, step] }));
        return { step, went };
      }),
    redo: () =>
      inTurn(async () => {
        const step = get().undone.at(-1);
        if (!step) return undefined;
        const went = await step.redo();
        if (went)
          set(({ done, undone }) => ({ undone: undone.filter((each) => each !== step), done: [...done, step] }));
        return { step, went };
      }),
    clear: () => set({ done: [], undone: [] }),
  };
});
