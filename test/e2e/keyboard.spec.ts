import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, test } from './app.ts';
import { annotationCard, itemCard, pane, readReport, saved, selectText } from './desk.ts';
import { seedPath, seedPaths } from './seeds.ts';

/** Presses Tab until the focus is on something whose accessible name matches; fails when it never is. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return '';
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
      return label ?? focused.getAttribute('aria-label') ?? focused.textContent ?? '';
    });
    if (name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name}`);
}

test('a whole review by keyboard alone', async () => {
  const app = await launchApp();
  const { page } = app;
  // Import.
  await tabTo(page, /Open the five sample letters/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  // Walk the list.
  const options = pane(page, 'library').getByRole('option');
  await expect(options).toHaveCount(5);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Home');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const heading = page.getByRole('heading', { level: 1 });
  const second = (await heading.textContent()) ?? '';
  await page.keyboard.press('Alt+ArrowDown');
  await expect(heading).not.toHaveText(second);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(heading).toHaveText(second);

  // Select three words of the summary and write a note on them.
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('ArrowRight');
  for (let word = 0; word < 3; word++) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('n');
  await expect(page.locator('textarea:focus')).toHaveAttribute('aria-label', 'Note 1');
  await page.keyboard.type('Written without a mouse.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await expect(annotationCard(page, 1)).toContainText('keyboard');

  // Give a second opinion.
  await page.keyboard.press('Alt+3');
  await tabTo(page, /^Agree$/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Disagree' }).first()).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('A reason without a mouse.');
  await saved(page);

  // The shortcuts are listed.
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Export annotated case to PDF');
  await page.keyboard.press('Escape');

  // Export.
  const path = join(mkdtempSync(join(tmpdir(), 'second-opinion-keys-')), 'case.pdf');
  const answered = app.answerSaveDialog(path);
  await page.keyboard.press('Control+e');
  await answered;
  await expect(page.getByText(`Exported to ${path}`)).toBeVisible();
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  await app.quit();
});

test('a note is left for the place in the text where it was begun', async () => {
  const app = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = app;
  await app.drop([seedPath('001')]);
  await expect(page.locator('[data-item]')).toHaveCount(3);
  await page.keyboard.press('Alt+2');
  const summary = page.getByRole('group', { name: 'Clinical case summary' });
  await expect(summary).toBeFocused();
  const body = pane(page, 'case-summary').locator('[data-pane-body]');
  // Down to where the pane must scroll along for the caret to be seen.
  await page.keyboard.press('ArrowDown');
  for (let line = 0; line < 25; line++) await page.keyboard.press('ArrowDown');
  expect(await body.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  const caret = () => page.evaluate(() => document.getSelection()?.focusOffset ?? -1);
  const before = await caret();
  expect(before).toBeGreaterThan(500);
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('n');
  await expect(page.locator('textarea:focus')).toHaveAttribute('aria-label', 'Note 1');
  await page.keyboard.type('Noted.');
  await page.keyboard.press('Escape');
  await expect(summary).toBeFocused();
  await page.keyboard.press('ArrowRight');
  expect(await caret()).toBeGreaterThan(before);
  // Panes are entered where they were left.
  await page.keyboard.press('Alt+4');
  await expect(annotationCard(page, 1).getByLabel('Note 1')).toBeFocused();
  await page.keyboard.press('Escape');
  // With Alt, arrows go to another letter from inside a text too.
  await app.drop([seedPath('000'), seedPath('002')]);
  await readReport(page);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Alt+2');
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(name);
  await expect(page.getByRole('group', { name: 'Clinical case summary' })).toBeFocused();
  await app.quit();
});

test('a verdict is taken back from where it was given', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('001')]);
  const agree = page.getByRole('radio', { name: 'Agree', exact: true }).last();
  await page.getByText('Agree', { exact: true }).last().click();
  await expect(agree).toBeChecked();
  await expect(agree).toBeFocused();
  // Only panes scroll, never the window with its bars.
  await expect(page.getByRole('banner')).toBeInViewport({ ratio: 1 });
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(agree).not.toBeChecked();
  await page.keyboard.press('Control+y');
  await expect(agree).toBeChecked();
  await page.getByRole('button', { name: 'Clear the verdict on item 3' }).click();
  await expect(agree).not.toBeChecked();
  await app.quit();
});

test('a verdict is given from the text that is being read, by one key', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('001')]);
  await expect(page.locator('[data-item]')).toHaveCount(3);
  const verdict = (ordinal: number, name: string) => itemCard(page, ordinal).getByRole('radio', { name, exact: true });
  const rationale = page.getByLabel('Rationale of item 2');
  await rationale.focus();
  await page.keyboard.press('d');
  await expect(verdict(2, 'Disagree')).toBeChecked();
  await expect(rationale).toBeFocused();
  await page.keyboard.press('u');
  await expect(verdict(2, 'Unsure')).toBeChecked();
  await page.keyboard.press('r');
  const reason = itemCard(page, 2).getByLabel(/^Reason/);
  await expect(reason).toBeFocused();
  await page.keyboard.type('a bad reason');
  await expect(reason).toHaveValue('a bad reason');
  await expect(verdict(2, 'Unsure')).toBeChecked();
  // In a menu, letters go to its entries.
  await itemCard(page, 1).getByRole('button', { name: 'Correct item 1' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(verdict(1, 'Agree')).not.toBeChecked();
  await app.quit();
});

test('Escape closes the menu of corrections first, and then ends the selection', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('001')]);
  await selectText(page.getByLabel('Clinical case summary'), 'Voltaren, Norco, and Soma');
  const toolbar = page.getByRole('toolbar', { name: 'Selected text' });
  await page.keyboard.press('c');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(toolbar).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(toolbar).toBeHidden();
  await expect(page.getByLabel('Clinical case summary')).toBeFocused();
  await app.quit();
});

test('files are chosen with Ctrl+O, and the report closes with Escape', async () => {
  const app = await launchApp();
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.keyboard.press('Control+o');
  await (await chooser).setFiles([]);
  await app.page.keyboard.press('?');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await app.quit();
});

/** Presses Tab or Shift+Tab until a button of the library has the focus; the focus must show on all of the way. */
async function tabToButton(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const ring = element.matches('input[type="radio"], input[type="checkbox"]') ? element.closest('label') : element;
      const shows = ring !== null && getComputedStyle(ring).outlineStyle !== 'none';
      return { label: element.getAttribute('aria-label') ?? element.textContent ?? '', shows };
    });
    expect(focused.shows, `the focus on ${focused.label}`).toBe(true);
    if (name.test(focused.label)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

test('one key ends a review and opens the next letter', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop(seedPaths);
  await readReport(page);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Home');
  const options = pane(page, 'library').getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.getByLabel('Rationale of item 1').focus();
  await page.keyboard.press('Control+Enter');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('group', { name: 'Clinical case summary' })).toBeFocused();
  await expect(options.first().locator('[data-status]')).toHaveText('Done');
  await page.keyboard.press('Control+z');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(options.first().locator('[data-status]')).not.toHaveText('Done');
  await app.quit();
});

