/** What a person does at the workstation, in their words. */
import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

export const pane = (page: Page, id: string): Locator => page.locator(`[data-pane="${id}"]`);
export const annotationCard = (page: Page, number: number): Locator => page.locator(`[data-annotation="${number}"]`);
export const itemCard = (page: Page, ordinal: number): Locator => page.locator(`[data-item="${ordinal}"]`);

/** Closes the import report after reading it: its text, a row a file. */
export async function readReport(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const rows = await dialog.getByRole('option').allInnerTexts();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}

/** Opens a letter from the library list by its file name. */
export async function openLetter(page: Page, path: string): Promise<void> {
  await page
    .getByRole('option')
    .filter({ hasText: basename(path) })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: basename(path) })).toBeVisible();
}

/** Selects a text in a block of the letter as a mouse would, by its words. */
export async function selectText(block: Locator, text: string): Promise<void> {
  await block.first().evaluate((root, wanted) => {
    for (const paragraph of root.querySelectorAll('[data-start]')) {
      const node = paragraph.firstChild;
      const at = node?.textContent?.indexOf(wanted) ?? -1;
      if (!node || at === -1) continue;
      paragraph.scrollIntoView({ block: 'center' });
      // A press of the mouse moves the focus here before it selects anything.
      (root as HTMLElement).focus();
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`Not in this block: ${wanted}`);
  }, text);
  await expect(block.page().getByRole('button', { name: /^Highlight/ })).toBeVisible();
}

/** Highlights a text and writes a note on it; resolves when the library has acknowledged it. */
export async function writeNote(page: Page, block: Locator, text: string, note: string): Promise<void> {
  await beginNote(page, block, text);
  await page.keyboard.insertText(note);
  await saved(page);
}

/** Highlights a text and puts the cursor into its note. */
export async function beginNote(page: Page, block: Locator, text: string): Promise<void> {
  await selectText(block, text);
  await page.keyboard.press('n');
  await expect(page.locator('textarea:focus')).toHaveAttribute('aria-label', /^Note/);
}

/** Chooses from the menu of what can be set right about an item. */
export async function correctItem(page: Page, ordinal: number, action: string): Promise<void> {
  await itemCard(page, ordinal)
    .getByRole('button', { name: `Correct item ${ordinal}` })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Waits until nothing typed is unsaved. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('All changes saved')).toBeVisible();
}

/** The letter's text as a pane shows it, without white space, so that wrapping does not matter. */
export async function textOf(block: Locator): Promise<string> {
  const texts = await block.locator('[data-start]').evaluateAll((all) => all.map((each) => each.textContent ?? ''));
  return withoutSpace(texts.join(''));
}

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
