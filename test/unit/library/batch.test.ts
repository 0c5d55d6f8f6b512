import { describe, expect, test } from 'vitest';
import { sampleAnnotation, sampleLetter } from './sample-letter.ts';
import { codeOf, testLibrary } from './test-library.ts';

const texts = ['lumbar spine', 'cervical spine', 'left knee'];

function libraryOfThree() {
  const library = testLibrary();
  const ids = library
    .addLetters(texts.map((text) => sampleLetter(text, { titles: ['MRI'] })))
    .map(({ letterId }) => letterId);
  const titles = (more = {}) =>
    library
      .listLetters({ query: '', limit: 10, ...more })
      .rows.map(({ id }) => texts[ids.indexOf(id)])
      .sort();
  return { ...library, ids, titles };
}

describe('a selection', () => {
  test('is of letters, or of all that a query finds but for some', () => {
    const library = libraryOfThree();
    const [lumbar = 0, cervical = 0, knee = 0] = library.ids;
    expect(library.setStatusOf({ letterIds: [knee, 999] }, 'done')).toEqual([{ status: 'new', letterIds: [knee] }]);
    expect(library.setStatusOf({ letterIds: [knee] }, 'done')).toEqual([]);
    expect(library.addTag({ query: 'spine', trash: false, except: [cervical] }, 'back')).toEqual([lumbar]);
    expect(library.openCase(lumbar).letter.tags).toEqual(['back']);
    expect(library.addTag({ query: '', trash: false, except: [] }, 'back').sort()).toEqual([cervical, knee].sort());
    expect(library.removeTag({ letterIds: [lumbar] }, 'back')).toEqual([lumbar]);
    expect(library.removeTag({ letterIds: [lumbar] }, 'back')).toEqual([]);
    expect(library.openCase(lumbar).letter.tags).toEqual([]);
    expect(library.selectedLetters({ query: 'knee', trash: false, except: [] })).toEqual([
      { id: knee, fileName: 'letter.txt' },
    ]);
  });
});

test('every letter gets its own former status back', () => {
  const library = libraryOfThree();
  const [lumbar = 0, cervical = 0, knee = 0] = library.ids;
  library.setStatusOf({ letterIds: [cervical] }, 'in-progress');
  library.setStatusOf({ letterIds: [knee] }, 'done');
  const all = { query: '', trash: false, except: [] };
  const former = library.setStatusOf(all, 'done');
  expect(former).toEqual([
    { status: 'new', letterIds: [lumbar] },
    { status: 'in-progress', letterIds: [cervical] },
  ]);
  for (const { status, letterIds } of former) library.setStatusOf({ letterIds }, status);
  const statuses = library.ids.map((id) => library.openCase(id).letter.status);
  expect(statuses).toEqual(['new', 'in-progress', 'done']);
});

describe('the trash', () => {
  test('holds letters until they are restored, with everything written about them', () => {
    const library = libraryOfThree();
    const [lumbar = 0, cervical = 0] = library.ids;
    library.createAnnotation(sampleAnnotation(lumbar, texts[0] ?? '', 'lumbar', { note: 'keep me' }));
    expect(library.trashLetters({ query: 'spine', trash: false, except: [] }).sort()).toEqual(
      [lumbar, cervical].sort(),
    );
    expect(library.trashLetters({ letterIds: [lumbar] })).toEqual([]);
    expect(library.titles()).toEqual(['left knee']);
    expect(library.titles({ trash: true })).toEqual(['cervical spine', 'lumbar spine']);
    expect(library.titles({ trash: true, query: 'lumbar' })).toEqual(['lumbar spine']);
    expect(library.titles({ query: 'lumbar' })).toEqual([]);
    expect(codeOf(() => library.openCase(lumbar))).toBe('no-such-letter');
    expect(library.restoreLetters({ letterIds: [lumbar] })).toEqual([lumbar]);
    expect(library.openCase(lumbar).annotations).toMatchObject([{ note: 'keep me' }]);
    expect(library.titles({ query: 'keep' })).toEqual(['lumbar spine']);
  });

  test('is emptied for good, and of nothing that is not in it', () => {
    const library = libraryOfThree();
    const [lumbar = 0, cervical = 0] = library.ids;
    library.createAnnotation(sampleAnnotation(lumbar, texts[0] ?? '', 'lumbar', { note: 'gone' }));
    library.saveSecondOpinion({ letterId: lumbar, ordinal: 1, itemTitle: 'MRI', reason: 'gone', author: '' });
    const { sha256 } = library.openCase(lumbar).letter;
    library.trashLetters({ letterIds: [lumbar] });
    expect(library.deleteForever({ letterIds: [lumbar, cervical] })).toEqual([lumbar]);
    expect(library.titles({ trash: true })).toEqual([]);
    expect(library.titles()).toEqual(['cervical spine', 'left knee']);
    expect(library.titles({ query: 'gone' })).toEqual([]);
    expect(codeOf(() => library.getOriginal(sha256))).toBe('no-such-letter');
    for (const table of ['letter_fts', 'note_fts', 'reason_fts']) {
      library.db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`).run();
    }
    expect(library.db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    // The same file can be imported again.
    expect(library.addLetters([sampleLetter(texts[0] ?? '')])).toMatchObject([{ already: false }]);
  });
});

test('searches are saved, renamed and deleted', () => {
  const library = testLibrary();
  const search = { id: crypto.randomUUID(), name: 'Overturned', query: 'decision:overturned' };
  expect(library.saveSearch(search)).toEqual([search]);
  expect(library.saveSearch({ ...search, name: 'Won' })).toEqual([{ ...search, name: 'Won' }]);
  expect(library.deleteSavedSearch(search.id)).toEqual([]);
  expect(library.deleteSavedSearch(search.id)).toEqual([]);
});
