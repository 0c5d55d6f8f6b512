import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snippetMarks } from '../../../../shared/model/snippet-marks.ts';
import { sampleAnnotation, sampleLetter } from '../sample-letter.ts';
import { testLibrary } from '../test-library.ts';

const texts = {
  lumbar: 'The lumbar spine shows radiculopathy at L4-L5. Épidural injections were denied.',
  neck: 'The cervical spine is stable. An orthopédic brace was requested.',
  knee: 'The left knee. Physical therapy was approved.',
};

function searchableLibrary() {
  const library = testLibrary();
  const names = Object.keys(texts) as (keyof typeof texts)[];
  const added = library.addLetters(
    names.map((name) => sampleLetter(texts[name], { fileName: `${name}.txt`, titles: [] })),
  );
  const id = Object.fromEntries(names.map((name, index) => [name, added[index]?.letterId ?? 0])) as Record<
    keyof typeof texts,
    number
  >;
  const find = (query: string) =>
    library.listLetters({ query, limit: 10 }).rows.map(({ fileName }) => fileName.slice(0, -4));
  return { ...library, id, find };
}

describe('search', () => {
  test('finds letters by all of their words', () => {
    const { find } = searchableLibrary();
    expect(find('spine').sort()).toEqual(['lumbar', 'neck']);
    expect(find('spine radicul')).toEqual(['lumbar']);
    expect(find('radicul spine')).toEqual([]);
    expect(find('SPINE -lumbar')).toEqual(['neck']);
    expect(find('"spine lumbar"')).toEqual([]);
    expect(find('"lumbar spine"')).toEqual(['lumbar']);
    expect(find('epidural')).toEqual(['lumbar']);
    expect(find('L4-L5')).toEqual(['lumbar']);
    expect(find('-spine')).toEqual(['knee']);
    expect(find('knee.txt')).toEqual(['knee']);
    expect(find('nowhere')).toEqual([]);
  });

  test('takes a last word of one or two letters whole, and says so where there is none', () => {
    const { find, listLetters } = searchableLibrary();
    expect(find('lumbar L4')).toEqual(['lumbar']);
    expect(find('lumbar sp')).toEqual([]);
    expect(find('lumbar spi')).toEqual(['lumbar']);
    expect(find('lumbar sp*')).toEqual(['lumbar']);
    expect(listLetters({ query: 'lumbar sp', limit: 5 }).hint).toMatch(/“sp” was searched for as a whole word/);
    expect(listLetters({ query: 'lumbar L4', limit: 5 }).hint).toBeUndefined();
  });

  test('finds words in notes, tags and second opinions, together with those of the letter', () => {
    const library = searchableLibrary();
    library.createAnnotation(
      sampleAnnotation(library.id.knee, texts.knee, 'left knee', { note: 'Compare the spine case.', tags: ['appeal'] }),
    );
    expect(library.find('spine')[0]).toBe('knee');
    expect(library.find('compare therapy')).toEqual(['knee']);
    expect(library.find('compare cervical')).toEqual([]);
    expect(library.find('appeal')).toEqual(['knee']);
    expect(library.find('therapy -compare')).toEqual([]);
    expect(library.find('-compare').sort()).toEqual(['lumbar', 'neck']);
  });

  test('shows where it found something', () => {
    const library = searchableLibrary();
    const snippet = (query: string) => library.listLetters({ query, limit: 1 }).rows[0]?.snippet;
    const { open, close } = snippetMarks;
    expect(snippet('radiculopathy')).toContain(`shows ${open}radiculopathy${close} at`);
    library.createAnnotation(sampleAnnotation(library.id.knee, texts.knee, 'knee', { note: 'An unusual remark.' }));
    expect(snippet('unusual')).toBe(`An ${open}unusual${close} remark.`);
    expect(snippet('')).toBeUndefined();
  });

  test('gives a ranking page by page, though something is written between the pages', () => {
    const library = testLibrary();
    library.addLetters(Array.from({ length: 25 }, (_, index) => sampleLetter(`${'spine '.repeat(index + 1)}${index}`)));
    const whole = library.listLetters({ query: 'spine', limit: 100 });
    expect(whole.total).toBe(25);
    const paged = [];
    for (;;) {
      const from: number = paged.length;
      const { rows, total } = library.listLetters({ query: 'spine', from, list: whole.list, limit: 10 });
      expect(total).toBe(25);
      if (rows.length === 0) break;
      paged.push(...rows.map(({ id }) => id));
      const { id } = library.createAnnotation(sampleAnnotation(rows[0]?.id ?? 0, 'spine', 'spine', { note: 'spine' }));
      library.deleteAnnotation(id);
    }
    expect(paged).toEqual(whole.rows.map(({ id }) => id));
  });

  test('answers any text', () => {
    const { listLetters } = searchableLibrary();
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom('"', '-', '*', ' ', '(', ')', ':', '^', '+', "'", '\0', '\\', 'a', 'é', 'NOT', '\ud800'),
        maxLength: 40,
      }),
    );
    fc.assert(
      fc.property(odd, (query) => {
        const { rows, total } = listLetters({ query, limit: 2 });
        expect(rows.length).toBe(Math.min(2, total));
      }),
    );
    expect(() => listLetters({ query: 'spine -'.repeat(140), limit: 5 })).not.toThrow();
  });

  test('finds a letter by any phrase that stands in it', () => {
    const { find } = searchableLibrary();
    const words = texts.lumbar.split(' ');
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.nat(words.length - 1), (a, b) => {
        const phrase = words.slice(Math.min(a, b), Math.max(a, b) + 1).join(' ');
        expect(find(`"${phrase}"`)).toContain('lumbar');
      }),
    );
  });

  test('the indexes agree with the tables after any changes', () => {
    const library = searchableLibrary();
    const ids: string[] = [];
    const note = fc.constantFrom('', 'spine', 'a\0b', 'é 漢字');
    const step = fc.record({
      kind: fc.constantFrom('create', 'update', 'delete', 'restore', 'opinion'),
      note,
      pick: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        for (const { kind, note, pick } of steps) {
          const id = ids[pick % (ids.length || 1)];
          try {
            if (kind === 'create' || !id) {
              ids.push(
                library.createAnnotation(sampleAnnotation(library.id.neck, texts.neck, 'spine', { note, tags: ['t'] }))
                  .id,
              );
            } else if (kind === 'update') library.updateAnnotation({ id, note });
            else if (kind === 'delete') library.deleteAnnotation(id);
            else if (kind === 'restore') library.restoreAnnotation(id);
          } catch (thrown) {
            expect(thrown).toMatchObject({ code: 'no-such-annotation' });
          }
        }
        for (const table of ['letter_fts', 'note_fts', 'reason_fts']) {
          library.db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`).run();
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('places of the list', () => {
  function libraryOf(count: number) {
    const library = testLibrary();
    const added = library.addLetters(
      Array.from({ length: count }, (_, index) =>
        sampleLetter(`spine ${index}`, { fileName: `${String(index).padStart(3, '0')}.txt` }),
      ),
    );
    return { ...library, ids: added.map(({ letterId }) => letterId) };
  }
  const later = { importedAt: '2030-01-01T00:00:00.000Z' };

  test.each([{ query: '' }, { query: 'spine' }, { query: '', sort: { by: 'file', descending: true } as const }])(
    'give the same letters whichever way one comes to them: $query $sort',
    (query) => {
      const { listLetters, letterRange } = libraryOf(30);
      const whole = listLetters({ ...query, limit: 100 });
      const all = whole.rows.map(({ id }) => id);
      fc.assert(
        fc.property(fc.integer({ min: -5, max: 35 }), fc.integer({ min: 1, max: 12 }), (from, limit) => {
          const page = listLetters({ ...query, from, limit, list: whole.list });
          const to = Math.max(0, from + limit);
          expect(page.rows.map(({ id }) => id)).toEqual(all.slice(Math.max(0, from), to));
          expect(page).toMatchObject({ from: Math.max(0, from), total: 30, list: whole.list });
          const range = letterRange({ ...query, from, to, list: whole.list });
          expect(range).toEqual({ letterIds: all.slice(Math.max(0, from), to), list: whole.list });
        }),
      );
    },
  );

  test('move along with a letter that others have come before', () => {
    const { addLetters, ids, listLetters } = libraryOf(30);
    const { list } = listLetters({ query: '', limit: 5 });
    addLetters([sampleLetter('One', later), sampleLetter('Two', later)]);
    const beside = { letterId: ids[12] ?? 0, place: 12 };
    const page = listLetters({ query: '', from: 10, limit: 5, beside });
    expect(page.list).not.toBe(list);
    expect(page).toMatchObject({ from: 12, total: 32 });
    expect(page.rows.map(({ id }) => id)).toEqual(ids.slice(10, 15));
    // A letter that is not in the list moves nothing.
    expect(listLetters({ query: '', from: 10, limit: 5, beside: { letterId: -1, place: 3 } }).from).toBe(10);
  });

  test('are of another list when a letter of this one has gone: no row is skipped', () => {
    const { listLetters, trashLetters } = libraryOf(30);
    const { list } = listLetters({ query: 'spine', limit: 5 });
    const before = listLetters({ query: 'spine', from: 10, limit: 5, list });
    trashLetters({ letterIds: [before.rows[2]?.id ?? 0] });
    const page = listLetters({ query: 'spine', from: 10, limit: 5, list });
    expect(page).toMatchObject({ from: 10, total: 29 });
    expect(page.list).not.toBe(list);
    expect(page.rows).toHaveLength(5);
  });

  test('are of another list when something was written before the whole list was looked through', () => {
    const { addLetters, listLetters } = libraryOf(30);
    const { list } = listLetters({ query: '', limit: 5 });
    expect(listLetters({ query: '', from: 5, limit: 5, list }).list).toBe(list);
    const anew = listLetters({ query: '', limit: 5 });
    addLetters([sampleLetter('One', later)]);
    const page = listLetters({ query: '', from: 5, limit: 5, list: anew.list });
    expect(page.list).not.toBe(anew.list);
    expect(page.total).toBe(31);
  });
});
