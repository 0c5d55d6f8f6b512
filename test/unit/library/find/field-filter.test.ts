import { describe, expect, test } from 'vitest';
import { realLetter, seedText } from '../real-letter.ts';
import { sampleAnnotation } from '../sample-letter.ts';
import { testLibrary } from '../test-library.ts';

const numbers = ['000', '001', '002', '003', '004'];

/** The five real letters, called by their numbers. */
function libraryOfSeeds() {
  const library = testLibrary();
  const added = library.addLetters(
    numbers.map((number) => ({ ...realLetter(seedText(number)), fileName: `${number}.txt` })),
  );
  const id = (number: string): number => added[numbers.indexOf(number)]?.letterId ?? 0;
  const find = (query: string, more: Partial<Parameters<typeof library.listLetters>[0]> = {}): string[] =>
    library.listLetters({ query, limit: 50, ...more }).rows.map(({ fileName }) => fileName.slice(0, 3));
  const sorted = (query: string): string[] => find(query).sort();
  const facet = (field: string, query = '') =>
    library
      .listFacets({ query })
      .find((one) => one.field === field)
      ?.values.map(({ value, count }) => [value, count]);
  return { ...library, id, find, sorted, facet };
}

describe('fields', () => {
  test('filter by what the letters say', () => {
    const { sorted } = libraryOfSeeds();
    expect(sorted('decision:overturned')).toEqual(['002']);
    expect(sorted('-decision:overturned')).toEqual(['000', '001', '003', '004']);
    expect(sorted('decision:overturned decision:upheld')).toEqual(numbers);
    expect(sorted('state:"New York"')).toEqual(['002']);
    expect(sorted('age:41..58')).toEqual(['000', '002', '003']);
    expect(sorted('-age:41..58')).toEqual(['001', '004']);
    expect(sorted('age:..30')).toEqual(['004']);
    expect(sorted('injury:2014')).toEqual(['003']);
    expect(sorted('injury:2010-11..2013-05')).toEqual(['001', '002']);
    expect(sorted('sex:female decision:upheld')).toEqual(['000', '003', '004']);
    expect(sorted('guideline:ODG category:injections')).toEqual(expect.arrayContaining(['001']));
    expect(sorted('layout:decisions')).toEqual([]);
    expect(sorted('age:>41 age:<=25')).toEqual(sorted('age:42.. age:..25'));
    expect(sorted('sex:F')).toEqual(sorted('sex:female'));
    expect(sorted('state:NY')).toEqual(['002']);
  });

  test('find a cited page of whatever source', () => {
    const { sorted, listLetters } = libraryOfSeeds();
    expect(sorted('page:300')).toEqual(sorted('page:"p. 300"'));
    expect(sorted('page:300').length).toBeGreaterThan(0);
    expect(sorted('page:00')).toEqual([]);
    expect(listLetters({ query: 'page:%', limit: 5 }).total).toBe(0);
  });

  test('filter together with words', () => {
    const { sorted, find } = libraryOfSeeds();
    expect(sorted('lumbar').length).toBeGreaterThan(1);
    expect(sorted('decision:overturned lumbar')).toEqual(['002']);
    expect(find('injury:2010 sedation')).toEqual(['001']);
    expect(find('age:99 sedation')).toEqual([]);
  });

  test('filter by what people did', () => {
    const library = libraryOfSeeds();
    const { parse } = library.openCase(library.id('001'));
    library.createAnnotation(
      sampleAnnotation(library.id('001'), parse.readingText, 'sedation', { tags: ['Ärger', 'appeal'] }),
    );
    library.addTag({ letterIds: [library.id('003')] }, 'Appeal');
    library.setStatusOf({ letterIds: [library.id('004')] }, 'done');
    const itemTitle = library.openCase(library.id('002')).parse.case.items[0]?.title ?? '';
    const opinion = { letterId: library.id('002'), ordinal: 1, itemTitle, reason: '', author: '' };
    library.saveSecondOpinion({ ...opinion, verdict: 'disagree' });
    expect(library.sorted('tag:appeal')).toEqual(['001', '003']);
    expect(library.sorted('tag:ärger')).toEqual(['001']);
    expect(library.sorted('status:done')).toEqual(['004']);
    expect(library.sorted('status:in-progress')).toEqual(['001', '002']);
    expect(library.sorted('opinion:disagree')).toEqual(['002']);
    expect(library.sorted('opinion:none status:in-progress')).toEqual(['001']);
    expect(library.facet('tag')).toEqual([
      ['appeal', 2],
      ['ärger', 1],
    ]);
  });

  test('follow corrections', () => {
    const library = libraryOfSeeds();
    library.addCorrection({
      id: crypto.randomUUID(),
      letterId: library.id('001'),
      change: { kind: 'set-fact', set: { fact: 'reviewer.licensedIn', value: ['New York'] } },
      author: '',
    });
    expect(library.sorted('state:"new york"')).toEqual(['001', '002']);
  });
});

describe('facets', () => {
  test('count the letters found; the terms of a field do not narrow its own counts', () => {
    const { facet } = libraryOfSeeds();
    expect(facet('decision')).toEqual([
      ['upheld', 5],
      ['overturned', 1],
    ]);
    expect(facet('decision', 'age:..30')).toEqual([['upheld', 1]]);
    expect(facet('decision', 'decision:overturned')).toEqual([
      ['upheld', 5],
      ['overturned', 1],
    ]);
    expect(facet('sex', 'decision:overturned')).toEqual([['male', 1]]);
    expect(facet('state', 'nowhere')).toBeUndefined();
  });

  test('tell of all tags, the most frequent first', () => {
    const library = libraryOfSeeds();
    for (let number = 0; number < 60; number++) library.addTag({ letterIds: [library.id('001')] }, `tag ${number}`);
    library.addTag({ letterIds: [library.id('002')] }, 'tag 59');
    expect(library.facet('tag')).toHaveLength(60);
    expect(library.facet('tag')?.[0]).toEqual(['tag 59', 2]);
  });

  test('are told anew when something was written', () => {
    const library = libraryOfSeeds();
    expect(library.facet('status')).toEqual([['new', 5]]);
    library.setStatusOf({ query: 'decision:overturned', trash: false, except: [] }, 'done');
    expect(library.facet('status')).toEqual([
      ['new', 4],
      ['done', 1],
    ]);
  });
});

describe('the order', () => {
  test.each([
    ['file', ['000', '001', '002', '003', '004']],
    ['age', ['004', '002', '000', '003', '001']],
    ['injury', ['000', '001', '002', '003', '004']],
  ] as const)('by %s; what a letter does not say comes last', (by, expected) => {
    const { find } = libraryOfSeeds();
    expect(find('', { sort: { by, descending: false } })).toEqual(expected);
    const known = by === 'file' ? 5 : 4;
    expect(find('', { sort: { by, descending: true } })).toEqual([
      ...expected.slice(0, known).toReversed(),
      ...expected.slice(known),
    ]);
  });

  test('is kept over pages, also of hits', () => {
    const library = libraryOfSeeds();
    const sort = { by: 'file', descending: true } as const;
    const first = library.listLetters({ query: 'the', sort, limit: 2 });
    expect(first.total).toBe(5);
    const second = library.listLetters({ query: 'the', sort, limit: 2, from: 2, list: first.list });
    expect([...first.rows, ...second.rows].map(({ fileName }) => fileName.slice(0, 3))).toEqual([
      '004',
      '003',
      '002',
      '001',
    ]);
  });
});
