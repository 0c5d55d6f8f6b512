import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, type RunningApp, test } from './app.ts';
import { itemCard, openLetter, pane, readReport, saved } from './desk.ts';
import { seedPath } from './seeds.ts';

const options = (page: Page) => pane(page, 'library').getByRole('option');
const temporary = () => mkdtempSync(join(tmpdir(), 'second-opinion-batch-'));
const isPdf = (path: string) => readFileSync(path).subarray(0, 5).toString() === '%PDF-';

/** Two letters whose files have the same name, and are not the same. */
function twoOfOneName(): string[] {
  const folder = temporary();
  return ['000', '001'].map((seed) => {
    mkdirSync(join(folder, seed));
    const path = join(folder, seed, 'letter.txt');
    copyFileSync(seedPath(seed), path);
    return path;
  });
}

async function withLetters(paths: readonly string[]): Promise<RunningApp> {
  const app = await launchApp({ size: { width: 1366, height: 768 } });
  await app.drop(paths);
  await readReport(app.page);
  await expect(options(app.page)).toHaveCount(paths.length);
  return app;
}

async function exportAll(page: Page, format: string): Promise<void> {
  await options(page).first().focus();
  await page.keyboard.press('Control+a');
  await pane(page, 'library').getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: format }).click();
}

const toast = (page: Page, text: string | RegExp) => page.getByText(text);

test('letters of one name go to a folder as PDFs of two names, and what is there is asked about', async () => {
  const app = await withLetters(twoOfOneName());
  const { page } = app;
  const folder = temporary();
  let answered = app.answerFolderDialog(folder);
  await exportAll(page, 'A PDF for each case');
  await answered;
  await expect(toast(page, `2 letters exported to ${folder}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const names = readdirSync(folder).sort();
  expect(names).toHaveLength(2);
  expect(names).toContain('letter.pdf');
  expect(names[0]).toMatch(/^letter \(\d+\)\.pdf$/);
  for (const name of names) expect(isPdf(join(folder, name))).toBe(true);
  await page.getByRole('button', { name: 'Dismiss' }).click();

  // One of the two is there: it is kept, and the other is written.
  const other = temporary();
  writeFileSync(join(other, 'letter.pdf'), 'precious');
  answered = app.answerFolderDialog(other, 1);
  await exportAll(page, 'A PDF for each case');
  await answered;
  await expect(toast(page, `1 letter exported to ${other}. 1 left out`)).toBeVisible();
  expect(readFileSync(join(other, 'letter.pdf'), 'utf8')).toBe('precious');
  expect(readdirSync(other).sort()).toEqual(names);
  await page.getByRole('button', { name: 'Dismiss' }).click();

  // Now both are; cancelling changes nothing, replacing replaces.
  answered = app.answerFolderDialog(other, 1);
  await exportAll(page, 'A PDF for each case');
  await answered;
  expect(readFileSync(join(other, 'letter.pdf'), 'utf8')).toBe('precious');
  answered = app.answerFolderDialog(other, 0);
  await exportAll(page, 'A PDF for each case');
  await answered;
  await expect(toast(page, `2 letters exported to ${other}.`)).toBeVisible();
  expect(isPdf(join(other, 'letter.pdf'))).toBe(true);
  await app.quit();
});

test('letters go into one table, and into JSON files', async () => {
  const app = await withLetters([seedPath('000'), seedPath('001')]);
  const { page } = app;
  await openLetter(page, seedPath('001'));
  await itemCard(page, 1).getByText('Disagree').click();
  await saved(page);
  const folder = temporary();
  let answered = app.answerFolderDialog(folder);
  await exportAll(page, 'Tables (CSV)');
  await answered;
  await expect(toast(page, `2 letters exported to ${folder}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  const lines = readFileSync(join(folder, 'cases.csv'), 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^file,sha256,/);
  expect(lines.filter((line) => line.startsWith(basename(seedPath('001'))))).toHaveLength(3);
  expect(lines.filter((line) => line.includes(',disagree,'))).toHaveLength(1);

  answered = app.answerFolderDialog(folder);
  await exportAll(page, 'JSON');
  await answered;
  await expect(toast(page, `2 letters exported to ${folder}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const name = basename(seedPath('001'), '.txt');
  const exported = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as object;
  expect(JSON.stringify(exported)).toContain('disagree');
  await app.quit();
});

test('an export of hundreds of cases shows how far it is, and is cancelled; what is written stays', async () => {
  const count = 300;
  const source = temporary();
  const letter = readFileSync(seedPath('001'), 'utf8');
  for (let number = 0; number < count; number++) {
    writeFileSync(join(source, `${number}.txt`), letter.replace('November 16, 2010', `November 16, 2010 (${number})`));
  }
  const app = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = app;
  await app.drop([source]);
  await readReport(page);
  const folder = temporary();
  const answered = app.answerFolderDialog(folder);
  await exportAll(page, 'A PDF for each case');
  await answered;
  await expect(page.getByRole('progressbar')).toContainText(/Exporting [1-9]\d* of 300/);
  // Other work goes on meanwhile.
  await page.keyboard.press('Escape');
  await options(page).nth(2).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d+\.txt/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const said = page.getByText(/^Export cancelled\. \d+ letters? exported/);
  await expect(said).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeHidden();
  const exported = Number(/\d+/.exec((await said.textContent()) ?? '')?.[0]);
  expect(exported).toBeGreaterThan(0);
  expect(exported).toBeLessThan(count);
  expect(readdirSync(folder)).toHaveLength(exported);
  await app.quit();
});
