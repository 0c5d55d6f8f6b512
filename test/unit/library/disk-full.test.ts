import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createImporter } from '../../../electron/import/import-service.ts';
import { writeBackup } from '../../../electron/library/backups/write-backup.ts';
import { type LibraryClient, openLibraryClient } from '../../../electron/library/library-client.ts';
import { storageFailure } from '../../../electron/library/storage-failure.ts';
import type { ImportProgress } from '../../../shared/model/import-report.ts';
import { letterKey, noteKey } from '../../torture/facts.ts';
import { inspectLibrary } from '../../torture/inspect-library.ts';
import { sampleAnnotation, sampleLetter } from './sample-letter.ts';
import { temporaryFolder, testLibrary } from './test-library.ts';

/** A file system of 6 MB; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

const largeFile = { name: 'large.txt', bytes: new Uint8Array(Buffer.from(`large ${'word '.repeat(60_000)}`)) };
const largeSum = createHash('sha256').update(largeFile.bytes).digest('hex');

/** Through the workers, as the app imports. */
async function importLarge(library: LibraryClient): Promise<ImportProgress> {
  const importer = createImporter({ library, threads: 1 });
  try {
    return await importer.whenDone(importer.start([largeFile]));
  } finally {
    await importer.close();
  }
}

test('on a full disk nothing acknowledged is lost, reading goes on, and so does work when there is room again', async ({
  skip,
}) => {
  const disk = smallDisk();
  if (!disk) {
    console.log('Skipped: a small file system can only be mounted on Linux, by root.');
    return skip();
  }
  const dir = join(disk, 'library');
  const text = 'Lumbar spine';
  const open = () => openLibraryClient({ dir });
  let library = await open();
  onTestFinished(() => library.close());
  await library.addLetters([sampleLetter(text)]);
  await library.backUp();
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(statfsSync(disk).bavail * statfsSync(disk).bsize - 400_000));

  const { sha256 } = sampleLetter(text);
  const written = [letterKey(sha256)];
  const failed: unknown[] = [];
  for (let count = 0; count < 60; count++) {
    const note = sampleAnnotation(1, text, 'spine', { note: `note ${count} ${'word '.repeat(2000)}` });
    await library.createAnnotation(note).then(
      () => written.push(noteKey(sha256, note.id)),
      (thrown: unknown) => failed.push(thrown),
    );
  }
  expect(written.length).toBeGreaterThan(2);
  expect(failed.length).toBeGreaterThan(2);
  for (const thrown of failed)
    expect(thrown).toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining(`disk that holds ${dir} is full`),
    });
  const large = sampleLetter(`large ${'word '.repeat(100_000)}`);
  await expect(library.addLetters([large])).rejects.toMatchObject({ code: 'disk-full' });
  const imported = await importLarge(library);
  expect(imported).toMatchObject({ state: 'finished', imported: 0, failed: 1 });
  expect(imported.rows).toMatchObject([{ outcome: 'failed', code: 'disk-full', reason: expect.stringContaining(dir) }]);
  expect((await library.openCase(1)).annotations).toHaveLength(written.length - 1);
  await expect(library.backUp()).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringMatching(/disk that holds .* is full, so no backup/),
  });
  expect((await library.status()).backupFailure?.code).toBe('disk-full');

  rmSync(ballast);
  const after = sampleAnnotation(1, text, 'spine', { note: 'room again' });
  await library.createAnnotation(after);
  const again = await importLarge(library);
  expect(again).toMatchObject({ imported: 1, failed: 0 });
  written.push(letterKey(largeSum));
  written.push(noteKey(sha256, after.id));
  expect((await library.backUp()).holdings).toMatchObject({ letters: 2, notes: written.length - 2 });
  await library.close();
  const { facts, faults } = inspectLibrary(dir);
  expect(faults).toEqual([]);
  expect([...facts.keys()].filter((key) => /^(letter|note) /.test(key)).sort()).toEqual([...written].sort());

  // And once more from the start, with no room for anything.
  writeFileSync(ballast, Buffer.alloc(statfsSync(disk).bavail * statfsSync(disk).bsize));
  await expect(open()).rejects.toMatchObject({ code: 'disk-full' });
  rmSync(ballast);
  library = await open();
  expect((await library.listLetters({ query: '', limit: 5 })).total).toBe(2);
});

test('where a database may not grow, nothing acknowledged is lost, and work goes on when it may again', async () => {
  const library = testLibrary();
  const text = 'Lumbar spine';
  library.addLetters([sampleLetter(text)]);
  const limit = (schema: string, pages: number) =>
    library.db.prepare<[], number>(`PRAGMA ${schema}.max_page_count = ${pages}`).pluck().get() ?? 0;
  const unlimited = limit('main', 0);
  const annotate = (count: number) =>
    library.createAnnotation(sampleAnnotation(1, text, 'spine', { note: `${count} ${'word '.repeat(500)}` }));
  annotate(0);
  limit('main', 1);
  limit('originals', 1);
  const large = sampleLetter(`large ${'word '.repeat(50_000)}`);
  const full = { code: 'disk-full' };
  let written = 1;
  const grow = () => {
    for (;;) {
      annotate(written);
      written += 1;
    }
  };
  expect(failureOf(grow)).toMatchObject(full);
  expect(failureOf(() => library.addLetters([large]))).toMatchObject(full);
  // What is there may still be read and made smaller, and a backup needs no room in it.
  expect(library.openCase(1).annotations).toHaveLength(written);
  expect((await writeBackup(library.folder, new Date())).holdings).toMatchObject({ letters: 1, notes: written });
  limit('main', unlimited);
  limit('originals', unlimited);
  annotate(written);
  library.addLetters([large]);
  expect(library.openCase(1).annotations).toHaveLength(written + 1);
  library.close();
  expect(inspectLibrary(library.folder).faults).toEqual([]);
});

/** What a method throws, as the library thread answers it. */
function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return storageFailure(thrown);
  }
  return undefined;
}
