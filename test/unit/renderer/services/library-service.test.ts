import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetterRow } from '../../../../shared/model/letter.ts';
import { fail, ok } from '../../../../shared/result.ts';

const rows = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: first + index }) as LetterRow);
interface Page {
  rows: LetterRow[];
  total: number;
  from?: number;
  list?: number;
}
interface Asked {
  readonly query: string;
  readonly from: number;
  readonly limit: number;
  readonly list?: number;
  readonly beside?: { readonly letterId: number; readonly place: number };
  readonly answer: (page: Page) => void;
  readonly refuse: (code: 'library-damaged' | 'internal') => void;
}
let asked: Asked[];
let lists = 0;
const letterRange = vi.fn();
const beginRecovery = vi.fn(async () => ok(undefined));
const api = {
  letterRange,
  beginRecovery,
  listLetters: (query: Omit<Asked, 'answer' | 'refuse'>) =>
    new Promise((resolve) => {
      // Of the list that was asked for, otherwise of a new one.
      const answer = (page: Page) => resolve(ok({ from: query.from, list: query.list ?? ++lists, ...page }));
      const refuse = (code: 'library-damaged' | 'internal') => resolve(fail(code, 'No list.'));
      asked.push({ ...query, answer, refuse });
    }),
};
vi.mock('../../../../renderer/services/api.ts', () => ({
  api,
  valueOrToast: async (answer: Promise<{ value: unknown }>) => (await answer).value,
}));

const { lettersBetween, lookAt, neighbourOf, refreshList, reloadList, rowAt } = await import(
  '../../../../renderer/services/library-service.ts'
);
const { useLibrary } = await import('../../../../renderer/stores/library.ts');
const { useRecovery } = await import('../../../../renderer/stores/recovery.ts');
const { useToasts } = await import('../../../../renderer/stores/toasts.ts');

const state = useLibrary.getState;
/** The loaded letters in the order of the list. */
const listed = () => [...state().rows].sort(([a], [b]) => a - b).map(([, { id }]) => id);

function type(query: string): void {
  state().setQuery(query);
  void refreshList();
}

/** The nth request, once it has been made. */
async function request(nth: number): Promise<Asked> {
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(nth));
  return asked[nth] as Asked;
}

/** Lets everything that can go on do so. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  asked = [];
  // An empty list, of which nothing is missing.
  state().setTrash(false);
  lookAt(0, 0);
});

/** A list of 1,000 letters, whose ids are their places, with its first page loaded. */
async function longList(): Promise<void> {
  type('long');
  (await request(0)).answer({ rows: rows(0, 60), total: 1000 });
  await vi.waitFor(() => expect(listed()).toHaveLength(60));
  asked = [];
}
const answerAll = async () => {
  for (let nth = 0; nth < asked.length; nth++) {
    const { from, limit, answer } = asked[nth] as Asked;
    answer({ rows: rows(from, Math.min(limit, 1000 - from)), total: 1000 });
    await settle();
  }
};

