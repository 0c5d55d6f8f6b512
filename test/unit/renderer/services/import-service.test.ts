import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportProgress } from '../../../../shared/model/import-report.ts';
import type { LetterRow } from '../../../../shared/model/letter.ts';
import { fail, ok } from '../../../../shared/result.ts';

let tell: (progress: ImportProgress) => void = () => {};
const letterRow = (id: number) => ({ id }) as LetterRow;
/** What the library holds. */
let stored: LetterRow[] = [];
let lists = 0;
interface Asked {
  readonly from: number;
  readonly limit: number;
  readonly beside?: { readonly letterId: number; readonly place: number };
}
const api = {
  interruptedImport: vi.fn(async () => ok<unknown>(undefined)),
  resumeInterruptedImport: vi.fn(async () => ok({ importId: '1' })),
  dismissInterruptedImport: vi.fn(async () => ok(undefined)),
  listLetters: vi.fn(async ({ from, limit, beside }: Asked) => {
    const moved = beside ? stored.findIndex(({ id }) => id === beside.letterId) - beside.place : 0;
    const first = from + moved;
    return ok({ from: first, rows: stored.slice(first, first + limit), total: stored.length, list: ++lists });
  }),
  onImportProgress: (listener: typeof tell) => {
    tell = listener;
    return () => {};
  },
};
vi.mock('../../../../renderer/services/api.ts', () => ({
  api,
  valueOrToast: async (answer: Promise<{ value: unknown }>) => (await answer).value,
}));
const openCase = vi.fn();
vi.mock('../../../../renderer/services/case-service.ts', () => ({ openCase }));

const { dismissInterrupted, followImports, resumeInterrupted } = await import(
  '../../../../renderer/services/import-service.ts'
);
const { lookAt, reloadList } = await import('../../../../renderer/services/library-service.ts');
const { useImports } = await import('../../../../renderer/stores/imports.ts');
const { useLibrary } = await import('../../../../renderer/stores/library.ts');
const { useToasts } = await import('../../../../renderer/stores/toasts.ts');

const progress = (state: ImportProgress['state'], imported: number): ImportProgress => ({
  importId: '1',
  state,
  total: 100,
  done: imported,
  imported,
  already: 0,
  failed: 0,
  rows: [],
});

let writing = false;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  lookAt(0, 5);
  writing = false;
  vi.stubGlobal('document', {
    get activeElement() {
      return { matches: () => writing };
    },
  });
  stored = [letterRow(1), letterRow(2)];
  useLibrary.setState({ ...useLibrary.getInitialState(), rows: new Map(stored.entries()), total: 2 }, true);
  useImports.setState(useImports.getInitialState(), true);
  followImports();
});

afterEach(async () => {
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The loaded letters in the order of the list. */
const ids = () => [...useLibrary.getState().rows].sort(([a], [b]) => a - b).map(([, { id }]) => id);

describe('letters that land', () => {
  it('appear in the list, at most once a second', async () => {
    for (let count = 1; count <= 30; count++) {
      stored = [letterRow(2 + count), ...stored];
      tell(progress('running', count));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(api.listLetters.mock.calls.length).toBeLessThanOrEqual(3);
    expect(ids()).toContain(12);
    tell(progress('finished', 30));
    await vi.advanceTimersByTimeAsync(0);
    expect(ids()).toHaveLength(32);
  });

  it('do not move what is in sight further down; they are there at the top', async () => {
    stored = Array.from({ length: 400 }, (_, index) => letterRow(1000 + index));
    await reloadList();
    lookAt(200, 205);
    await vi.advanceTimersByTimeAsync(0);
    const { rows } = useLibrary.getState();
    expect(rows.get(200)?.id).toBe(1200);
    stored = [letterRow(3), letterRow(4), ...stored];
    tell(progress('running', 2));
    await vi.advanceTimersByTimeAsync(1000);
    const after = useLibrary.getState();
    expect(after.total).toBe(402);
    expect(after.moved).toEqual({ by: 2 });
    expect([202, 203, 204, 205, 206, 207].map((place) => after.rows.get(place)?.id)).toEqual([
      1200, 1201, 1202, 1203, 1204, 1205,
    ]);
    lookAt(0, 5);
    await vi.advanceTimersByTimeAsync(0);
    expect(ids().slice(0, 3)).toEqual([3, 4, 1000]);
    // At the top they push the others down.
    stored = [letterRow(5), ...stored];
    tell(progress('finished', 1));
    await vi.advanceTimersByTimeAsync(0);
    expect(ids().slice(0, 3)).toEqual([5, 3, 4]);
    expect(useLibrary.getState().moved).toBe(after.moved);
  });

  it('do not appear in the trash', async () => {
    useLibrary.getState().setTrash(true);
    tell(progress('running', 1));
    await vi.advanceTimersByTimeAsync(1000);
    expect(api.listLetters).not.toHaveBeenCalled();
  });
});

describe('the report', () => {
  it('opens by itself', () => {
    tell(progress('finished', 100));
    expect(useImports.getState().reportState).toBe('open');
  });

  it('waits while someone is writing', () => {
    writing = true;
    tell(progress('finished', 100));
    expect(useImports.getState().reportState).toBe('waiting');
  });
});

describe('an interrupted import', () => {
  const interrupted = { files: 9, withoutPath: 0 };

  beforeEach(async () => {
    api.interruptedImport.mockResolvedValueOnce(ok(interrupted));
    followImports();
    await vi.advanceTimersByTimeAsync(0);
  });

  it('is offered at the start, until it goes on', async () => {
    expect(useImports.getState().interrupted).toEqual(interrupted);
    await resumeInterrupted();
    expect(useImports.getState().interrupted).toBeUndefined();
  });

  it('is offered until it is dismissed, and still when that failed', async () => {
    api.dismissInterruptedImport.mockResolvedValueOnce(fail('cannot-write', 'It cannot be removed.') as never);
    await dismissInterrupted();
    expect(useImports.getState().interrupted).toEqual(interrupted);
    expect(useToasts.getState().toasts.at(-1)?.message).toBe('It cannot be removed.');
    await dismissInterrupted();
    expect(useImports.getState().interrupted).toBeUndefined();
  });
});
