import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createImporter } from '../../../electron/import/import-service.ts';
import { createReparser } from '../../../electron/import/reparse-service.ts';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { parserVersion } from '../../../shared/letter/parse-letter.ts';
import type { ReparseProgress } from '../../../shared/model/reparse-report.ts';
import { codeOf, temporaryFolder } from '../library/test-library.ts';

const folder = fileURLToPath(new URL('../../../seeds/', import.meta.url));
const seeds = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** A library of the seeds in which SQL has changed something before it was opened. */
async function libraryOfSeeds(sql: string) {
  const dir = temporaryFolder();
  const first = await openLibraryClient({ dir, backups: false });
  const importer = createImporter({ library: first });
  await importer.whenDone(importer.start(seeds.map((name) => ({ path: folder + name }))));
  await importer.close();
  await first.close();
  const { db, close } = openLibrary(dir);
  db.prepare(sql).run();
  close();
  const library = await openLibraryClient({ dir, backups: false });
  onTestFinished(() => library.close());
  return library;
}

test('letters read by an earlier version are read again, and those alone', async () => {
  const library = await libraryOfSeeds(
    "UPDATE letter SET parser_version = 0 WHERE file_name LIKE '001%' OR file_name LIKE '002%'",
  );
  const notices: ReparseProgress[] = [];
  const reparser = createReparser({ library, onProgress: (progress) => notices.push(progress) });
  onTestFinished(() => reparser.close());
  expect(await reparser.countOutdated()).toBe(2);
  reparser.start();
  expect(codeOf(() => reparser.start())).toBe('invalid-input');
  const report = await reparser.whenDone();
  expect(report).toEqual({ state: 'finished', total: 2, done: 2, changed: 0, failed: 0, rows: [] });
  expect(notices.at(-1)).toEqual(report);
  expect(await reparser.countOutdated()).toBe(0);
  expect(await library.lettersReadBefore(parserVersion + 1)).toHaveLength(seeds.length);
});

test('a letter whose original cannot be read stays as it was, and the others go on', async () => {
  const library = await libraryOfSeeds('UPDATE letter SET parser_version = 0');
  const { rows, total } = await library.listLetters({ query: '', limit: 50 });
  const broken = rows.find(({ fileName }) => fileName.startsWith('003'));
  const failing = {
    ...library,
    letterOriginal: async (letterId: number) => {
      const original = await library.letterOriginal(letterId);
      return letterId === broken?.id ? { ...original, bytes: new Uint8Array([0, 1, 2, 3]) } : original;
    },
  };
  const reparser = createReparser({ library: failing });
  onTestFinished(() => reparser.close());
  reparser.start();
  const report = await reparser.whenDone();
  expect(report).toMatchObject({ state: 'finished', done: total, failed: 1 });
  expect(report.rows).toMatchObject([{ outcome: 'failed', letterId: broken?.id, fileName: broken?.fileName }]);
  expect((await library.openCase(broken?.id ?? 0)).parse.case.items).not.toHaveLength(0);
  expect(await library.lettersReadBefore(parserVersion)).toEqual([broken?.id]);
});

test('cancelled, it leaves the rest for another time', async () => {
  const library = await libraryOfSeeds('UPDATE letter SET parser_version = 0');
  const reparser = createReparser({ library, onProgress: () => reparser.cancel() });
  reparser.start();
  const { state, done, total } = await reparser.whenDone();
  expect(state).toBe('cancelled');
  expect(await reparser.countOutdated()).toBe(total - done);
  expect(done).toBeLessThan(total);
});
