import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, type RunningApp, test } from './app.ts';
import { itemCard, openLetter, pane, readReport, writeNote } from './desk.ts';
import { seedPath, seedPaths } from './seeds.ts';

const options = (page: Page) => pane(page, 'library').getByRole('option');
const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search letters and notes' });
const button = (page: Page, name: string | RegExp) => pane(page, 'library').getByRole('button', { name });
const facet = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Filter' }).locator('label').filter({ hasText: name });

/** Chooses from one of the menus of the library. */
async function choose(page: Page, menu: string | RegExp, item: string): Promise<void> {
  await button(page, menu).click();
  // The choices of the sort menu are radio items, everything else is done by plain ones.
  await page.locator('[role^="menuitem"]').filter({ hasText: item }).click();
}

const views = 'Saved searches and trash';

async function withSeeds(home?: string): Promise<RunningApp> {
  const app = await launchApp({ size: { width: 1366, height: 768 }, ...(home !== undefined && { home }) });
  await app.drop(seedPaths);
  await readReport(app.page);
  await expect(options(app.page)).toHaveCount(5);
  return app;
}

test('a facet narrows the list, shows in the query, and is taken out again', async () => {
  const app = await withSeeds();
  const { page } = app;
  await button(page, 'Filter').click();
  await expect(facet(page, /^Overturned/)).toContainText(/\d$/);
  const count = Number(/\d+$/.exec((await facet(page, /^Overturned/).textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(5);
  await facet(page, /^Overturned/).click();
  await expect(options(page)).toHaveCount(count);
  await expect(searchBox(page)).toHaveValue('decision:overturned');
  await expect(page.getByRole('checkbox', { name: /^Overturned/ })).toBeChecked();
  // Another value of the same field can be asked for beside it; the counts of the field stay what they were.
  await facet(page, /^Upheld/).click();
  await expect(options(page)).toHaveCount(5);
  await facet(page, /^Upheld/).click();
  await expect(options(page)).toHaveCount(count);
  await page.getByRole('list', { name: 'Filters' }).getByRole('button', { name: 'Remove decision:overturned' }).click();
  await expect(searchBox(page)).toHaveValue('');
  await expect(options(page)).toHaveCount(5);
  await app.quit();
});

test('the list is sorted by file name, descending', async () => {
  const app = await withSeeds();
  const { page } = app;
  await choose(page, /^Sort/, 'File name');
  await choose(page, /^Sort/, 'Descending');
  await expect(button(page, 'Sort: File name, descending')).toBeVisible();
  await expect(options(page).first()).toContainText(basename(seedPath('004')));
  await expect(options(page).last()).toContainText(basename(seedPath('000')));
  await app.quit();
});

test('two letters are chosen and tagged, and found by their tag; the tag is removed at the letter', async () => {
  const app = await withSeeds();
  const { page } = app;
  await options(page).nth(0).click();
  await options(page)
    .nth(2)
    .click({ modifiers: ['ControlOrMeta'] });
  const chosen = page.getByRole('region', { name: 'Selected letters' });
  await expect(chosen).toContainText('2 selected');
  await choose(page, 'Tags', 'Add tag…');
  await page.keyboard.insertText('Wrong segment');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tag “Wrong segment” added to 2 letters.')).toBeVisible();
  await button(page, 'Stop selecting').click();
  await expect(chosen).toBeHidden();
  await searchBox(page).fill('tag:"wrong segment"');
  await expect(options(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove tag Wrong segment from the letter' }).click();
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeVisible();
  await searchBox(page).fill('tag:"wrong segment" ');
  await expect(options(page)).toHaveCount(1);
  // A tag that is known is offered again.
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Tag of the letter').pressSequentially('Wr');
  await expect(page.locator('datalist option')).toHaveAttribute('value', 'Wrong segment');
  await app.quit();
});

test('all that a search finds is chosen with Ctrl+A, but for those that are taken out', async () => {
  const app = await withSeeds();
  const { page } = app;
  await options(page).nth(0).click();
  await page.keyboard.press('Control+a');
  const chosen = page.getByRole('region', { name: 'Selected letters' });
  await expect(chosen).toContainText('5 selected');
  await options(page).nth(1).click();
  await expect(chosen).toContainText('4 selected');
  await choose(page, 'Set status', 'Done');
  await expect(page.getByText('4 letters marked “Done”.')).toBeVisible();
  await expect(options(page).filter({ hasText: 'Done' })).toHaveCount(4);
  await expect(options(page).nth(1)).toContainText('New');
  await page.keyboard.press('Escape');
  await options(page).nth(2).focus();
  await page.keyboard.press('Escape');
  await expect(chosen).toBeHidden();
  await page.keyboard.press('Control+a');
  await expect(chosen).toContainText('5 selected');
  // Another search is about other letters.
  await searchBox(page).fill('status:new');
  await expect(options(page)).toHaveCount(1);
  await expect(chosen).toContainText('0 selected');
  await app.quit();
});

test('letters go to the trash and come back: by undo, and by restoring', async () => {
  const app = await withSeeds();
  const { page } = app;
  await openLetter(page, seedPath('001'));
  await page.keyboard.press('Delete');
  await expect(options(page)).toHaveCount(4);
  // Another letter takes its place on the desk.
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).not.toHaveText(basename(seedPath('001')));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(options(page)).toHaveCount(5);
  await expect(heading).toHaveText(basename(seedPath('001')));
  await page.keyboard.press('Control+Shift+z');
  await expect(options(page)).toHaveCount(4);

  await choose(page, views, 'Trash');
  await expect(pane(page, 'library').getByRole('heading', { level: 2 })).toHaveText('Trash 1');
  await expect(pane(page, 'library')).toContainText('Restore a letter to open it.');
  await options(page).click();
  await button(page, 'Restore').click();
  await expect(pane(page, 'library')).toContainText('The trash is empty.');
  await button(page, 'Back').click();
  await expect(options(page)).toHaveCount(5);
  await app.quit();
});

test('letters are deleted for good only when that is said twice', async () => {
  const app = await withSeeds();
  const { page } = app;
  await openLetter(page, seedPath('002'));
  await page.keyboard.press('Delete');
  await expect(options(page)).toHaveCount(4);
  await choose(page, views, 'Trash');
  await options(page).click();
  await button(page, 'Delete for good…').click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(dialog).toContainText('Delete 1 letter for good?');
  await expect(dialog).toContainText('original file');
  await dialog.getByRole('button', { name: 'Continue…' }).press('Enter');
  // A second Enter is not yet meant.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(options(page)).toHaveCount(1);
  await button(page, 'Delete for good…').click();
  await dialog.getByRole('button', { name: 'Continue…' }).click();
  await dialog.getByRole('button', { name: 'Delete 1 letter for good' }).click();
  await expect(pane(page, 'library')).toContainText('The trash is empty.');
  await app.quit();
});

test('a saved search survives a restart', async () => {
  const home = mkdtempSync(join(tmpdir(), 'second-opinion-saved-'));
  const first = await withSeeds(home);
  await searchBox(first.page).fill('acupuncture');
  await expect(options(first.page)).toHaveCount(1);
  await choose(first.page, views, 'Save this search…');
  await first.page.keyboard.insertText('Needles');
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByRole('dialog')).toBeHidden();
  await first.quit();

  const second = await launchApp({ home });
  const { page } = second;
  await expect(options(page)).toHaveCount(5);
  await choose(page, views, 'Needles');
  await expect(searchBox(page)).toHaveValue('acupuncture');
  await expect(options(page)).toHaveCount(1);
  await button(page, views).click();
  await page.getByRole('menuitem', { name: 'Delete a saved search' }).hover();
  await page.getByRole('menu', { name: 'Delete a saved search' }).getByRole('menuitem', { name: 'Needles' }).click();
  await button(page, views).click();
  await expect(page.getByRole('menu')).toContainText('No saved searches yet');
  await page.keyboard.press('Escape');
  // Nothing goes for good: what is deleted or replaced can be undone.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await searchBox(page).fill('sedation');
  await expect(options(page)).toHaveCount(1);
  await choose(page, views, 'Save this search…');
  await page.keyboard.insertText('Needles');
  await page.getByRole('button', { name: 'Replace' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await searchBox(page).fill('');
  await choose(page, views, 'Needles');
  await expect(searchBox(page)).toHaveValue('acupuncture');
  await second.quit();
});

test('what is done to many letters is undone exactly', async () => {
  const app = await withSeeds();
  const { page } = app;
  const statuses = () =>
    options(page).evaluateAll((rows) => rows.map((row) => row.querySelector('[data-status]')?.textContent));
  await openLetter(page, seedPath('001'));
  await page.getByRole('banner').getByText('Done', { exact: true }).click();
  await expect(options(page).filter({ hasText: 'Done' })).toHaveCount(1);
  const before = await statuses();
  await options(page).nth(0).focus();
  await page.keyboard.press('Control+a');
  await choose(page, 'Set status', 'In progress');
  await expect(page.getByText('5 letters marked “In progress”.')).toBeVisible();
  await expect(options(page).filter({ hasText: 'In progress' })).toHaveCount(5);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(statuses).toEqual(before);
  await choose(page, 'Tags', 'Add tag…');
  await page.keyboard.insertText('mine');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tag “mine” added to 5 letters.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: add tag “mine” to 5 letters.')).toBeVisible();
  await page.keyboard.press('Control+y');
  await searchBox(page).fill('tag:mine');
  await expect(options(page)).toHaveCount(5);
  await app.quit();
});

test('the counts of the facets follow notes, opinions and status', async () => {
  const app = await withSeeds();
  const { page } = app;
  await button(page, 'Filter').click();
  await openLetter(page, seedPath('001'));
  await page.getByRole('button', { name: 'Status', exact: true }).click();
  await expect(facet(page, /^New/)).toContainText('5');
  await writeNote(page, page.getByLabel('Clinical case summary'), 'represented', 'A note.');
  await expect(facet(page, /^In progress/)).toContainText('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('levels');
  await page.keyboard.press('Enter');
  await expect(facet(page, /^levels/)).toContainText('1');
  await itemCard(page, 1).getByText('Disagree').click();
  await page.getByRole('button', { name: 'Second opinion', exact: true }).click();
  await expect(facet(page, /^Disagree/)).toContainText('1');
  await app.quit();
});

test('while one types, nothing jumps, and a new list begins at its top', async () => {
  const app = await withSeeds();
  const { page } = app;
  const list = page.getByRole('listbox', { name: 'Letters' });
  await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await searchBox(page).fill('the');
  await expect(options(page).first()).toBeInViewport();
  await expect.poll(() => list.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  const top = () => list.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await searchBox(page).pressSequentially(' "case file"', { delay: 60 });
  expect(await top()).toBe(before);
  // What is odd is said once one pauses.
  await searchBox(page).pressSequentially(' "open');
  await expect(page.getByText('A quotation mark is not closed')).toBeVisible();
  await app.quit();
});

test('the focus is never lost: by trashing all letters, by messages, by dialogs', async () => {
  const app = await withSeeds();
  const { page } = app;
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? 'none');
  await options(page).nth(0).click();
  await choose(page, views, 'Trash');
  await expect(pane(page, 'library')).toContainText('The trash is empty.');
  await button(page, 'Back').press('Enter');
  await expect(options(page)).toHaveCount(5);
  await expect.poll(focused).toBe('library');
  await options(page).nth(0).focus();
  await page.keyboard.press('Control+a');
  await choose(page, 'Tags', 'Add tag…');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('library');
  await options(page).nth(0).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('5 letters moved to the trash.')).toBeVisible();
  await expect.poll(focused).toBe('library');
  // F6 goes to the message, whose button goes with it.
  await page.keyboard.press('F6');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(options(page)).toHaveCount(5);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect.poll(focused).toBe('library');
  await app.quit();
});
