import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { writeBackup } from '../../../electron/library/backups/write-backup.ts';
import { DamagedLibraryError } from '../../../electron/library/damaged-library.ts';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import { createLibraryMethods } from '../../../electron/library/library-methods.ts';
import { lockLibrary } from '../../../electron/library/lock-library.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { createRecovery, type Recovery } from '../../../electron/recovery/recovery.ts';
import { recoveryStateSchema, type SalvageProgress } from '../../../shared/model/recovery.ts';
import { damagePages, pagesOf } from '../library/damage-pages.ts';
import { realLetter, seedText } from '../library/real-letter.ts';
import { sampleAnnotation } from '../library/sample-letter.ts';
import { temporaryFolder } from '../library/test-library.ts';

const template = mkdtempSync(join(tmpdir(), 'second-opinion-recovery-'));
afterAll(() => rmSync(template, { recursive: true }));

/** Two letters; the second one and a note on the first are newer than the backup. */
const made = (async () => {
  const { db, close } = openLibrary(template);
  const library = createLibraryMethods(db);
  library.addLetters([realLetter(seedText('000'))]);
  await writeBackup(template, new Date());
  library.addLetters([realLetter(seedText('001'))]);
  const text = library.openCase(1).parse.readingText;
  library.createAnnotation(sampleAnnotation(1, text, text.slice(0, 10), { note: 'newer' }));
  close();
})();

/** A library that opens only with damage, and the recovery that its opening leads to. */
async function damagedLibrary(spoil: (path: string, folder: string) => void) {
  await made;
  const dir = join(temporaryFolder(), 'library');
  cpSync(template, dir, { recursive: true });
  const path = join(dir, 'library.db');
  spoil(path, dir);
  const open = () => openLibraryClient({ dir, backups: false });
  const damage = await open().then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof DamagedLibraryError ? thrown.damage : undefined),
  );
  if (!damage) throw new Error('The library is not damaged.');
  const progress: SalvageProgress[] = [];
  const begun = Promise.withResolvers<void>();
  const onProgress = (step: SalvageProgress) => {
    progress.push(step);
    begun.resolve();
  };
  const options = { dir, damage, canGoBack: false, open, onProgress };
  const recovery = createRecovery(options);
  onTestFinished(() => recovery.close());
  return { dir, path, recovery, progress, begun: begun.promise, again: () => createRecovery(options) };
}

const noDatabase = (path: string) => writeFileSync(path, 'Dear colleague, '.repeat(1000));

async function lettersOf(recovery: Recovery): Promise<{ letters: number; notes: number }> {
  const library = await recovery.open();
  const { total } = await library.listLetters({ query: '', limit: 10 });
  const { annotations } = await library.openCase(1);
  await library.close();
  return { letters: total, notes: annotations.length };
}

test('the state tells what is wrong, and what there is to go back to', async () => {
  const { recovery, dir } = await damagedLibrary(noDatabase);
  const state = recoveryStateSchema.parse(await recovery.state());
  expect(state).toMatchObject({
    damage: { file: 'library.db', kind: 'not-a-database' },
    folder: dir,
    canGoBack: false,
  });
  expect(state.message).toContain('not a database');
  expect(state.backups).toMatchObject([{ holdings: { letters: 1, notes: 0 } }]);
  expect(state.salvaged).toBeUndefined();
});

test('a backup is restored, the damaged file kept, and letters imported since are imported again', async () => {
  const { recovery, path } = await damagedLibrary(noDatabase);
  const damaged = readFileSync(path);
  const [backup] = (await recovery.state()).backups;
  const report = await recovery.restore(backup?.name ?? '');
  expect(readFileSync(join(report.setAside, 'library.db'))).toEqual(damaged);
  expect(report.originalsWithoutLetter).toHaveLength(1);
  expect(await recovery.reimport()).toEqual({ imported: 1, failed: 0 });
  expect(await lettersOf(recovery)).toEqual({ letters: 2, notes: 0 });
});