describe('searching as one types', () => {
  it('asks for nothing that has been typed over, and drops what comes late', async () => {
    type('a');
    const first = await request(0);
    type('ab');
    type('abc');
    first.answer({ rows: rows(1, 2), total: 2 });
    const second = await request(1);
    expect(second.query).toBe('abc');
    expect(listed()).not.toEqual([1, 2]);
    second.answer({ rows: rows(7, 1), total: 1 });
    await vi.waitFor(() => expect(listed()).toEqual([7]));
    expect(asked).toHaveLength(2);
  });

  it('begins another list at its top, and keeps the place in the same one', async () => {
    const before = state().listings;
    type('knee');
    (await request(0)).answer({ rows: rows(1, 1), total: 1 });
    await vi.waitFor(() => expect(state().listings).toBe(before + 1));
    void reloadList();
    (await request(1)).answer({ rows: rows(1, 2), total: 2 });
    await vi.waitFor(() => expect(listed()).toEqual([1, 2]));
    expect(state().listings).toBe(before + 1);
    // Letters that land meanwhile are asked for as well; the list is another one all the same.
    type('hip');
    void reloadList();
    (await request(2)).answer({ rows: rows(5, 1), total: 1 });
    await vi.waitFor(() => expect(state().listings).toBe(before + 2));
  });

  it('goes on with the new list while a page of the old one is on its way', async () => {
    type('old');
    (await request(0)).answer({ rows: rows(1, 60), total: 100 });
    await vi.waitFor(() => expect(listed()).toHaveLength(60));
    lookAt(55, 65);
    const late = await request(1);
    expect(late.from).toBe(60);
    type('new');
    (await request(2)).answer({ rows: rows(200, 60), total: 90 });
    await vi.waitFor(() => expect(listed()[0]).toBe(200));
    lookAt(55, 65);
    late.answer({ rows: rows(61, 40), total: 100 });
    const next = await request(3);
    expect(next).toMatchObject({ query: 'new', from: 60, list: state().list });
    next.answer({ rows: rows(260, 30), total: 90 });
    await vi.waitFor(() => expect(listed()).toHaveLength(90));
    expect(listed().at(-1)).toBe(289);
  });
});

