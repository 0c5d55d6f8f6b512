/**
 * Searching a library of 100,000 letters, beside a scan of all texts with LIKE in the same database:
 * `npm run -s bench -- search [--json] [--letters N]`.
 */
import { parseArgs } from 'node:util';
import { createFacets } from '../../../electron/library/find/facets.ts';
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
  const { db, close } = openLibrary(benchLibrary(letters));
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
  const lines = [
    benchLine('search, two terms ranked', 'ms', median('"lumbar" "fusion"'), scan(['lumbar', 'fusion']), {
      most: 0.01,
    }),
    benchLine('search, a very common term', 'ms', median('"patient"'), scan(['patient']), { most: 0.05 }),
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
