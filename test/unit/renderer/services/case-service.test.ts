import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseView, LetterRow } from '../../../../shared/model/letter.ts';

const openedLater = new Map<number, (view: CaseView | undefined) => void>();
const openCaseRequest = ({ letterId }: { letterId: number }) =>
  new Promise<CaseView | undefined>((resolve) => openedLater.set(letterId, resolve));
vi.mock('../../../../renderer/services/api.ts', () => ({
  api: { openCase: openCaseRequest },
  valueOrToast: (answer: unknown) => answer,
}));
vi.mock('../../../../renderer/services/settings-service.ts', () => ({ saveSettings: vi.fn() }));
vi.mock('../../../../renderer/services/end-editing.ts', () => ({ endEditing: vi.fn() }));

const { openCase, openNeighbour } = await import('../../../../renderer/services/case-service.ts');
const { useCase } = await import('../../../../renderer/stores/case.ts');
const { useLibrary } = await import('../../../../renderer/stores/library.ts');

const view = (id: number) => ({ letter: { id }, parse: { layout: 'issues' }, annotations: [] }) as unknown as CaseView;
const answer = async (id: number) => {
  openedLater.get(id)?.(view(id));
  await Promise.resolve();
  await Promise.resolve();
};
const open = () => useCase.getState().view?.letter.id;

beforeEach(() => {
  openedLater.clear();
  useCase.getState().open(view(1));
  useLibrary.getState().setPage({ from: 0, rows: [1, 2, 3].map((id) => ({ id }) as LetterRow), total: 3, list: 1 });
});

describe('opening letters quickly', () => {
  it('stays at the open letter when it was asked for again before another arrived', async () => {
    void openCase(2);
    void openCase(1);
    await answer(2);
    expect(open()).toBe(1);
  });

  it('opens the one asked for last, whichever arrives first', async () => {
    void openCase(2);
    void openCase(3);
    await answer(3);
    await answer(2);
    expect(open()).toBe(3);
  });

  it('counts neighbours from the letter that is on its way', async () => {
    void openNeighbour(1);
    void openNeighbour(1);
    await answer(2);
    await answer(3);
    expect(open()).toBe(3);
  });

  it('counts from the open letter when the other could not be opened', async () => {
    void openCase(3);
    openedLater.get(3)?.(undefined);
    await Promise.resolve();
    await Promise.resolve();
    void openNeighbour(1);
    await answer(2);
    expect(open()).toBe(2);
  });
});
