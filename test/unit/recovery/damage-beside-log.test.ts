import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { writeBackup } from '../../../electron/library/backups/write-backup.ts';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import { createLibraryMethods } from '../../../electron/library/library-methods.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { createRecovery } from '../../../electron/recovery/recovery.ts';
import type { LibraryStatus } from '../../../shared/model/library-status.ts';
import { copyAsKilled } from '../library/crashed-library.ts';
import { sampleLetter } from '../library/sample-letter.ts';
import { temporaryFolder } from '../library/test-library.ts';

const letter = (number: number) => sampleLetter(`Letter ${number}: ${`word${number} `.repeat(300)}`);
const letters = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => letter(from + index));

const template = mkdtempSync(join(tmpdir(), 'second-opinion-recovery-'));
afterAll(() => rmSync(template, { recursive: true }));

/** Forty-two letters in the file, one more and the status of another in the log, and a backup of the first forty. */
const made = (async () => {
  const working = join(template, 'working');
  const { db, close } = openLibrary(working);
  const library = createLibraryMethods(db);
  library.addLetters(letters(0, 40));
  const { name } = await writeBackup(working, new Date());
  library.addLetters(letters(40, 42));
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  library.addLetters(letters(42, 43));
  library.setStatus(1, 'done');
  const killed = join(template, 'killed');
  copyAsKilled(working, killed);
  close();
  return { killed, backup: readFileSync(join(working, 'backups', name)), name };
})();

function zero(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length), 0, length, from);
  closeSync(file);
}

const cut = (share: number) => (path: string) =>
  truncateSync(path, Math.floor((statSync(path).size * share) / 4096) * 4096);

const damages: [string, (path: string) => void][] = [
  ['cut to 10 %', cut(0.1)],
  ['cut to 25 %', cut(0.25)],
  ['cut to 50 %', cut(0.5)],
  ['cut to 75 %', cut(0.75)],
  ['a half of it zeroed', (path) => zero(path, statSync(path).size >> 2, statSync(path).size >> 1)],
  ['cut to a half, its log too', (path) => [path, `${path}-wal`].forEach(cut(0.5))],
];

async function damagedLibrary(spoil: (path: string) => void) {
  const { killed, backup, name } = await made;
  const dir = join(temporaryFolder(), 'library');
  copyAsKilled(killed, dir);
  mkdirSync(join(dir, 'backups'));
  writeFileSync(join(dir, 'backups', name), backup);
  spoil(join(dir, 'library.db'));
  return { dir, name };
}

const filesOf = (dir: string) =>
  ['library.db', 'library.db-wal', 'originals.db', 'originals.db-wal'].map((file) => readFileSync(join(dir, file)));

/** As the window does: opens the library, lets the check find the damage, and gives it up for the ways back. */
async function throughTheWindow(dir: string) {
  const failed = Promise.withResolvers<LibraryStatus>();
  const onStatus = (status: LibraryStatus) => status.check === 'failed' && failed.resolve(status);
  try {
    const library = await openLibraryClient({ dir, onStatus });
    await failed.promise;
    await library.close();
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'library-damaged' });
  }
  const open = () => openLibraryClient({ dir, backups: false });
  const recovery = createRecovery({ dir, canGoBack: false, open, onProgress: () => {} });
  onTestFinished(() => recovery.close());
  return recovery;
}

describe.each(damages)('a library killed at work and then %s', (_, spoil) => {
  test('is left as it is until it is restored', async () => {
    const { dir, name } = await damagedLibrary(spoil);
    const before = filesOf(dir);
    const recovery = await throughTheWindow(dir);
    expect((await recovery.state()).damage?.file).toBe('library.db');
    expect(filesOf(dir)).toEqual(before);
    expect((await recovery.restore(name)).originalsWithoutLetter).toHaveLength(3);
    expect(await recovery.reimport()).toEqual({ imported: 3, failed: 0 });
    const library = await recovery.open();
    expect((await library.listLetters({ query: '', limit: 5 })).total).toBe(43);
    await library.close();
  });

  test('gives its letters back with what can be read', async () => {
    const { dir } = await damagedLibrary(spoil);
    const recovery = await throughTheWindow(dir);
    expect((await recovery.salvage()).holdings.letters).toBe(43);
    await recovery.replaceBySalvaged();
    const library = await recovery.open();
    expect((await library.listLetters({ query: '', limit: 5 })).total).toBe(43);
    expect((await library.openCase(1)).parse.readingText).toContain('Letter 0:');
    await library.close();
  });
});

test('a library whose first page is destroyed, while its log holds it, is whole', async () => {
  const { dir } = await damagedLibrary((path) => zero(path, 0, 4096));
  const library = await openLibraryClient({ dir, backups: false });
  await library.setStatus(2, 'done');
  expect((await library.openCase(1)).letter.status).toBe('done');
  expect(await library.status()).toMatchObject({ access: 'read-write', check: 'passed' });
  await library.close();
});

test('a damaged library is restored from the letters as well, and can be written to again', async () => {
  const { dir, name } = await damagedLibrary(cut(0.5));
  const library = await openLibraryClient({ dir, backups: false });
  expect((await library.restoreBackup(name)).originalsWithoutLetter).toHaveLength(3);
  const status = await library.status();
  expect(status).toMatchObject({ access: 'read-write', check: 'not-needed' });
  expect(status.reason).toBeUndefined();
  await library.setStatus(1, 'done');
  expect((await library.listLetters({ query: '', limit: 5 })).total).toBe(40);
  await library.close();
});

test('a restore that fails on a damaged library leaves the ways back open', async () => {
  const { dir, name } = await damagedLibrary(cut(0.5));
  zero(join(dir, 'backups', name), 4096, 40_960);
  const damaged = readFileSync(join(dir, 'library.db'));
  const log = readFileSync(join(dir, 'library.db-wal'));
  const library = await openLibraryClient({ dir, backups: false });
  // Without its log the file is shorter than it says, and cannot be opened again.
  zero(join(dir, 'library.db-wal'), 0, 32);
  const refused = { code: 'library-damaged' };
  for (let again = 0; again < 2; again++) {
    await expect(library.restoreBackup(name)).rejects.toMatchObject(refused);
    await expect(library.listLetters({ query: '', limit: 5 })).rejects.toMatchObject(refused);
    await expect(library.setStatus(1, 'done')).rejects.toMatchObject(refused);
    expect(await library.status()).toMatchObject({ access: 'read-only', reason: refused, check: 'failed' });
  }
  expect(await library.listBackups()).toHaveLength(1);
  await library.close();
  expect(readFileSync(join(dir, 'library.db'))).toEqual(damaged);
  expect(readFileSync(join(dir, 'library.db-wal')).length).toBe(log.length);
  const recovery = await throughTheWindow(dir);
  expect((await recovery.salvage()).holdings.letters).toBe(43);
});
