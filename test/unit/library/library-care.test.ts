import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeBackup } from '../../../electron/library/backups/write-backup.ts';
import { DamagedLibraryError } from '../../../electron/library/damaged-library.ts';
import { type LibraryClientOptions, openLibraryClient } from '../../../electron/library/library-client.ts';
import { importKeptOriginals } from '../../../electron/recovery/import-kept-originals.ts';
import type { LibraryStatus } from '../../../shared/model/library-status.ts';
import { inspectLibrary } from '../../torture/inspect-library.ts';
import { damagePages, pagesOf } from './damage-pages.ts';
import { sampleAnnotation, sampleLetter } from './sample-letter.ts';
import { temporaryFolder, testLibrary } from './test-library.ts';

async function openTestClient(dir = temporaryFolder(), options: Partial<LibraryClientOptions> = {}) {
  const statuses: LibraryStatus[] = [];
  const library = await openLibraryClient({ dir, onStatus: (status) => statuses.push(status), ...options });
  onTestFinished(() => library.close());
  return { dir, library, statuses };
}

const text = 'Lumbar spine';

/** A closed library with a letter. */
function closedLibrary(letters = 1): string {
  const library = testLibrary();
  const texts = Array.from({ length: letters }, (_, index) =>
    index === 0 ? text : `${text} ${'word '.repeat(400)}${index}`,
  );
  library.addLetters(texts.map((one) => sampleLetter(one)));
  library.close();
  return library.folder;
}

describe('backups', () => {
  test('are made when something has changed, at the end too, and not otherwise', async () => {
    const { dir, library, statuses } = await openTestClient();
    expect(await library.status()).toEqual({ access: 'read-write', lastEnd: 'clean', check: 'not-needed' });
    await library.getSettings();
    expect(await library.listBackups()).toEqual([]);
    await library.addLetters([sampleLetter(text)]);
    await library.close();
    expect(statuses.at(-1)?.newestBackup).toBeDefined();
    const backups = readdirSync(join(dir, 'backups'));
    expect(backups).toHaveLength(1);
    const again = await openTestClient(dir);
    // Imported already, so nothing changes.
    await again.library.addLetters([sampleLetter(text)]);
    await again.library.close();
    expect(readdirSync(join(dir, 'backups'))).toEqual(backups);
  });

  test('that fail are told in words, and work goes on', async () => {
    const { dir, library, statuses } = await openTestClient();
    writeFileSync(join(dir, 'backups'), 'a file in the way');
    await expect(library.backUp()).rejects.toMatchObject({ name: 'FailureError' });
    expect((await library.status()).backupFailure?.message).toMatch(/No backup of the library could be made/);
    await library.addLetters([sampleLetter(text)]);
    rmSync(join(dir, 'backups'));
    const made = await library.backUp();
    expect(made.holdings?.letters).toBe(1);
    expect(statuses.at(-1)).toMatchObject({ newestBackup: made.time });
    expect(statuses.at(-1)?.backupFailure).toBeUndefined();
  });

  test('can be restored while the library is open; what was imported since is imported again', async () => {
    const { dir, library } = await openTestClient();
    await library.addLetters([sampleLetter(text)]);
    const { name } = await library.backUp();
    const later = sampleLetter('Cervical spine', { fileName: 'later.txt' });
    await library.addLetters([later]);
    await library.createAnnotation(sampleAnnotation(1, text, 'spine'));
    const [report, after] = await Promise.all([
      library.restoreBackup(name),
      library.listLetters({ query: '', limit: 5 }),
    ]);
    expect(report.originalsWithoutLetter).toEqual([{ sha256: later.sha256, size: 14, fileName: 'later.txt' }]);
    // Asked for before the restore was done, answered after it.
    expect(after.total).toBe(1);
    expect(existsSync(join(report.setAside, 'library.db'))).toBe(true);
    expect(await importKeptOriginals(library)).toMatchObject([{ outcome: 'imported', name: 'later.txt' }]);
    expect((await library.listLetters({ query: '', limit: 5 })).total).toBe(2);
    expect(await library.originalsWithoutLetter()).toEqual([]);
    await expect(library.restoreBackup('nothing')).rejects.toMatchObject({ code: 'not-found' });
    expect((await library.listLetters({ query: '', limit: 5 })).total).toBe(2);
    await library.close();
    expect(inspectLibrary(dir).faults).toEqual([]);
  });
});

