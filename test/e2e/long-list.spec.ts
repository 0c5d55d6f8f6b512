import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { createLibraryMethods } from '../../electron/library/library-methods.ts';
import { openLibrary } from '../../electron/library/open-library.ts';
import { sampleLetter } from '../unit/library/sample-letter.ts';
import { launchApp, type RunningApp, test } from './app.ts';
import { pane, readReport } from './desk.ts';
import { seedPath } from './seeds.ts';

const count = 2500;
const fileName = (place: number) => `letter ${String(place).padStart(4, '0')}.txt`;
const list = (page: Page) => page.getByRole('listbox', { name: 'Letters' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
/** The row at a place of the list, from 0. */
const row = (page: Page, place: number) => list(page).locator(`[role="option"][aria-posinset="${place + 1}"]`);
const chosen = (page: Page) => page.getByRole('region', { name: 'Selected letters' });

/** The app on a library of letters that are named after their places in the list. */
async function withLongList(): Promise<RunningApp> {
  const home = mkdtempSync(join(tmpdir(), 'second-opinion-long-'));
  const { db, close } = openLibrary(join(home, 'library'));
  const letters = Array.from({ length: count }, (_, place) =>
    sampleLetter(`A letter about a lumbar spine, the ${place}th.`, {
      fileName: fileName(place),
      titles: [`Request ${place}`],
    }),
  );
  createLibraryMethods(db).addLetters(letters);
  close();
  const app = await launchApp({ home, size: { width: 1366, height: 768 } });
  await expect(row(app.page, 0)).toContainText('Request 0');
  return app;
}

/** As by dragging the thumb of the scroll bar: at once, wherever that is. */
async function scrollTo(page: Page, share: number): Promise<number> {
  return list(page).evaluate((element, wanted) => {
    element.scrollTop = Math.round((element.scrollHeight * wanted) / 78) * 78;
    return element.scrollTop / 78;
  }, share);
}

test('the scroll bar stands for all letters, and there are rows wherever it is dragged to', async () => {
  const app = await withLongList();
  const { page } = app;
  const rows = () => list(page).locator('> * > *').count();
  const atTop = await rows();
  expect(await list(page).evaluate(({ scrollHeight }) => scrollHeight)).toBe(count * 78);
  for (const share of [0.5, 0.9, 0.1, 0.7]) {
    const place = await scrollTo(page, share);
    await expect(row(page, place)).toContainText(`Request ${place}`);
    await expect(row(page, place + 2)).toContainText(`Request ${place + 2}`);
    expect(await rows()).toBeLessThanOrEqual(atTop + 4);
  }
  await expect(row(page, 1750)).toHaveAttribute('aria-setsize', String(count));
  await row(page, 1752).click();
  await expect(heading(page)).toHaveText(fileName(1752));
  await expect(row(page, 1752)).toHaveAttribute('aria-selected', 'true');
  // The neighbours of a letter that has been scrolled away from, and whose row is forgotten.
  await scrollTo(page, 0);
  await expect(row(page, 0)).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(heading(page)).toHaveText(fileName(1753));
  await page.keyboard.press('Alt+ArrowUp');
  await expect(heading(page)).toHaveText(fileName(1752));
  await app.quit();
});

test('keys lead to either end and from page to page', async () => {
  const app = await withLongList();
  const { page } = app;
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('End');
  await expect(heading(page)).toHaveText(fileName(count - 1));
  await expect(row(page, count - 1)).toBeInViewport({ ratio: 0.95 });
  await expect(list(page)).toHaveAttribute('aria-activedescendant', /letter-\d+/);
  await page.keyboard.press('ArrowUp');
  await expect(heading(page)).toHaveText(fileName(count - 2));
  await page.keyboard.press('Home');
  await expect(heading(page)).toHaveText(fileName(0));
  await expect(row(page, 0)).toBeInViewport({ ratio: 0.95 });
  await page.keyboard.press('PageDown');
  await expect(heading(page)).not.toHaveText(fileName(0));
  // What is typed is looked for among the titles near by; the keys go on from there.
  await page.keyboard.type('request 31');
  await expect(row(page, 31)).toHaveAttribute('data-active', 'true');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(fileName(31));
  await app.quit();
});

test('a range is chosen over rows that are not loaded', async () => {
  const app = await withLongList();
  const { page } = app;
  const middle = await scrollTo(page, 0.5);
  await row(page, middle + 1).click();
  await expect(heading(page)).toHaveText(fileName(middle + 1));
  await page.keyboard.press('Shift+End');
  await expect(chosen(page)).toContainText(`${(count - middle - 1).toLocaleString('en-US')} selected`);
  await expect(row(page, count - 1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen(page)).toContainText(`${(count - middle - 2).toLocaleString('en-US')} selected`);
  await expect(row(page, count - 1)).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Shift+Home');
  await expect(chosen(page)).toContainText(`${(middle + 2).toLocaleString('en-US')} selected`);
  // With the mouse, from one end to a place in between.
  await page.keyboard.press('Escape');
  await expect(chosen(page)).toBeHidden();
  await row(page, 1).click();
  await scrollTo(page, 0.8);
  await row(page, 2002).click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toContainText('2,002 selected');
  await row(page, 2001).click();
  await expect(chosen(page)).toContainText('2,001 selected');
  await app.quit();
});

test('the list stays where it is when letters go to the trash or come in', async () => {
  const app = await withLongList();
  const { page } = app;
  const total = pane(page, 'library').getByRole('heading', { level: 2 });
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('End');
  await expect(heading(page)).toHaveText(fileName(count - 1));
  await page.keyboard.press('Delete');
  await expect(total).toHaveText(`Library ${(count - 1).toLocaleString('en-US')}`);
  await expect(heading(page)).toHaveText(fileName(count - 2));
  await expect(row(page, count - 2)).toBeInViewport({ ratio: 0.95 });
  const middle = await scrollTo(page, 0.5);
  const topOf = async (place: number) => (await row(page, place).boundingBox())?.y;
  const before = await topOf(middle + 3);
  await app.drop([seedPath('000'), seedPath('001')]);
  await readReport(page);
  await expect(total).toHaveText(`Library ${(count + 1).toLocaleString('en-US')}`);
  // They come before all others, whose places are higher by two.
  await expect(row(page, middle + 5)).toContainText(`Request ${middle + 3}`);
  expect(await topOf(middle + 5)).toBe(before);
  await scrollTo(page, 0);
  await expect(row(page, 2)).toContainText('Request 0');
  await app.quit();
});
