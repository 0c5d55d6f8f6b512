import { expect, onTestFinished, test } from 'vitest';
import { createCounting } from '../../../electron/library/counting.ts';
import { statisticsOf } from '../../../electron/library/statistics.ts';
import { newLetters } from '../../bench/library/bench-letters.ts';
import { temporaryFolder, testLibrary } from './test-library.ts';

test('counts beside an open library what has been committed, and again after it was stopped', async () => {
  const library = testLibrary();
  const counting = createCounting(library.folder);
  onTestFinished(counting.stop);
  expect((await counting.statistics({ query: '' })).letters).toBe(0);
  expect(await counting.facets({ query: '' })).toEqual([]);
  library.addLetters(newLetters(3, 0, 12));
  const [statistics, facets] = await Promise.all([
    counting.statistics({ query: 'decision:upheld' }),
    counting.facets({ query: '' }),
  ]);
  expect(statistics).toEqual(statisticsOf(library.db, { query: 'decision:upheld' }));
  expect(statistics.letters).toBeGreaterThan(0);
  expect(facets).toEqual(library.listFacets({ query: '' }));
  await counting.stop();
  expect((await counting.statistics({ query: '' })).letters).toBe(12);
});

test('a library that cannot be opened is a failure, not a wait', async () => {
  const counting = createCounting(temporaryFolder());
  await expect(counting.statistics({ query: '' })).rejects.toMatchObject({ code: 'internal' });
  await counting.stop();
});
