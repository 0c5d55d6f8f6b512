import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetterRow } from '../../../../shared/model/letter.ts';
import { ok } from '../../../../shared/result.ts';

const rows = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: first + index }) as LetterRow);
interface Asked {
  readonly query: string;
  readonly after?: number;
  readonly answer: (page: { rows: LetterRow[]; total: number }) => void;
}
let asked: Asked[];
const api = {
  listLetters: ({ query, after }: { query: string; after?: number }) =>
    new Promise((resolve) => {
      asked.push({ query, ...(after !== undefined && { after }), answer: (page) => resolve(ok(page)) });
    }),
};
vi.mock('../../../../renderer/services/api.ts', () => ({
  api,
  valueOrToast: async (answer: Promise<{ value: unknown }>) => (await answer).value,
}));

const { loadMore, refreshList, reloadList } = await import('../../../../renderer/services/library-service.ts');
const { useLibrary } = await import('../../../../renderer/stores/library.ts');

const state = useLibrary.getState;
const listed = () => state().rows.map(({ id }) => id);

function type(query: string): void {
  state().setQuery(query);
  void refreshList();
}

/** The nth request, once it has been made. */
async function request(nth: number): Promise<Asked> {
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(nth));
  return asked[nth] as Asked;
}

beforeEach(() => {
  asked = [];
});

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
    void loadMore();
    void loadMore();
    const late = await request(1);
    expect(late.after).toBe(60);
    type('new');
    (await request(2)).answer({ rows: rows(200, 60), total: 90 });
    await vi.waitFor(() => expect(listed()[0]).toBe(200));
    void loadMore();
    const next = await request(3);
    expect(next).toMatchObject({ query: 'new', after: 259 });
    late.answer({ rows: rows(61, 40), total: 100 });
    next.answer({ rows: rows(260, 30), total: 90 });
    await vi.waitFor(() => expect(listed()).toHaveLength(90));
    expect(listed().at(-1)).toBe(289);
  });
});