test('a list that had the focus before it had letters has a place to go out from when they come', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('000')]);
  const letters = page.getByRole('listbox', { name: 'Letters' });
  await expect(letters.getByRole('option')).toHaveCount(1);
  await page.getByRole('searchbox').fill('injury:2010');
  await expect(letters).toContainText('No letter matches.');
  await page.keyboard.press('Alt+1');
  await expect(letters).toBeFocused();
  await app.drop([seedPath('001')]);
  const option = letters.getByRole('option', { name: /nerve root block/ });
  await expect(option).toBeVisible();
  await expect(letters).toBeFocused();
  await expect(letters).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await app.quit();
});

test('letters are chosen, marked, filtered, trashed and restored by keyboard alone', async () => {
  const app = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = app;
  await app.drop(seedPaths);
  await readReport(page);
  const library = pane(page, 'library');
  const options = library.getByRole('option');
  const chosen = page.getByRole('region', { name: 'Selected letters' });
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen).toContainText('2 selected');
  await tabToButton(page, /^Set status$/, 'Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('d');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 letters marked “Done”.')).toBeVisible();
  await expect(library.getByRole('button', { name: 'Set status' })).toBeFocused();
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Escape');
  await expect(chosen).toBeHidden();

  await page.keyboard.press('Control+Shift+F');
  await expect(library.getByRole('button', { name: 'Status', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await tabToButton(page, /^Status$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('searchbox')).toHaveValue(/^status:/);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(5);
  await page.keyboard.press('Control+Shift+F');

  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect(options).toHaveCount(4);
  await tabToButton(page, /^Saved searches and trash$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('tr');
  await page.keyboard.press('Enter');
  await expect(library).toContainText('Restore a letter to open it.');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Space');
  await expect(chosen).toContainText('1 selected');
  await tabToButton(page, /^Restore$/, 'Tab');
  await page.keyboard.press('Enter');
  await expect(library).toContainText('The trash is empty.');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await app.quit();
});
