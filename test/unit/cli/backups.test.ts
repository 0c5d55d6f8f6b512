import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { backupSchema } from '../../../shared/model/backup.ts';
import { temporaryFolder } from '../library/test-library.ts';
import { frozenLibrary } from '../migrations/frozen-libraries.ts';
import { jsonLines, runCli, seedsFolder } from './run-cli.ts';

const [first = '', second = ''] = readdirSync(seedsFolder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join(seedsFolder, name));

test('a library is backed up, restored, and filled again from its originals', async () => {
  const library = join(temporaryFolder(), 'library');
  await runCli('import', '--library', library, first);
  const made = await runCli('backup', '--library', library);
  expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/^library-.*\.db\t1 letters, 0 notes/) });
  const name = made.stdout.split('\t')[0] ?? '';
  const listed = jsonLines((await runCli('backups', '--library', library, '--json')).stdout).map((line) =>
    backupSchema.parse(line),
  );
  expect(listed[0]).toMatchObject({ name, holdings: { letters: 1 } });

  // Through the library itself: the command line would back up at its end and let the older backup of today go.
  const later = openLibrary(library);
  later.db
    .prepare("INSERT INTO originals.original VALUES (?, 5, x'68656c6c6f')")
    .run('2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824');
  later.close();
  const restored = await runCli('restore', '--library', library, '--backup', name);
  expect(restored.status).toBe(0);
  expect(restored.stdout).toMatch(
    /^Restored: library-.*\nThe library as it was before is in .*set-aside.*\nImported since/,
  );
  expect(await runCli('reimport', '--library', library)).toEqual({
    status: 0,
    stdout: '1 imported again, 0 failed\n',
    stderr: '',
  });
  expect(jsonLines((await runCli('list', '--library', library, '--json')).stdout)).toHaveLength(2);
  expect(await runCli('reimport', '--library', library)).toMatchObject({ stdout: '0 imported again, 0 failed\n' });
  expect(await runCli('restore', '--library', library, '--backup', 'nothing')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'The library has no backup named “nothing”.\n',
  });
});

test('damage is found, named and salvaged', async () => {
  const folder = temporaryFolder();
  const library = join(folder, 'library');
  await runCli('import', '--library', library, first, second);
  expect(await runCli('verify', '--library', library)).toEqual({
    status: 0,
    stdout: '2 originals and the texts of 2 letters checked, 0 damaged\n',
    stderr: '',
  });
  const { db, close } = openLibrary(library);
  db.prepare("UPDATE letter_content SET reading_text = reading_text || '!' WHERE letter_id = 1").run();
  const sha256 = db
    .prepare('UPDATE originals.original SET bytes = zeroblob(size) WHERE rowid = 2 RETURNING sha256')
    .pluck();
  const changed = String(sha256.get());
  close();
  const { status, stdout, stderr } = await runCli('verify', '--library', library, '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ originals: 2, letters: 2, damaged: [{ sha256: changed }, {}] });
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^001_.*original has changed on the disk/),
    expect.stringMatching(/^000_.*text of this letter has changed on the disk/),
  ]);

  const out = join(folder, 'salvaged');
  const salvaged = await runCli('salvage', '--library', library, '--out', out);
  expect(salvaged).toMatchObject({ status: 1, stderr: `${changed}: The stored original has changed on the disk.\n` });
  expect(salvaged.stdout).toMatch(/^1 originals kept, 1 letters read again, 0 imported again/);
  expect(await runCli('list', '--library', out)).toMatchObject({ status: 0 });
});

test('what cannot be opened says so, and its backups are listed all the same', async () => {
  const library = frozenLibrary('v2');
  await runCli('backup', '--library', library);
  writeFileSync(join(library, 'library.db'), 'no database'.repeat(500));
  expect(await runCli('list', '--library', library)).toEqual({
    status: 1,
    stdout: '',
    stderr: 'The library file library.db is not a database. It was left as it is.\n',
  });
  expect((await runCli('backups', '--library', library)).stdout).toMatch(
    /\t2 letters, 2 notes, 1 second opinions, 1 corr/,
  );
});

describe('a library', () => {
  test.each([
    ['backup'],
    ['backups'],
    ['restore', '--backup', 'x'],
    ['reimport'],
    ['verify'],
    ['salvage', '--out', 'nowhere'],
  ])('must be there to %s', async (...args) => {
    const missing = join(temporaryFolder(), 'missing');
    expect(await runCli(...args, '--library', missing)).toMatchObject({
      status: 1,
      stderr: `There is no library in ${missing}.\n`,
    });
    expect(existsSync(missing)).toBe(false);
  });
});

test.each([['backup'], ['restore', '--library', 'x'], ['salvage', '--library', 'x'], ['verify', '--fast']])(
  'wrong usage is told: %s %s',
  async (...args) => {
    expect(await runCli(...args)).toMatchObject({ status: 2, stdout: '' });
  },
);
