import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseView } from '../../../../shared/model/letter.ts';
import type { ReparseProgress } from '../../../../shared/model/reparse-report.ts';
import { ok } from '../../../../shared/result.ts';

let tell: (progress: ReparseProgress) => void = () => {};
const view = (id: number, layout: string) =>
  ({ letter: { id }, parse: { layout }, annotations: [] }) as unknown as CaseView;
const api = {
  startReparse: vi.fn(async () => ok(undefined)),
  countOutdated: vi.fn(async () => ok({ letters: 0 })),
  openCase: vi.fn(async () => ok(view(3, 'decisions'))),
  listLetters: vi.fn(async () => ok({ from: 0, rows: [], total: 0, list: 1 })),
  letterIds: vi.fn(async () => ok({ letterIds: [1, 2, 3] })),
  onReparseProgress: (listener: typeof tell) => {
    tell = listener;
    return () => {};
  },
};
const flushDrafts = vi.fn();
vi.mock('../../../../renderer/services/api.ts', () => ({
  api,
  valueOrToast: async (answer: Promise<{ value: unknown }>) => (await answer).value,
}));
vi.mock('../../../../renderer/services/draft-saver.ts', () => ({ flushDrafts }));

const { followReparse, startReparse } = await import('../../../../renderer/services/reparse-service.ts');
const { useCase } = await import('../../../../renderer/stores/case.ts');
const { useHistory } = await import('../../../../renderer/stores/history.ts');
const { useReparse } = await import('../../../../renderer/stores/reparse.ts');

beforeEach(() => {
  vi.clearAllMocks();
  flushDrafts.mockResolvedValue(true);
  useCase.getState().open(view(3, 'issues'));
});

describe('reading letters again', () => {
  it('leaves it to the library which letters are outdated', async () => {
    await startReparse('outdated');
    expect(api.startReparse).toHaveBeenCalledWith({});
  });

  it('names the open letter', async () => {
    await startReparse('open');
    expect(api.startReparse).toHaveBeenCalledWith({ letterIds: [3] });
  });

  it('names all letters', async () => {
    await startReparse('all');
    expect(api.letterIds).toHaveBeenCalledWith({ selection: { query: '', trash: false, except: [] } });
    expect(api.startReparse).toHaveBeenCalledWith({ letterIds: [1, 2, 3] });
  });

  it('does not begin while something typed cannot be saved', async () => {
    flushDrafts.mockResolvedValue(false);
    await startReparse('outdated');
    expect(api.startReparse).not.toHaveBeenCalled();
  });

  it('shows the report at its end, the open case as it has become, and no step from before', async () => {
    const stop = followReparse();
    const progress = { total: 1, done: 1, changed: 1, failed: 0, rows: [] };
    const step = { label: '', letterId: 3, undo: async () => true, redo: async () => true };
    useHistory.getState().push(step);
    tell({ ...progress, state: 'running' });
    expect(useReparse.getState().dialog).toBeUndefined();
    expect(useHistory.getState().done).toEqual([step]);
    tell({ ...progress, state: 'finished' });
    expect(useReparse.getState().dialog).toBe('report');
    expect(useHistory.getState().done).toEqual([]);
    await vi.waitFor(() => expect(useCase.getState().view?.parse.layout).toBe('decisions'));
    stop();
  });
});