test('what can be read is saved beside the library, shown, and takes its place', async () => {
  const { recovery, path, dir, progress, again } = await damagedLibrary((library) => {
    const { length } = readFileSync(library);
    truncateSync(library, length - 4096);
  });
  const damaged = readFileSync(path);
  const salvaged = await recovery.salvage();
  expect(salvaged.holdings).toMatchObject({ letters: 2, notes: 1 });
  expect(progress[0]).toEqual({ stage: 'copying' });
  expect(progress.at(-1)).toEqual({ stage: 'checking' });
  expect(readFileSync(path)).toEqual(damaged);
  // It is there at the next start as well.
  expect((await again().state()).salvaged).toEqual(salvaged);
  const setAside = await recovery.replaceBySalvaged();
  expect(readFileSync(join(setAside, 'library.db'))).toEqual(damaged);
  expect(existsSync(join(setAside, 'originals.db'))).toBe(true);
  expect(existsSync(join(dir, 'salvaged'))).toBe(false);
  expect(await lettersOf(recovery)).toEqual({ letters: 2, notes: 1 });
});

test('what was saved is set aside with the damaged library when a backup is restored instead', async () => {
  const { recovery, dir } = await damagedLibrary(noDatabase);
  await recovery.salvage();
  const [backup] = (await recovery.state()).backups;
  const { setAside } = await recovery.restore(backup?.name ?? '');
  expect(readdirSync(join(setAside, 'salvaged'))).toContain('library.db');
  expect(existsSync(join(dir, 'salvaged'))).toBe(false);
});

test('cancelling leaves nothing behind, and no step begins while another is under way', async () => {
  const { recovery, dir, begun } = await damagedLibrary(noDatabase);
  const before = readdirSync(dir).sort();
  const cancelled = expect(recovery.salvage()).rejects.toMatchObject({ code: 'cancelled' });
  await expect(recovery.replaceBySalvaged()).rejects.toMatchObject({ code: 'invalid-input' });
  await begun;
  recovery.cancelSalvage();
  await cancelled;
  expect(readdirSync(dir).sort()).toEqual(before);
  // Nobody holds the library any more.
  lockLibrary(dir)();
});

test('a damaged originals.db is told as such, also after a backup was restored in vain', async () => {
  const { recovery, dir } = await damagedLibrary((path, folder) => {
    noDatabase(path);
    noDatabase(join(folder, 'originals.db'));
  });
  const { damage, backups } = await recovery.state();
  expect(damage?.file).toBe('library.db');
  await expect(recovery.restore(backups[0]?.name ?? '')).rejects.toMatchObject({ code: 'library-damaged' });
  expect((await recovery.state()).damage?.file).toBe('originals.db');
  const { holdings, remarks } = await recovery.salvage();
  expect(holdings.letters).toBe(1);
  expect(remarks).toEqual([
    'None of the imported files could be read. Letters without their imported file can be read and annotated, but not read again.',
  ]);
  await recovery.replaceBySalvaged();
  expect(await lettersOf(recovery)).toEqual({ letters: 1, notes: 0 });
  expect(readdirSync(join(dir, 'set-aside'))).toHaveLength(2);
});

test('a library that was open is checked before anything is said of it', async () => {
  await made;
  const dir = join(temporaryFolder(), 'library');
  cpSync(template, dir, { recursive: true });
  const options = {
    dir,
    canGoBack: true,
    open: () => openLibraryClient({ dir, backups: false }),
    onProgress: () => {},
  };
  const sound = await createRecovery(options).state();
  expect([sound.damage, sound.canGoBack]).toEqual([undefined, true]);
  const path = join(dir, 'library.db');
  damagePages(path, { first: pagesOf(path, 'annotation')[0] ?? 0, count: 1 });
  const recovery = createRecovery(options);
  expect(await recovery.state()).toMatchObject({ damage: { file: 'library.db', kind: 'malformed' }, canGoBack: true });
  const { holdings, remarks } = await recovery.salvage();
  expect(holdings).toMatchObject({ letters: 2, notes: 0 });
  expect(remarks).toEqual(['Some of the notes could not be read.']);
});
