import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { writeBackup } from '../../electron/library/backups/write-backup.ts';
import { createLibraryMethods } from '../../electron/library/library-methods.ts';
import { openLibrary } from '../../electron/library/open-library.ts';
import { copyAsKilled } from '../unit/library/crashed-library.ts';
import { damagePages, pagesOf } from '../unit/library/damage-pages.ts';
import { realLetter, seedText } from '../unit/library/real-letter.ts';
import { sampleAnnotation } from '../unit/library/sample-letter.ts';
import { launchApp, test } from './app.ts';
import { pane } from './desk.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const notes = (page: Page) => pane(page, 'annotations').locator('[data-annotation]');
const rows = (page: Page) => pane(page, 'library').locator('[role="option"]');

const letter = (number: string) => ({ ...realLetter(seedText(number)), fileName: `${number}.txt` });

/** A closed library with a letter and a note on it; a second letter when there is a backup, from after that. */
async function closedLibrary({ backup }: { backup: boolean }) {
  const home = await mkdtemp(join(tmpdir(), 'second-opinion-e2e-'));
  const folder = join(home, 'library');
  const { db, close } = openLibrary(folder);
  const library = createLibraryMethods(db);
  library.addLetters([letter('000')]);
  const text = library.openCase(1).parse.readingText;
  library.createAnnotation(sampleAnnotation(1, text, text.slice(0, 12), { note: 'Central to the case.' }));
  if (backup) {
    await writeBackup(folder, new Date());
    library.addLetters([letter('001')]);
  }
  close();
  return { home, folder, path: join(folder, 'library.db') };
}

/** The files of the library itself, not of its use. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { withFileTypes: true, recursive: true });
  const kept = files.filter((file) => file.isFile() && !/^lock\.db|-(wal|shm)$/.test(file.name));
  return new Map(
    await Promise.all(
      kept.map(async ({ name, parentPath }): Promise<[string, string]> => {
        const path = join(parentPath, name);
        return [path.slice(folder.length), (await readFile(path)).toString('base64')];
      }),
    ),
  );
}

async function flipBytes(path: string): Promise<void> {
  const bytes = await readFile(path);
  for (let at = 0; at < 16; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  await writeFile(path, bytes);
}

test('a library that is no database any more is restored, and letters imported since come in again', async () => {
  const { home, folder, path } = await closedLibrary({ backup: true });
  await flipBytes(path);
  const damaged = await readFile(path);
  const app = await launchApp({ home });
  const { page } = app;
  await expect(heading(page, 'The library is damaged')).toBeVisible();
  await expect(page.getByText('library.db is not a database')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(1);
  await expect(page.getByRole('radio')).toBeChecked();
  await expect(page.getByText('1 letter · 1 note')).toBeVisible();
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  await expect(heading(page, 'The library is back')).toBeVisible();
  await page.getByRole('button', { name: 'Import it again' }).click();
  await expect(page.getByText('1 letter was imported again.')).toBeVisible();
  await page.getByRole('button', { name: 'Open the library' }).click();
  await expect(rows(page)).toHaveCount(2);
  await rows(page).filter({ hasText: '000.txt' }).click();
  await expect(notes(page)).toHaveCount(1);
  await app.quit();
  const [time = ''] = await readdir(join(folder, 'set-aside'));
  expect(await readFile(join(folder, 'set-aside', time, 'library.db'))).toEqual(damaged);
});

test('a library that was cut off, without a backup, gives up what can be read by the keyboard alone', async () => {
  const { home, folder, path } = await closedLibrary({ backup: false });
  await rm(join(folder, 'backups'), { recursive: true, force: true });
  // The last pages are gone, and SQLite refuses the file as it is.
  const { length } = await readFile(path);
  await truncate(path, length - 4096 * 3);
  const damaged = await readFile(path);
  const app = await launchApp({ home });
  const { page } = app;
  await expect(heading(page, 'The library is damaged')).toBeVisible();
  await expect(page.getByText('This library has no backup.')).toBeVisible();
  const saving = page.getByRole('button', { name: 'Save what can be read' });
  await page.keyboard.press('Tab');
  await expect(saving).toBeFocused();
  await page.keyboard.press('Enter');
  const use = page.getByRole('button', { name: 'Use the salvaged library' });
  await expect(use).toBeFocused();
  const saved = page.getByRole('row', { name: /^(Letters|Notes)/ });
  await expect(saved).toHaveText(['Letters1', 'Notes1']);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'The library is back')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open the library' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await rows(page).click();
  await expect(notes(page)).toHaveCount(1);
  await app.quit();
  const [time = ''] = await readdir(join(folder, 'set-aside'));
  expect(await readFile(join(folder, 'set-aside', time, 'library.db'))).toEqual(damaged);
});

test('quitting leaves every file as it was, and the page comes again', async () => {
  const { home, folder, path } = await closedLibrary({ backup: true });
  await flipBytes(path);
  await copyFile(path, join(home, 'damaged'));
  const before = await filesIn(folder);
  for (const again of [false, true]) {
    const app = await launchApp({ home });
    await expect(heading(app.page, 'The library is damaged')).toBeVisible();
    await app.page.getByRole('button', { name: 'Quit' }).click();
    expect((await app.ended).code, String(again)).toBe(0);
    expect(await filesIn(folder)).toEqual(before);
  }
});

test('damage that a check finds while the letters are shown is repaired from the status bar', async () => {
  const { home, folder, path } = await closedLibrary({ backup: false });
  damagePages(path, { first: pagesOf(path, 'second_opinion')[0] ?? 0, count: 1 });
  // As a crash leaves it, so that the next opening checks.
  await writeFile(join(folder, 'open.mark'), '');
  const app = await launchApp({ home });
  const { page } = app;
  const repair = page.getByRole('button', { name: 'Repair…' });
  await expect(page.getByText('The library is damaged and can only be read.')).toBeVisible();
  await repair.click();
  await expect(heading(page, 'The library is damaged')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the letters' }).click();
  await expect(rows(page)).toHaveCount(1);
  await repair.click();
  await page.getByRole('button', { name: 'Save what can be read' }).click();
  await expect(page.getByText('Some of the second opinions could not be read.')).toBeVisible();
  await page.getByRole('button', { name: 'Use the salvaged library' }).click();
  await page.getByRole('button', { name: 'Open the library' }).click();
  await rows(page).click();
  await expect(notes(page)).toHaveCount(1);
  await expect(repair).toHaveCount(0);
  await app.quit();
});

/** The closed library, killed at work since: with a second letter in its log, and then cut to a share of its length. */
async function killedAndCut(share: number) {
  const { home, folder, path } = await closedLibrary({ backup: false });
  await writeBackup(folder, new Date());
  const killed = join(home, 'killed');
  const { db, close } = openLibrary(folder);
  const library = createLibraryMethods(db);
  library.addLetters([letter('001')]);
  // More than the log begins with: what is cut off is in the file alone.
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  library.setStatus(1, 'done');
  library.addLetters([letter('002')]);
  copyAsKilled(folder, killed);
  close();
  for (const name of await readdir(killed)) await copyFile(join(killed, name), join(folder, name));
  const { length } = await readFile(path);
  await truncate(path, Math.floor((length * share) / 4096) * 4096);
  return { home, folder, path, damaged: await readFile(path), log: await readFile(`${path}-wal`) };
}

