import { expect } from '@playwright/test';
import { launchApp, test } from './app.ts';
import { annotationCard, correctItem, itemCard, readReport, writeNote } from './desk.ts';
import { seedPaths } from './seeds.ts';

test('letters read again with the same parser are the same, and keep what was done to them', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop(seedPaths);
  await readReport(page);
  await page.getByRole('option').nth(1).click();
  await expect(page.locator('[data-item]')).toHaveCount(3);
  await writeNote(page, page.getByLabel('Rationale of item 1'), 'lack of functional improvement', 'Not measured.');
  await correctItem(page, 2, 'Edit title, decision and category…');
  await page.getByRole('dialog').getByText('Overturned', { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(itemCard(page, 2).getByRole('button', { name: 'Decision corrected' })).toBeVisible();

  await page.keyboard.press('Control+Shift+l');
  const choice = page.getByRole('dialog', { name: 'Read letters again' });
  await expect(choice).toContainText('All letters were read by this version of the program.');
  await choice.getByText('All letters of the library').click();
  await choice.getByRole('button', { name: 'Read again' }).click();
  const report = page.getByRole('dialog', { name: 'Letters read again' });
  await expect(report).toContainText('5 letters read again: nothing changed.');
  await page.keyboard.press('Escape');

  await expect(annotationCard(page, 1).getByLabel('Note 1')).toHaveValue('Not measured.');
  await expect(itemCard(page, 2).locator('header [data-decision]')).toHaveAttribute('data-decision', 'overturned');
  // Steps from before know the letters as they were read then.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Nothing to undo.')).toBeVisible();
  await app.quit();
});
