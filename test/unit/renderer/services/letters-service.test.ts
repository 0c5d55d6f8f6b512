import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseStatus, LetterRow } from '../../../../shared/model/letter.ts';
import { ok } from '../../../../shared/result.ts';

let statuses: Map<number, CaseStatus>;
let tagged: Set<number>;
type Selected = { selection: { letterIds: number[] } };
const api = {
  listLetters: async () => ok({ from: 0, rows: [], total: 3, list: 2 }),
  setStatusOf: vi.fn(async ({ selection, status }: Selected & { status: CaseStatus }) => {
    const changed = selection.letterIds.filter((id) => statuses.get(id) !== status);
    const former = [...Map.groupBy(changed, (id) => statuses.get(id) as CaseStatus)].map(([before, letterIds]) => ({
      status: before,
      letterIds,
    }));
    for (const id of changed) statuses.set(id, status);
    return ok({ former });
  }),
  addTag: vi.fn(async ({ selection }: Selected) => {
    const letterIds = selection.letterIds.filter((id) => !tagged.has(id));
    for (const id of letterIds) tagged.add(id);
    return ok({ letterIds });
  }),
  removeTag: vi.fn(async ({ selection }: Selected) => {
    const letterIds = selection.letterIds.filter((id) => tagged.delete(id));
    return ok({ letterIds });
  }),
};
vi.mock('../../../../renderer/services/api.ts', () => ({
  api,
  valueOrToast: async (answer: Promise<{ value: unknown }>) => (await answer).value,
}));
vi.mock('../../../../renderer/services/case-service.ts', () => ({ reloadCase: vi.fn() }));

const { setStatusOfChosen, tagChosen, untagChosen } = await import('../../../../renderer/services/letters-service.ts');
const { useHistory } = await import('../../../../renderer/stores/history.ts');
const { useLibrary } = await import('../../../../renderer/stores/library.ts');
const { useSelection } = await import('../../../../renderer/stores/selection.ts');
const { useToasts } = await import('../../../../renderer/stores/toasts.ts');

const toast = () => useToasts.getState().toasts.at(-1);

beforeEach(() => {
  statuses = new Map([
    [1, 'new'],
    [2, 'in-progress'],
    [3, 'done'],
  ]);
  tagged = new Set([2]);
  useHistory.getState().clear();
  useLibrary.getState().setPage({ from: 0, rows: [1, 2, 3].map((id) => ({ id }) as LetterRow), total: 3, list: 1 });
  useSelection.getState().start({ kind: 'some', ids: new Set([1, 2, 3]) });
});

describe('what is done to many letters', () => {
  it('gives each letter its own former status back, and sets it again', async () => {
    const before = new Map(statuses);
    await setStatusOfChosen('done');
    expect(toast()?.message).toBe('2 letters marked “Done”.');
    await useHistory.getState().undo();
    expect(statuses).toEqual(before);
    await useHistory.getState().redo();
    expect([...statuses.values()]).toEqual(['done', 'done', 'done']);
    expect(api.setStatusOf).toHaveBeenLastCalledWith({ selection: { letterIds: [1, 2] }, status: 'done' });
  });

  it('takes a tag back from those that got it, and from no other', async () => {
    await tagChosen('x');
    expect([...tagged].sort()).toEqual([1, 2, 3]);
    toast()?.action?.run();
    await vi.waitFor(() => expect([...tagged]).toEqual([2]));
    // Not twice.
    expect(await useHistory.getState().undo()).toBeUndefined();
  });

  it('gives a tag back to those that had it', async () => {
    await untagChosen('x');
    expect([...tagged]).toEqual([]);
    await useHistory.getState().undo();
    expect([...tagged]).toEqual([2]);
  });

  it('is no step where it changed nothing', async () => {
    useSelection.getState().start({ kind: 'some', ids: new Set([2]) });
    await tagChosen('x');
    expect(toast()?.message).toBe('All of them have the tag “x” already.');
    expect(useHistory.getState().done).toEqual([]);
  });
});