describe('a long list', () => {
  it('loads what is in sight, then what is around it, and nothing else', async () => {
    await longList();
    lookAt(500, 509);
    expect((await request(0)).from).toBe(480);
    await answerAll();
    expect(asked.map(({ from }) => from)).toEqual([480]);
    expect(state().rows.get(505)?.id).toBe(505);
    expect(state().rows.has(300)).toBe(false);
    lookAt(545, 554);
    await answerAll();
    expect(asked.map(({ from }) => from)).toEqual([480, 540]);
  });

  it('flies past places that are out of sight again', async () => {
    await longList();
    for (let place = 100; place < 900; place += 10) lookAt(place, place + 5);
    await answerAll();
    expect(asked.map(({ from }) => from)).toEqual([60, 840, 900]);
  });

  it('keeps only the rows around what was looked at last', async () => {
    await longList();
    for (let place = 0; place < 1000; place += 40) {
      lookAt(place, place + 9);
      await answerAll();
    }
    expect(state().rows.has(0)).toBe(false);
    expect(state().rows.size).toBeLessThan(800);
    for (const [place, { id }] of state().rows) expect(id).toBe(place);
  });

  it('loads the last page in full, and asks for nothing beyond it', async () => {
    await longList();
    lookAt(990, 999);
    await answerAll();
    expect(asked.map(({ from }) => from)).toEqual([960]);
    expect(await rowAt(999)).toMatchObject({ id: 999 });
    expect(await rowAt(1000)).toBeUndefined();
    expect(await rowAt(-1)).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('stays at the letters in sight when others come before them', async () => {
    await longList();
    lookAt(500, 509);
    await answerAll();
    void reloadList();
    const again = await request(1);
    expect(again).toMatchObject({ from: 480, beside: { letterId: 500, place: 500 } });
    expect(again.list).toBeUndefined();
    again.answer({ from: 487, rows: rows(480, again.limit), total: 1007 });
    await vi.waitFor(() => expect(state().total).toBe(1007));
    expect(state().moved).toEqual({ by: 7 });
    expect(state().rows.get(507)?.id).toBe(500);
    expect(state().rows.has(0)).toBe(false);
  });

  it('is loaded anew, in sight first, when the library no longer keeps it', async () => {
    await longList();
    lookAt(500, 509);
    await answerAll();
    const { rows: before } = state();
    lookAt(530, 539);
    (await request(1)).answer({ rows: rows(5540, 60), total: 990, list: ++lists });
    const again = await request(2);
    expect(again).toMatchObject({ from: 480, beside: { letterId: 530, place: 530 } });
    // What is in sight stays there until then.
    expect(state().rows).toBe(before);
    again.answer({ from: 470, rows: rows(480, 60), total: 990 });
    await vi.waitFor(() => expect(state().rows.get(520)?.id).toBe(530));
    expect(state().moved).toEqual({ by: -10 });
    for (const nth of [3, 4]) {
      const { from, limit, answer } = await request(nth);
      answer({ rows: rows(from + 10, limit), total: 990 });
    }
    await settle();
    for (const [place, { id }] of state().rows) expect(id).toBe(place + 10);
  });

  it('has a row that was asked for while it was loaded anew', async () => {
    await longList();
    void reloadList();
    const row = rowAt(999);
    await request(0);
    await answerAll();
    expect(await row).toMatchObject({ id: 999 });
  });

  it('comes to an end where the library has no rows for what it counts', async () => {
    await longList();
    lookAt(500, 509);
    (await request(0)).answer({ rows: [], total: 1000 });
    await settle();
    expect(asked).toHaveLength(1);
  });

  it('shares a page that two ask for', async () => {
    await longList();
    const row = rowAt(999);
    lookAt(990, 999);
    await answerAll();
    expect(await row).toMatchObject({ id: 999 });
    expect(asked).toHaveLength(1);
  });
});

describe('letters that are not loaded', () => {
  it('have neighbours', async () => {
    await longList();
    const next = neighbourOf(700, 1);
    const around = await request(0);
    expect(around).toMatchObject({ from: -1, limit: 3, beside: { letterId: 700, place: 0 }, list: state().list });
    around.answer({ from: 699, rows: rows(699, 3), total: 1000 });
    expect(await next).toMatchObject({ id: 701 });
  });

  it('that are not in the list leave the first one', async () => {
    await longList();
    const next = neighbourOf(7000, 1);
    (await request(0)).answer({ from: 0, rows: rows(0, 2), total: 1000 });
    expect(await next).toMatchObject({ id: 0 });
  });

  it('are in a range', async () => {
    await longList();
    expect(await lettersBetween(3, 5)).toEqual([3, 4, 5]);
    expect(letterRange).not.toHaveBeenCalled();
    letterRange.mockResolvedValueOnce(ok({ letterIds: [50, 700], list: state().list }));
    expect(await lettersBetween(50, 700)).toEqual([50, 700]);
    expect(letterRange).toHaveBeenCalledWith(expect.objectContaining({ from: 50, to: 701, list: state().list }));
  });

  it('are in no range of another list', async () => {
    await longList();
    letterRange.mockResolvedValueOnce(ok({ letterIds: [1, 2], list: -1 }));
    const range = lettersBetween(50, 700);
    (await request(0)).answer({ rows: rows(0, 60), total: 60 });
    expect(await range).toBeUndefined();
    expect(useToasts.getState().toasts.at(-1)?.message).toContain('Letters have come or gone');
  });
});

describe('a damaged library', () => {
  beforeEach(() => {
    beginRecovery.mockClear();
    useRecovery.getState().hide();
    vi.stubGlobal('history', { replaceState: () => {} });
    return () => vi.unstubAllGlobals();
  });

  /** The answer to the first list there is, and to one that is asked for meanwhile. */
  async function refused(code: 'library-damaged' | 'internal'): Promise<void> {
    void refreshList();
    (await request(0)).refuse(code);
    await settle();
  }

  it('that nothing can be listed of leads to the ways back, once', async () => {
    await refused('library-damaged');
    await vi.waitFor(() => expect(useRecovery.getState().isShown).toBe(true));
    void refreshList();
    (await request(1)).refuse('library-damaged');
    await settle();
    expect(beginRecovery).toHaveBeenCalledOnce();
  });

  it('stays on screen as far as it is there', async () => {
    await longList();
    void refreshList();
    (await request(0)).refuse('library-damaged');
    await settle();
    expect(beginRecovery).not.toHaveBeenCalled();
    expect(listed()).toHaveLength(60);
  });

  it('is not what every failure means', async () => {
    await refused('internal');
    expect(beginRecovery).not.toHaveBeenCalled();
  });
});
