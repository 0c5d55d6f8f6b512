import { expect } from '@playwright/test';
import { launchApp, test } from './app.ts';
import { openLetter, pane, writeNote } from './desk.ts';
import { seedPath } from './seeds.ts';

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
