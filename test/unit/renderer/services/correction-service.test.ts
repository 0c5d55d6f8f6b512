import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../../shared/model/correction.ts';
import type { CaseView } from '../../../../shared/model/letter.ts';
import { fail, ok } from '../../../../shared/result.ts';

const api = { addCorrection: vi.fn(), removeCorrection: vi.fn(), restoreCorrection: vi.fn() };
const flushDrafts = vi.fn();
vi.mock('../../../../renderer/services/api.ts', () => ({ api }));
vi.mock('../../../../renderer/services/draft-saver.ts', () => ({ flushDrafts }));

const { correctCase, correctOrTell, undoCorrection } = await import(
  '../../../../renderer/services/correction-service.ts'
);
const { useCase } = await import('../../../../renderer/stores/case.ts');
const { useHistory } = await import('../../../../renderer/stores/history.ts');
const { useToasts } = await import('../../../../renderer/stores/toasts.ts');

const change: Change = { kind: 'set-fact', set: { fact: 'patient.age', value: 41 } };
const view = (...corrections: string[]) =>
  ({
    letter: { id: 7 },
    parse: { layout: 'issues' },
    annotations: [],
    corrections: corrections.map((id) => ({ id, letterId: 7, change })),
  }) as unknown as CaseView;
const shown = () => useCase.getState().view?.corrections.map(({ id }) => id);

beforeEach(() => {
  for (const request of Object.values(api)) request.mockReset();
  flushDrafts.mockReset().mockResolvedValue(true);
  api.addCorrection.mockImplementation(async ({ id }: { id: string }) => ok(view(id)));
  api.removeCorrection.mockResolvedValue(ok(view()));
  api.restoreCorrection.mockImplementation(async ({ id }: { id: string }) => ok(view(id)));
  useCase.getState().open(view());
  useHistory.getState().clear();
  useToasts.setState({ toasts: [] });
});

describe('correcting the open case', () => {
  it('shows the case as it has become, and can be undone and redone', async () => {
    expect(await correctCase(change)).toBeUndefined();
    const [id] = shown() ?? [];
    expect(api.addCorrection).toHaveBeenCalledWith({ id, letterId: 7, change });
    await useHistory.getState().undo();
    expect(api.removeCorrection).toHaveBeenCalledWith({ id });
    expect(shown()).toEqual([]);
    await useHistory.getState().redo();
    expect(api.restoreCorrection).toHaveBeenCalledWith({ id });
    expect(shown()).toEqual([id]);
  });

  it('sends what is typed first, while items have the ordinals it was typed for', async () => {
    const order: string[] = [];
    flushDrafts.mockImplementation(async () => order.push('drafts') > 0);
    api.addCorrection.mockImplementation(async ({ id }: { id: string }) => {
      order.push('correction');
      return ok(view(id));
    });
    await correctCase(change);
    expect(order).toEqual(['drafts', 'correction']);
  });

  it('corrects nothing while something typed cannot be saved', async () => {
    flushDrafts.mockResolvedValue(false);
    expect(await correctCase(change)).toMatch(/could not be saved/);
    expect(api.addCorrection).not.toHaveBeenCalled();
    expect(useHistory.getState().done).toEqual([]);
  });

  it('gives the reason of a refusal, and makes no step of it', async () => {
    api.addCorrection.mockResolvedValue(fail('invalid-input', 'There is no item before it.'));
    expect(await correctCase(change)).toBe('There is no item before it.');
    expect(await correctOrTell(change)).toBe(false);
    expect(useToasts.getState().toasts).toMatchObject([{ kind: 'error', message: 'There is no item before it.' }]);
    expect(useHistory.getState().done).toEqual([]);
  });

  it('takes a correction back as a step of its own', async () => {
    useCase.getState().open(view('early', 'late'));
    await undoCorrection('early');
    expect(api.removeCorrection).toHaveBeenCalledWith({ id: 'early' });
    await useHistory.getState().undo();
    expect(api.restoreCorrection).toHaveBeenCalledWith({ id: 'early' });
  });

  it('keeps a step that could not be undone', async () => {
    await correctCase(change);
    api.removeCorrection.mockResolvedValue(fail('disk-full', 'The disk is full.'));
    expect(await useHistory.getState().undo()).toMatchObject({ went: false });
    expect(useHistory.getState().done).toHaveLength(1);
    expect(useToasts.getState().toasts).toMatchObject([{ message: 'The disk is full.' }]);
  });
});
