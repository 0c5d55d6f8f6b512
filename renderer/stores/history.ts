import { create } from 'zustand';

/** A step that can be taken back and taken again; both ask the library and resolve when it has answered. */
export interface Step {
  /** What was done, as in "Undo: delete annotation". */
  readonly label: string;
  undo(): Promise<unknown>;
  redo(): Promise<unknown>;
}

interface HistoryState {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  push(step: Step): void;
  /** Takes back the last step; gives it, or undefined when there is none. */
  undo(): Promise<Step | undefined>;
  redo(): Promise<Step | undefined>;
}

const limit = 200;

export const useHistory = create<HistoryState>((set, get) => ({
  done: [],
  undone: [],
  push: (step) => set(({ done }) => ({ done: [...done.slice(1 - limit), step], undone: [] })),
  undo: async () => {
    const step = get().done.at(-1);
    if (!step) return undefined;
    set(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, step] }));
    await step.undo();
    return step;
  },
  redo: async () => {
    const step = get().undone.at(-1);
    if (!step) return undefined;
    set(({ done, undone }) => ({ undone: undone.slice(0, -1), done: [...done, step] }));
    await step.redo();
    return step;
  },
}));
