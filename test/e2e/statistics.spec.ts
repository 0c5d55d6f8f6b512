import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { SaxesParser } from 'saxes';
import { launchApp, type RunningApp, test } from './app.ts';
import { itemCard, pane, readReport, saved } from './desk.ts';
import { expectedParse, seedPaths } from './seeds.ts';

const chart = (page: Page, id: string): Locator => page.locator(`[data-chart="${id}"]`);
const letters = (page: Page): Locator => pane(page, 'library').getByRole('option');
const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search letters and notes' });

const parses = seedPaths.map((path) => expectedParse(path));
const items = parses.flatMap((parse) => parse.case.items);
const overturned = items.filter(({ decision }) => decision === 'overturned');
const lettersWith = (decision: string) =>
  parses.filter((parse) => parse.case.items.some((item) => item.decision === decision));

async function withStatistics(): Promise<RunningApp> {
  const app = await launchApp({ size: { width: 1366, height: 768 } });
  await app.drop(seedPaths);
  await readReport(app.page);
  await expect(letters(app.page)).toHaveCount(5);
  await app.page.keyboard.press('Control+Shift+Y');
  await expect(chart(app.page, 'decisions')).toBeVisible();
  return app;
}

test('statistics count the letters found, and a bar lists the letters behind it', async () => {
  const app = await withStatistics();
  const { page } = app;
  await expect(chart(page, 'decisions')).toContainText(`${items.length} items in 5 letters.`);
  await chart(page, 'decisions').locator('[data-tone="overturned"]:not([data-legend]) rect').click();
  await expect(letters(page)).toHaveCount(lettersWith('overturned').length);
  await expect(page.getByText('The list at the left shows All items, overturned')).toBeVisible();
  // The charts go on showing the search that the bar is of.
  await expect(chart(page, 'decisions')).toContainText(`${items.length} items in 5 letters.`);
  await page.getByRole('button', { name: 'Show all letters again' }).click();
  await expect(letters(page)).toHaveCount(5);
  await expect(searchBox(page)).toHaveValue('');

  await searchBox(page).fill('decision:overturned');
  const found = lettersWith('overturned');
  const foundItems = found.flatMap((parse) => parse.case.items);
  await expect(chart(page, 'decisions')).toContainText(
    new RegExp(`${foundItems.length} items? in ${found.length} letters?\\.`),
  );
  await letters(page).first().click();
  await expect(pane(page, 'item-decisions')).toBeVisible();
  await expect(pane(page, 'statistics')).toBeHidden();
  await app.quit();
});

test('the letters behind a figure are read, and the statistics come back as they were', async () => {
  const app = await withStatistics();
  const { page } = app;
  const title = (await chart(page, 'decisions').boundingBox())?.y;
  await chart(page, 'decisions').locator('[data-tone="overturned"]:not([data-legend]) rect').click();
  await expect(page.getByText('The list at the left shows All items, overturned')).toBeVisible();
  // What was clicked on stays where it is.
  expect((await chart(page, 'decisions').boundingBox())?.y).toBe(title);
  await letters(page).first().click();
  await itemCard(page, 1).getByText('Disagree').click();
  await saved(page);
  await page.keyboard.press('Control+Shift+Y');
  await expect(chart(page, 'decisions')).toContainText(`${items.length} items in 5 letters.`);
  await expect(letters(page)).toHaveCount(lettersWith('overturned').length);
  // A colour has its word even where it is the only one.
  await expect(chart(page, 'opinions').locator('[data-legend]')).toHaveText('Disagree');
  await page.getByRole('button', { name: 'Show all letters again' }).click();
  await expect(letters(page)).toHaveCount(5);
  await app.quit();
});

test('the table behind a chart has every figure, and leads to the letters by keyboard', async () => {
  const app = await withStatistics();
  const { page } = app;
  await chart(page, 'decisions').getByRole('radio', { name: 'Chart' }).focus();
  await page.keyboard.press('ArrowRight');
  const table = chart(page, 'decisions').getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(2);
  const upheld = items.filter(({ decision }) => decision === 'upheld').length;
  await expect(table.getByRole('row').last()).toContainText(`${overturned.length}`);
  const figure = table.getByRole('button', { name: `${upheld}: list the letters of All items, upheld` });
  await figure.focus();
  await page.keyboard.press('Enter');
  await expect(letters(page)).toHaveCount(lettersWith('upheld').length);
  await page.keyboard.press('Control+Shift+Y');
  await expect(pane(page, 'statistics')).toBeHidden();
  await expect(letters(page)).toHaveCount(5);
  await app.quit();
});

test('a chart is saved as a picture and as a table', async () => {
  const app = await withStatistics();
  const { page } = app;
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-e2e-'));
  const save = async (choice: RegExp, path: string) => {
    const dialog = app.answerSaveDialog(path);
    await page.getByRole('button', { name: 'Save “All decisions”' }).click();
    await page.getByRole('menuitem', { name: choice }).click();
    await dialog;
    await expect(page.getByText(`Saved to ${path}`)).toBeVisible();
    return readFileSync(path, 'utf8');
  };
  const csv = await save(/table/, join(folder, 'chart.csv'));
  const upheld = items.length - overturned.length;
  expect(csv).toBe(`Items,Overturned,Upheld,of items\r\nAll items,${overturned.length},${upheld},${items.length}\r\n`);

  const svg = await save(/picture/, join(folder, 'chart.svg'));
  const read = readSvg(svg);
  expect(read.root).toBe('svg');
  expect(read.text).toContain('All decisions');
  expect(read.text).toContain('Overturned');
  expect(read.tags.filter(({ attributes }) => 'class' in attributes)).toEqual([]);
  // Colours are values, as the style sheet is not there: the ground, and two for the decisions.
  const fills = read.tags.flatMap(({ name, attributes }) => (name === 'rect' ? [attributes['fill']] : []));
  for (const fill of fills) expect(fill).toMatch(/^(rgb|color)\(/);
  expect(new Set(fills).size).toBe(3);
  await app.quit();
});

/** An SVG file as an XML parser reads it. */
function readSvg(svg: string) {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes: { ...attributes } }));
  parser.on('text', (more) => {
    text += more;
  });
  parser.write(svg).close();
  return { root: tags[0]?.name, tags, text };
}
