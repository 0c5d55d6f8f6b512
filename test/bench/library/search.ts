/**
 * Searching a library of 100,000 letters, beside a scan of all texts with LIKE in the same database:
 * `npm run -s bench -- search [--json] [--letters N]`. At last a case is opened while letters are looked for, beside one
 * that is opened while nothing else goes on.
 */
import { parseArgs } from 'node:util';
import { createFacets } from '../../../electron/library/find/facets.ts';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import { createLibraryMethods } from '../../../electron/library/library-methods.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { type Bench, benchLine } from '../bench-line.ts';
import { benchLibrary } from './bench-library.ts';
import { quantile, times } from './timing.ts';

/** As the window asks for them. */
const pageSize = 60;
const rounds = 9;
const scans = 3;

export const search: Bench = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { letters: { type: 'string' } } });
  const letters = Number(values.letters ?? 100_000);
  const folder = benchLibrary(letters);
  const { db, close } = openLibrary(folder);
  const library = createLibraryMethods(db);
  const listFacets = createFacets(db);
  const median = (query: string): number => {
    library.listLetters({ query, limit: pageSize });
    return quantile(
      times(rounds, () => library.listLetters({ query, limit: pageSize })),
      0.5,
    );
  };
  const scan = (terms: readonly string[]): number => {
    const like = terms.map(() => 'reading_text LIKE ?').join(' AND ');
    const statement = db.prepare(`SELECT count(*) FROM letter_content WHERE ${like}`).pluck();
    const patterns = terms.map((term) => `%${term}%`);
    return quantile(
      times(scans, () => statement.get(...patterns)),
      0.5,
    );
  };
  const [scanOfTwo, scanOfCommon] = [scan(['lumbar', 'fusion']), scan(['patient'])];
  const lines = [
    benchLine('search, two terms ranked', 'ms', median('"lumbar" "fusion"'), scanOfTwo, { most: 0.01 }),
    benchLine('search, a very common term', 'ms', median('"patient"'), scanOfCommon, { most: 0.05 }),
    benchLine('as it is typed, one letter: t', 'ms', median('t'), scanOfCommon, { most: 0.05 }),
    benchLine('as it is typed, three letters that nearly all have: con', 'ms', median('con'), scanOfCommon, {
      most: 0.05,
    }),
    benchLine('as it is typed, a word and three letters: lumbar fus', 'ms', median('lumbar fus'), scanOfTwo, {
      most: 0.01,
    }),
    benchLine(
      'filter by two fields, against the scan',
      'ms',
      median('decision:overturned age:40..60'),
      scan(['overturned']),
    ),
    benchLine('facets of a search, against the scan', 'ms', facetsTime(), scan(['fusion'])),
    benchLine('the whole list by title, against its first page', 'ms', sortTime(), firstPage()),
  ];
  close();
  const { during, alone } = await openingTimes(folder);
  lines.push(benchLine('a case opened while letters are looked for, against while not', 'ms', during, alone));
  const text = lines.map(
    ({ bench, ours, reference, ratio }) =>
      `${bench}: ${ours.toFixed(1)} ms, reference ${reference.toFixed(1)} ms, ratio ${ratio.toFixed(4)}`,
  );
  return { lines, text: [`${letters} letters`, ...text].join('\n') };

  function facetsTime(): number {
    return quantile(
      times(rounds, () => listFacets({ query: 'fusion' })),
      0.5,
    );
  }
  function sortTime(): number {
    const sort = { by: 'title', descending: false } as const;
    return quantile(
      times(rounds, () => library.listLetters({ query: '', sort, limit: pageSize })),
      0.5,
    );
  }
  function firstPage(): number {
    return quantile(
      times(rounds, () => library.listLetters({ query: '', limit: pageSize })),
      0.5,
    );
  }
};

/** The medians, in ms. */
async function openingTimes(folder: string): Promise<{ during: number; alone: number }> {
  const library = await openLibraryClient({ dir: folder, backups: false, quiet: 3_600_000 });
  const { rows } = await library.listLetters({ query: '', limit: rounds });
  const openAll = async (query?: string): Promise<number> => {
    const found: number[] = [];
    for (const { id } of rows) {
      const search = query === undefined ? undefined : library.listLetters({ query, limit: pageSize });
      const start = performance.now();
      await library.openCase(id);
      found.push(performance.now() - start);
      await search;
    }
    found.sort((a, b) => a - b);
    return quantile(found, 0.5);
  };
  // The first round starts the thread that looks for letters.
  await openAll('con');
  const [alone, during] = [await openAll(), await openAll('con')];
  await library.close();
  return { during, alone };
}
