import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, test } from './app.ts';
import { correctItem, itemCard, pane, saved, selectText } from './desk.ts';
import { seedPath } from './seeds.ts';

const title = (page: Page, ordinal: number) => itemCard(page, ordinal).getByRole('heading', { level: 3 });
const decision = (page: Page, ordinal: number) => itemCard(page, ordinal).locator('header [data-decision]');
const corrections = (page: Page) => page.getByRole('region', { name: 'Corrections' }).getByRole('listitem');

test('a corrected decision and title are marked, survive a restart and can be undone', async () => {
  const home = mkdtempSync(join(tmpdir(), 'second-opinion-corrected-'));
  const first = await launchApp({ home });
  await first.drop([seedPath('001')]);
  const printed = (await title(first.page, 2).textContent()) ?? '';
  await correctItem(first.page, 2, 'Edit title, decision and category…');
  const dialog = first.page.getByRole('dialog');
  await dialog.getByLabel(/^Title/).fill('Fluoroscopy');
  await dialog.getByText('Overturned', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(title(first.page, 2)).toHaveText('Fluoroscopy');
  // What the letter prints stays in sight.
  await expect(first.page.getByRole('group', { name: 'Title of item 2 as printed' })).toHaveText(printed);
  await first.quit();

  const second = await launchApp({ home });
  const { page } = second;
  await expect(decision(page, 2)).toHaveAttribute('data-decision', 'overturned');
  await expect(title(page, 2)).toHaveText('Fluoroscopy');
  await expect(corrections(page)).toHaveCount(2);
  await itemCard(page, 2).getByRole('button', { name: 'Decision corrected' }).click();
  const mark = page.getByRole('dialog', { name: 'Decision corrected' });
  await expect(mark).toContainText('The program had read: Upheld');
  await mark.getByRole('button', { name: 'Undo correction' }).click();
  await expect(decision(page, 2)).toHaveAttribute('data-decision', 'upheld');
  await expect(pane(page, 'item-decisions')).toBeFocused();
  await corrections(page)
    .getByRole('button', { name: /^Undo: Title/ })
    .click();
  await expect(title(page, 2)).toHaveText(printed);
  await expect(corrections(page)).toHaveCount(0);
  // Taking back is a step as well.
  await page.keyboard.press('Control+z');
  await expect(title(page, 2)).toHaveText('Fluoroscopy');
  await second.quit();
});

test('an item is split by selecting text, and joined again; a second opinion stays with its item', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('001')]);
  const [second = '', third = ''] = [await title(page, 2).textContent(), await title(page, 3).textContent()].map(
    String,
  );
  await itemCard(page, 2).getByText('Disagree').click();
  // Not yet saved when the split changes the ordinals.
  await itemCard(page, 2)
    .getByLabel(/^Reason/)
    .fill('Fluoroscopy is standard.');
  await selectText(page.getByLabel('Rationale of item 1'), 'The applicant reports ongoing complaints');
  await page.keyboard.press('c');
  await expect(page.getByRole('menuitem', { name: 'Split: a new item starts here' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-item]')).toHaveCount(4);
  await expect(title(page, 2)).toHaveText('The applicant reports ongoing complaints');
  await expect(title(page, 3)).toHaveText(second);
  await expect(title(page, 4)).toHaveText(third);
  await expect(itemCard(page, 3).getByRole('radio', { name: 'Disagree' })).toBeChecked();
  await expect(itemCard(page, 3).getByLabel(/^Reason/)).toHaveValue('Fluoroscopy is standard.');
  await expect(itemCard(page, 2).getByRole('radio', { name: 'Disagree' })).not.toBeChecked();

  await correctItem(page, 2, 'Join with the item above');
  await expect(page.locator('[data-item]')).toHaveCount(3);
  await expect(itemCard(page, 2).getByRole('radio', { name: 'Disagree' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Correct item 1' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-item]')).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-item]')).toHaveCount(3);
  await expect(corrections(page)).toHaveCount(0);
  // Further back, each step finds the item that it was made on.
  await page.keyboard.press('Control+z');
  await expect(itemCard(page, 2).getByLabel(/^Reason/)).toHaveValue('');
  await expect(itemCard(page, 2).getByRole('radio', { name: 'Disagree' })).toBeChecked();
  await app.quit();
});

test('the text of a removed item is kept, and is assigned to another', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('001')]);
  await expect(page.locator('[data-item]')).toHaveCount(3);
  await itemCard(page, 3).getByText('Agree', { exact: true }).click();
  await saved(page);
  await correctItem(page, 3, 'Not an item: remove');
  await expect(page.locator('[data-item]')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Opinions on items that are no longer there' })).toContainText('Agree');
  await expect(page.getByRole('option')).toContainText(/\d % of the letter/);

  await expect(page.getByRole('group', { name: 'Unassigned text' })).toContainText('derivative or companion request');
  await page.getByRole('button', { name: 'Assign…' }).click();
  await page.getByRole('menuitem', { name: /^Item 2/ }).hover();
  await page.getByRole('menuitem', { name: 'Rationale' }).click();
  await expect(page.getByRole('group', { name: 'Unassigned text' })).toHaveCount(0);
  await expect(page.getByLabel('Rationale of item 2')).toContainText('Re-review sedation');
  await expect(page.getByRole('option')).not.toContainText('of the letter');

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(itemCard(page, 3).getByRole('radio', { name: 'Agree', exact: true })).toBeChecked();
  await app.quit();
});

test('facts are set right, and cleared when the letter does not state them', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('000')]);
  const facts = pane(page, 'case-summary').locator('dl');
  const edit = async (label: string, field: string, text: string) => {
    await facts.getByRole('button', { name: `Correct: ${label}` }).click();
    await page.getByRole('dialog').getByLabel(field).fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await edit('Patient', 'Age in years', '35');
  await expect(facts).toContainText('35 years');
  await expect(page.getByRole('option')).toContainText('35 F');
  await edit('Date of injury', 'Date of injury', '');
  await expect(facts).not.toContainText('2005');
  await expect(facts.getByRole('button', { name: 'Date of injury corrected' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a fact…' }).click();
  await edit('UR denial', 'Date of the UR denial', '2014-11-03');
  await expect(facts).toContainText('November 3, 2014');
  // What cannot be is refused by its field.
  await facts.getByRole('button', { name: 'Correct: Patient' }).click();
  await page.getByRole('spinbutton').fill('350');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('spinbutton')).toHaveValue('350');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(corrections(page)).toHaveCount(3);
  await app.quit();
});
