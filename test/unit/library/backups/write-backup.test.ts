import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { listBackups } from '../../../../electron/library/backups/list-backups.ts';
import { writeBackup } from '../../../../electron/library/backups/write-backup.ts';
import { inCareThread } from '../../../../electron/library/in-care-thread.ts';
import { factsIn } from '../../../torture/facts.ts';
import { damagePages } from '../damage-pages.ts';
import { sampleAnnotation, sampleLetter } from '../sample-letter.ts';
import { testLibrary } from '../test-library.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
const text = 'Lumbar spine';

function filledLibrary() {
  const library = testLibrary();
  const letterId = library.addLetters([sampleLetter(text)])[0]?.letterId ?? 0;
  const annotate = (note: string) => library.createAnnotation(sampleAnnotation(letterId, text, 'spine', { note }));
  annotate('first');
  return { ...library, annotate };
}

test('a backup holds what was committed, stands for itself, and says what it holds', async () => {
  const library = filledLibrary();
  const made = await writeBackup(library.folder, now);
  expect(made).toMatchObject({
    name: 'library-2026-03-01T10-00-00-000Z.db',
    time: now.toISOString(),
    beforeUpdate: false,
    holdings: { letters: 1, notes: 1, secondOpinions: 0, corrections: 0 },
  });
  expect(listBackups(library.folder)).toEqual([made]);
  expect(readdirSync(join(library.folder, 'backups'))).toEqual([made.name]);
  const path = join(library.folder, 'backups', made.name);
  // Journal mode DELETE: https://sqlite.org/fileformat2.html, bytes 18 and 19.
  expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
  const copy = new Database(path, { readonly: true });
  expect(factsIn(copy as never)).toEqual(factsIn(library.db));
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
});

test('work goes on while it is being made, and it holds what was there when it began', async () => {
  const library = filledLibrary();
  const backup = inCareThread('writeBackup', library.folder, now);
  for (let count = 0; count < 200; count++) {
    library.annotate(`note ${count}`);
    await new Promise(setImmediate);
  }
  const { holdings } = await backup;
  expect(holdings?.notes).toBeGreaterThanOrEqual(1);
  expect(holdings?.notes).toBeLessThanOrEqual(201);
  expect(library.openCase(1).annotations).toHaveLength(201);
});

test('older backups go, but not those from before an update, and what a crash left behind goes too', async () => {
  const { folder } = filledLibrary();
  await writeBackup(folder, now);
  const backups = join(folder, 'backups');
  writeFileSync(join(backups, 'library-2026-03-01T10-10-00-000Z.db.part'), 'half');
  writeFileSync(join(backups, 'library-2026-03-01T10-10-00-000Z.db.part-journal'), 'half');
  writeFileSync(join(backups, 'library-step1-2026-03-01T09-00-00-000Z.db'), 'kept for good');
  writeFileSync(join(backups, 'my own notes.txt'), 'not ours');
  const later = await writeBackup(folder, new Date(now.getTime() + 60_000));
  expect(readdirSync(backups).sort()).toEqual([
    later.name,
    'library-step1-2026-03-01T09-00-00-000Z.db',
    'my own notes.txt',
  ]);
  // One that cannot be read is listed all the same.
  expect(listBackups(folder).map(({ name, holdings }) => [name.slice(8, 12), holdings?.letters])).toEqual([
    ['2026', 1],
    ['step', undefined],
  ]);
});

test('two of the same moment have different names', async () => {
  const { folder } = filledLibrary();
  const first = await writeBackup(folder, now);
  const second = await writeBackup(folder, now);
  expect(second.time > first.time || second.name !== first.name).toBe(true);
});

test('a damaged library gives no backup, and the ones there are stay', async () => {
  const library = filledLibrary();
  for (let count = 0; count < 300; count++) library.annotate(`note ${count} ${'word '.repeat(40)}`);
  const good = await writeBackup(library.folder, now);
  library.close();
  damagePages(join(library.folder, 'library.db'), { first: 30, count: 40 });
  await expect(writeBackup(library.folder, new Date(now.getTime() + 86_400_000))).rejects.toMatchObject({
    code: 'library-damaged',
  });
  expect(readdirSync(join(library.folder, 'backups'))).toEqual([good.name]);
});

test('where no backup can be written, the reason is told in words', async () => {
  const { folder } = filledLibrary();
  mkdirSync(join(folder, 'backups'));
  mkdirSync(join(folder, 'backups', 'library-2026-03-01T10-00-00-000Z.db.part'));
  await expect(inCareThread('writeBackup', folder, now)).rejects.toThrow();
});