describe('after an unclean end', () => {
  test('the library is checked before the first write, and a backup is made', async () => {
    const dir = closedLibrary();
    writeFileSync(join(dir, 'open.mark'), '');
    const { library, statuses } = await openTestClient(dir);
    expect(await library.status()).toMatchObject({
      access: 'read-write',
      lastEnd: 'unclean',
      check: expect.stringMatching(/running|passed/),
    });
    expect((await library.openCase(1)).letter.status).toBe('new');
    await library.setStatus(1, 'done');
    expect(statuses[0]).toMatchObject({ check: 'passed' });
    await library.close();
    expect(readdirSync(join(dir, 'backups'))).toHaveLength(1);
    expect(existsSync(join(dir, 'open.mark'))).toBe(false);
  });

  test('calls keep their order while writes wait for the check', async () => {
    const dir = closedLibrary();
    writeFileSync(join(dir, 'open.mark'), '');
    const { library } = await openTestClient(dir);
    const [, { letter }, , second] = await Promise.all([
      library.setStatus(1, 'done'),
      library.openCase(1),
      library.setStatus(1, 'in-progress'),
      library.openCase(1),
    ]);
    expect([letter.status, second.letter.status]).toEqual(['done', 'in-progress']);
  });

  test.each([
    'UPDATE letter_fts_data SET block = zeroblob(length(block)) WHERE id > 10',
    'DELETE FROM letter_fts_data WHERE id > 10',
    'DELETE FROM note_fts_data',
  ])('a damaged index is built anew: %s', async (damage) => {
    const dir = closedLibrary();
    const db = new Database(join(dir, 'library.db'));
    db.unsafeMode(true);
    db.exec(damage);
    db.close();
    writeFileSync(join(dir, 'open.mark'), '');
    const { library, statuses } = await openTestClient(dir);
    await library.setStatus(1, 'done');
    expect(statuses.at(-1)).toMatchObject({ check: 'index-rebuilt', access: 'read-write' });
    await library.close();
    expect(inspectLibrary(dir).faults).toEqual([]);
  });

  test('damage makes the library read-only, with the reason, and nothing is written', async () => {
    const dir = closedLibrary(60);
    const path = join(dir, 'library.db');
    for (const page of pagesOf(path, 'letter_content').slice(-3)) damagePages(path, { first: page, count: 1 });
    writeFileSync(join(dir, 'open.mark'), '');
    const before = readFileSync(join(dir, 'library.db'));
    const { library, statuses } = await openTestClient(dir);
    await expect(library.setStatus(1, 'done')).rejects.toMatchObject({ code: 'library-damaged' });
    expect(statuses.at(-1)).toMatchObject({
      access: 'read-only',
      check: 'failed',
      reason: { code: 'library-damaged' },
    });
    expect((await library.listLetters({ query: '', limit: 5 })).total).toBe(60);
    await library.close();
    expect(readFileSync(join(dir, 'library.db'))).toEqual(before);
    // It is checked again the next time.
    expect(existsSync(join(dir, 'open.mark'))).toBe(true);
  });
});

test('a library of a newer version can be read, and every write is refused with one code', async () => {
  const dir = closedLibrary();
  const db = new Database(join(dir, 'library.db'));
  db.exec('PRAGMA user_version = 99; DROP TABLE correction; ALTER TABLE letter ADD COLUMN colour TEXT');
  db.close();
  const { library } = await openTestClient(dir);
  expect(await library.status()).toMatchObject({
    access: 'read-only',
    reason: { code: 'library-newer', message: expect.stringMatching(/newer version/) },
  });
  expect((await library.listLetters({ query: 'lumbar', limit: 5 })).rows).toHaveLength(1);
  expect(await library.getOriginal(sampleLetter(text).sha256)).toHaveLength(text.length);
  const refused = { code: 'library-newer' };
  await expect(library.setStatus(1, 'done')).rejects.toMatchObject(refused);
  await expect(library.addLetters([sampleLetter('New')])).rejects.toMatchObject(refused);
  await expect(library.createAnnotation(sampleAnnotation(1, text, 'spine'))).rejects.toMatchObject(refused);
  await expect(library.setSettings({ theme: 'dark' })).rejects.toMatchObject(refused);
  // It would take the place of one that this version can restore.
  await expect(library.backUp()).rejects.toMatchObject(refused);
  // What is read differently there is told as well.
  await expect(library.openCase(1)).rejects.toMatchObject(refused);
  await library.close();
  expect(existsSync(join(dir, 'backups'))).toBe(false);
});

test('a damaged library is refused with what is known of the damage', async () => {
  const dir = closedLibrary();
  const { name } = await writeBackup(dir, new Date());
  writeFileSync(join(dir, 'library.db'), 'no database'.repeat(500));
  const refused = await openLibraryClient({ dir }).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(DamagedLibraryError);
  expect((refused as DamagedLibraryError).damage).toMatchObject({
    file: 'library.db',
    kind: 'not-a-database',
    newestBackup: { name },
  });
});
