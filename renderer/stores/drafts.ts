/**
 * What has been typed and is not acknowledged by the library yet. A draft lives here from the first key stroke
 * until its commit, so that switching cases, closing or a failed save never loses it.
 */
import { create } from 'zustand';
import type { Verdict } from '../../shared/model/second-opinion.ts';

export type Draft =
  | { readonly kind: 'annotation'; readonly id: string; readonly note: string; readonly tags: readonly string[] }
  | {
      readonly kind: 'second-opinion';
      readonly letterId: number;
      readonly ordinal: number;
      readonly itemTitle: string;
      readonly verdict: Verdict | undefined;
      readonly reason: string;
    };

export interface PendingDraft {
  readonly draft: Draft;
  /** Counts edits, so that an acknowledgement of an older text does not discard a newer one. */
  readonly version: number;
  /** Why the last attempt to save failed. */
  readonly failure?: string | undefined;
}

interface DraftsState {
  readonly pending: Readonly<Record<string, PendingDraft>>;
  put(draft: Draft): void;
  acknowledge(key: string, version: number): void;
  fail(key: string, failure: string): void;
  drop(key: string): void;
}

/** The key of a draft: one for each annotation, one for each item's second opinion. */
export function draftKey(draft: Draft): string {
  return draft.kind === 'annotation' ? `annotation:${draft.id}` : `second-opinion:${draft.letterId}:${draft.ordinal}`;
}

export const useDrafts = create<DraftsState>((set) => {
  const without = (pending: DraftsState['pending'], key: string) =>
    Object.fromEntries(Object.entries(pending).filter(([other]) => other !== key));
  return {
    pending: {},
    put: (draft) =>
      set(({ pending }) => {
        const key = draftKey(draft);
        return { pending: { ...pending, [key]: { draft, version: (pending[key]?.version ?? 0) + 1 } } };
      }),
    acknowledge: (key, version) =>
      set(({ pending }) => (pending[key]?.version === version ? { pending: without(pending, key) } : {})),
    fail: (key, failure) =>
      set(({ pending }) => (pending[key] ? { pending: { ...pending, [key]: { ...pending[key], failure } } } : {})),
    drop: (key) => set(({ pending }) => ({ pending: without(pending, key) })),
  };
});

/** The draft under a key, if it is of the kind asked for. */
export function selectDraft<K extends Draft['kind']>(kind: K, key: string) {
  return (state: DraftsState): Extract<Draft, { kind: K }> | undefined => {
    const draft = state.pending[key]?.draft;
    return draft?.kind === kind ? (draft as Extract<Draft, { kind: K }>) : undefined;
  };
}

/** saved: nothing pending; saving: on its way; failed: with the reason to show. */
export type SaveState = { readonly kind: 'saved' | 'saving' } | { readonly kind: 'failed'; readonly reason: string };

export function saveStateOf(pending: DraftsState['pending']): SaveState {
  const all = Object.values(pending);
  const failed = all.find(({ failure }) => failure !== undefined);
  if (failed?.failure !== undefined) return { kind: 'failed', reason: failed.failure };
  return { kind: all.length === 0 ? 'saved' : 'saving' };
}