test('a library that nothing can be listed of leads to the ways back by itself, and is restored', async () => {
  const { home, folder, damaged, log } = await killedAndCut(0.1);
  const app = await launchApp({ home });
  const { page } = app;
  await expect(heading(page, 'The library is damaged')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to the letters' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  await page.getByRole('button', { name: 'Import them again' }).click();
  await page.getByRole('button', { name: 'Open the library' }).click();
  await expect(rows(page)).toHaveCount(3);
  await rows(page).filter({ hasText: '000.txt' }).click();
  await expect(notes(page)).toHaveCount(1);
  await app.quit();
  const [time = ''] = await readdir(join(folder, 'set-aside'));
  expect(await readFile(join(folder, 'set-aside', time, 'library.db'))).toEqual(damaged);
  expect(await readFile(join(folder, 'set-aside', time, 'library.db-wal'))).toEqual(log);
});

for (const share of [0.5, 0.75]) {
  test(`a library killed at work and cut to ${share * 100} % gives up what can be read`, async () => {
    const { home, folder, damaged, log } = await killedAndCut(share);
    const app = await launchApp({ home });
    const { page } = app;
    const damage = heading(page, 'The library is damaged');
    const repair = page.getByRole('button', { name: 'Repair…' });
    await expect(damage.or(repair)).toBeVisible();
    if (await repair.isVisible()) await repair.click();
    await expect(damage).toBeVisible();
    await page.getByRole('button', { name: 'Save what can be read' }).click();
    await page.getByRole('button', { name: 'Use the salvaged library' }).click();
    await page.getByRole('button', { name: 'Open the library' }).click();
    await expect(rows(page)).toHaveCount(3);
    await app.quit();
    const [time = ''] = await readdir(join(folder, 'set-aside'));
    expect(await readFile(join(folder, 'set-aside', time, 'library.db'))).toEqual(damaged);
    expect(await readFile(join(folder, 'set-aside', time, 'library.db-wal'))).toEqual(log);
  });
}
