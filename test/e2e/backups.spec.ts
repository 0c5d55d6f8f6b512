import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { createLibraryMethods } from '../../electron/library/library-methods.ts';
import { openLibrary } from '../../electron/library/open-library.ts';
import { realLetter, seedText } from '../unit/library/real-letter.ts';
import { launchApp, test } from './app.ts';
import { openLetter, pane, readReport, writeNote } from './desk.ts';
import { seedPath, seedPaths } from './seeds.ts';

test('a backup is made and restored; letters imported since are imported again from what is kept', async () => {
  const app = await launchApp();
  const { page } = app;
  const settings = page.getByRole('button', { name: 'Settings' });
  const backups = page.getByRole('region', { name: 'Backups' });
  await app.drop([seedPath('001')]);
  await expect(pane(page, 'item-decisions').locator('[data-item]')).toHaveCount(3);
  await settings.click();
  const now = backups.getByRole('button', { name: 'Back up now' });
  await now.click();
  await expect(now).toBeEnabled();
  await expect(backups.getByRole('listitem').first()).toContainText('1 letter · 0 notes');
  await page.getByRole('button', { name: 'Done', exact: true }).click();

  const summary = pane(page, 'case-summary').getByRole('group', { name: 'Clinical case summary' });
  await writeNote(page, summary, 'Voltaren, Norco, and Soma', 'Three drugs.');
  await app.drop([seedPath('004')]);
  await expect(pane(page, 'library').getByRole('option')).toHaveCount(2);

  await settings.click();
  await backups
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .click();
  await backups.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(backups.getByRole('status')).toContainText('1 letter was imported since then');
  await backups.getByRole('button', { name: 'Import them again' }).click();
  await expect(pane(page, 'library').locator('[role="option"]')).toHaveCount(2);
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await openLetter(page, seedPath('001'));
  // The note was made after the backup.
  await expect(pane(page, 'annotations').locator('[data-annotation]')).toHaveCount(0);
  await app.quit();
});

test('started again while it still closes, the program opens as soon as the library is free', async () => {
  const first = await launchApp();
  await first.drop(seedPaths);
  await readReport(first.page);
  const gone = first.page.waitForEvent('close');
  const ended = first.quit();
  await gone;
  const second = await launchApp({ home: first.home });
  await expect(pane(second.page, 'library').getByRole('option')).toHaveCount(5);
  await ended;
  await second.quit();
});

/** A library of two letters; the original of the first is no longer what was imported. */
function libraryWithChangedOriginal(folder: string): void {
  const { db, close } = openLibrary(folder);
  const letters = ['001', '004'].map((number) => ({ ...realLetter(seedText(number)), fileName: `${number}.txt` }));
  createLibraryMethods(db).addLetters(letters);
  db.prepare('UPDATE originals.original SET bytes = zeroblob(size) WHERE sha256 = ?').run(letters[0]?.sha256);
  close();
}

test('all letters are checked on demand; one that changed on the disk is named and mended by importing it again', async () => {
  const home = mkdtempSync(join(tmpdir(), 'second-opinion-damaged-'));
  libraryWithChangedOriginal(join(home, 'library'));
  const { page, drop, quit } = await launchApp({ home });
  const damaged = page.getByText(/One letter has changed on the disk/);
  await page.getByRole('button', { name: 'Settings' }).click();
  const backups = page.getByRole('region', { name: 'Backups' });
  await backups.getByRole('button', { name: 'Check all letters' }).click();
  await expect(backups).toContainText(
    'Checked: 2 imported files and the texts of 2 letters. 1 has changed on the disk.',
  );
  await expect(backups.getByRole('list', { name: 'Damaged letters' })).toContainText('“001.txt”');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(damaged).toBeVisible();

  await drop([seedPath('001')]);
  await expect(page.getByText(/was put back from this file/)).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  // It is looked at again once the library has been quiet for some seconds.
  await expect(damaged).toBeHidden({ timeout: 9000 });
  await quit();
});
