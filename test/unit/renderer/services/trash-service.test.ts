import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseView, LetterRow } from '../../../../shared/model/letter.ts';
import { ok } from '../../../../shared/result.ts';

const row = (id: number) => ({ id }) as LetterRow;
const view = (id: number) => ({ letter: { id }, parse: { layout: 'issues' }, annotations: [] }) as unknown as CaseView;
const trashed = new Set<number>();
const left = () => [1, 2, 3, 4].filter((id) => !trashed.has(id)).map(row);
type Selected = { selection: { letterIds: number[] } | { except: number[] } };
const idsOf = ({ selection }: Selected) =>
  'letterIds' in selection
    ? selection.letterIds
    : left().flatMap(({ id }) => (selection.except.includes(id) ? [] : [id]));
let lists = 0;
const api = {
  listLetters: vi.fn(async () => ok({ from: 0, rows: left(), total: left().length, list: ++lists })),
  openCase: async ({ letterId }: { letterId: number }) => ok(view(letterId)),
  trashLetters: vi.fn(async (selected: Selected) => {
    const letterIds = idsOf(selected);
    for (const id of letterIds) trashed.add(id);
    return ok({ letterIds });
  }),
  restoreLetters: vi.fn(async (selected: Selected) => {
    const letterIds = idsOf(selected);
    for (const id of letterIds) trashed.delete(id);
    return ok({ letterIds });
  }),
  letterIds: async () => ok({ letterIds: Array.from({ length: 50 }, (_, index) => 100 + index) }),
  deleteForever: vi.fn(async ({ selection }: { selection: { letterIds: number[] } }) => ok(selection)),
};
const flushDrafts = vi.fn();
vi.mock('../../../../renderer/services/api.ts', () => ({
  api,
  valueOrToast: async (answer: Promise<{ value: unknown }>) => (await answer).value,
}));
vi.mock('../../../../renderer/services/draft-saver.ts', () => ({ flushDrafts }));
vi.mock('../../../../renderer/services/settings-service.ts', () => ({ saveSettings: vi.fn() }));
vi.mock('../../../../renderer/services/end-editing.ts', () => ({ endEditing: vi.fn() }));

const { deleteChosenForever, trashChosen } = await import('../../../../renderer/services/trash-service.ts');
const { useCase } = await import('../../../../renderer/stores/case.ts');
const { useDeleting } = await import('../../../../renderer/stores/deleting.ts');
const { useHistory } = await import('../../../../renderer/stores/history.ts');
const { useLibrary } = await import('../../../../renderer/stores/library.ts');
const { useSelection } = await import('../../../../renderer/stores/selection.ts');

const { useToasts } = await import('../../../../renderer/stores/toasts.ts');

const open = () => useCase.getState().view?.letter.id;

beforeEach(() => {
  vi.clearAllMocks();
  trashed.clear();
  flushDrafts.mockResolvedValue(true);
  useHistory.getState().clear();
  useSelection.getState().stop();
  useLibrary.getState().setTrash(false);
  useLibrary.getState().setPage({ from: 0, rows: left(), total: 4, list: ++lists });
  useCase.getState().open(view(2));
});

describe('moving letters to the trash', () => {
  it('takes the open letter when none is chosen, and opens the next one that is left', async () => {
    await trashChosen();
    expect([...trashed]).toEqual([2]);
    expect(open()).toBe(3);
    expect([...useLibrary.getState().rows.values()].map(({ id }) => id)).toEqual([1, 3, 4]);
  });

  it('takes all that the list finds but for those taken out, and brings back just these', async () => {
    useSelection.getState().start({ kind: 'all', except: new Set([1]) });
    await trashChosen();
    expect([...trashed]).toEqual([2, 3, 4]);
    expect(open()).toBe(1);
    expect(useSelection.getState().choosing).toBe(false);
    await useHistory.getState().undo();
    expect(api.restoreLetters).toHaveBeenCalledWith({ selection: { letterIds: [2, 3, 4] } });
    await useHistory.getState().redo();
    expect([...trashed]).toEqual([2, 3, 4]);
  });

  it('clears the desk when no letter is left', async () => {
    useSelection.getState().start({ kind: 'all', except: new Set() });
    await trashChosen();
    expect(open()).toBeUndefined();
  });

  it('takes nothing while something typed cannot be saved', async () => {
    flushDrafts.mockResolvedValue(false);
    await trashChosen();
    expect(api.trashLetters).not.toHaveBeenCalled();
    expect(open()).toBe(2);
  });
});

describe('deleting letters for good', () => {
  const said = () => useToasts.getState().toasts.map(({ message }) => message);
  beforeEach(() => {
    useLibrary.getState().setTrash(true);
    useLibrary.getState().setPage({ from: 0, rows: left(), total: 50, list: ++lists });
    useSelection.getState().start({ kind: 'all', except: new Set() });
  });

  it('goes some at a time and tells how far it is', async () => {
    const done: unknown[] = [];
    const stop = useDeleting.subscribe(({ progress }) => done.push(progress?.done));
    await deleteChosenForever();
    stop();
    expect(api.deleteForever.mock.calls.map(([{ selection }]) => selection.letterIds.length)).toEqual([20, 20, 10]);
    expect(done).toEqual([0, 20, 40, undefined]);
    expect(said().at(-1)).toBe('50 letters deleted for good.');
  });

  it('ends between two of them when it is cancelled, and another can begin after it', async () => {
    api.deleteForever.mockImplementationOnce(async ({ selection }) => {
      useDeleting.getState().cancel();
      return ok(selection);
    });
    await deleteChosenForever();
    expect(said().at(-1)).toBe('20 letters deleted for good, 30 not.');
    useSelection.getState().start({ kind: 'all', except: new Set() });
    await deleteChosenForever();
    expect(api.deleteForever).toHaveBeenCalledTimes(4);
  });
});
