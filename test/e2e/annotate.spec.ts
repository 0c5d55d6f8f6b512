import { copyFileSync, mkdtempSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, test } from './app.ts';
import {
  annotationCard,
  beginNote,
  itemCard,
  openLetter,
  pane,
  readReport,
  saved,
  selectText,
  writeNote,
} from './desk.ts';
import { seedPath, seedPaths } from './seeds.ts';

const summary = (page: Page) => page.getByLabel('Clinical case summary');
const paintedCount = (page: Page) => page.evaluate(() => CSS.highlights.get('annotation')?.size ?? 0);

test('notes, tags, opinions and status are there again after a restart', async () => {
  const home = mkdtempSync(join(tmpdir(), 'second-opinion-restart-'));
  const first = await launchApp({ home });
  await first.drop([seedPath('001')]);
  await expect(first.page.locator('[data-item]')).toHaveCount(3);
  await writeNote(
    first.page,
    summary(first.page),
    'four prior epidural steroid injections',
    'Same level? <b>*check*</b>',
  );
  await annotationCard(first.page, 1).getByLabel('Tags of annotation 1').fill('key fact');
  await first.page.keyboard.press('Enter');
  const rationale = first.page.getByLabel('Rationale of item 1');
  await writeNote(first.page, rationale, 'lack of functional improvement', 'Not measured.');
  await itemCard(first.page, 1).getByText('Disagree').click();
  await itemCard(first.page, 1)
    .getByLabel(/^Reason/)
    .fill('No baseline was measured.');
  await saved(first.page);
  await first.page.getByText('Done', { exact: true }).first().click();
  await expect(pane(first.page, 'library').getByRole('option')).toContainText('Done');
  await first.quit();

  const second = await launchApp({ home });
  const { page } = second;
  // The letter that was on the desk is on the desk again.
  await expect(page.locator('[data-item]')).toHaveCount(3);
  await expect(annotationCard(page, 1)).toContainText('four prior epidural steroid injections');
  await expect(annotationCard(page, 1).getByLabel('Note 1')).toHaveValue('Same level? <b>*check*</b>');
  await expect(annotationCard(page, 1)).toContainText('key fact');
  await expect(annotationCard(page, 2).getByLabel('Note 2')).toHaveValue('Not measured.');
  await expect(itemCard(page, 1).getByRole('radio', { name: 'Disagree' })).toBeChecked();
  await expect(itemCard(page, 1).getByLabel(/^Reason/)).toHaveValue('No baseline was measured.');
  await expect(page.getByRole('radio', { name: 'Done' })).toBeChecked();
  expect(await paintedCount(page)).toBe(2);
  // Their numbers stand in the margin.
  await expect(itemCard(page, 1).getByRole('button', { name: 'Annotation 2' })).toBeVisible();
  await second.quit();
});

test('a letter with very many items is there as a whole', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([await letterWithItems(120)]);
  await expect(page.locator('[data-item]')).toHaveCount(120);
  const last = page.getByLabel('Rationale of item 120');
  await writeNote(page, last, 'derivative', 'The last of them.');
  await itemCard(page, 1).scrollIntoViewIfNeeded();
  await expect(last).not.toBeInViewport();
  await annotationCard(page, 1).getByTitle('Show in the letter').click();
  await expect(last).toBeInViewport();
  await expect(itemCard(page, 120).getByRole('button', { name: 'Annotation 1' })).toBeInViewport();
  await app.quit();
});

/** A seed letter with three items, which are printed again and again until there are `count`. */
async function letterWithItems(count: number): Promise<string> {
  const letter = await readFile(seedPath('001'), 'utf8');
  const heading = letter.indexOf('IMR ISSUES, DECISIONS AND RATIONALES');
  const first = letter.indexOf('\n', letter.indexOf('set forth below', heading)) + 1;
  const path = join(mkdtempSync(join(tmpdir(), 'second-opinion-long-')), 'long.txt');
  await writeFile(path, letter.slice(0, first) + `${letter.slice(first)}\n\n`.repeat(count / 3));
  return path;
}

test('what was acknowledged survives a kill', async () => {
  const home = mkdtempSync(join(tmpdir(), 'second-opinion-kill-'));
  const first = await launchApp({ home });
  await first.drop([seedPath('000')]);
  await expect(first.page.locator('[data-item]')).toHaveCount(1);
  await writeNote(first.page, summary(first.page), 'working diagnoses', 'Acknowledged before the kill.');
  await first.kill();

  const second = await launchApp({ home });
  await expect(annotationCard(second.page, 1).getByLabel('Note 1')).toHaveValue('Acknowledged before the kill.');
  await second.quit();
});

test('a note still being typed is saved when the app is quit', async () => {
  const home = mkdtempSync(join(tmpdir(), 'second-opinion-quit-'));
  const first = await launchApp({ home });
  await first.drop([seedPath('000')]);
  await expect(first.page.locator('[data-item]')).toHaveCount(1);
  await beginNote(first.page, summary(first.page), 'peripheral neuropathy');
  await first.page.keyboard.insertText('Typed and closed at once.');
  await first.quit();

  const second = await launchApp({ home });
  await expect(annotationCard(second.page, 1).getByLabel('Note 1')).toHaveValue('Typed and closed at once.');
  await second.quit();
});

test('deleting and editing can be undone and redone', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('000')]);
  await expect(page.locator('[data-item]')).toHaveCount(1);
  await writeNote(page, summary(page), 'low back pain', 'First words.');
  // Leaving the note ends the edit: what is written after that is a step of its own.
  await summary(page).focus();
  await annotationCard(page, 1).getByLabel('Note 1').fill('Second words.');
  await summary(page).focus();
  await saved(page);

  await page.keyboard.press('Control+z');
  await expect(annotationCard(page, 1).getByLabel('Note 1')).toHaveValue('First words.');
  await page.keyboard.press('Control+Shift+z');
  await expect(annotationCard(page, 1).getByLabel('Note 1')).toHaveValue('Second words.');

  await annotationCard(page, 1).getByRole('button', { name: 'Delete annotation' }).click();
  await expect(annotationCard(page, 1)).toHaveCount(0);
  expect(await paintedCount(page)).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(annotationCard(page, 1).getByLabel('Note 1')).toHaveValue('Second words.');
  expect(await paintedCount(page)).toBe(1);
  await app.quit();
});

test('highlights overlap, cross paragraphs and are numbered in text order', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('000')]);
  await expect(page.locator('[data-item]')).toHaveCount(1);
  await page.getByText('Whole letter', { exact: true }).click();
  const letter = page.getByRole('group', { name: 'Whole letter' });
  await writeNote(page, letter, 'peripheral neuropathy.Pursuant to a progress note', 'Later in the text.');
  await writeNote(page, letter, 'left lumbar facet pain; and peripheral neuropathy', 'Earlier in the text.');
  // From one paragraph into the next, as a mouse would drag.
  await letter.evaluate((root) => {
    const [first, second] = [...root.querySelectorAll('[data-start]')].slice(2, 4).map((each) => each.firstChild);
    (root as HTMLElement).focus();
    if (first && second) document.getSelection()?.setBaseAndExtent(first, 0, second, 10);
  });
  await page.keyboard.press('h');
  await expect(page.locator('[data-annotation]')).toHaveCount(3);
  await expect(annotationCard(page, 2).getByLabel('Note 2')).toHaveValue('Earlier in the text.');
  await expect(annotationCard(page, 3).getByLabel('Note 3')).toHaveValue('Later in the text.');
  expect(await page.evaluate(() => [...(CSS.highlights.get('annotation-overlap') ?? [])].map(String))).toEqual([
    'peripheral neuropathy',
  ]);
  await page.getByRole('button', { name: 'Annotation 3', exact: true }).click();
  await expect(annotationCard(page, 3)).toHaveAttribute('data-active', 'true');
  await app.quit();
});

test('a selection dragged out of its text shows only what can be highlighted of it', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('001')]);
  const rationale = page.getByLabel('Rationale of item 1');
  const above = itemCard(page, 1).locator('[data-text-root]').first();
  await above.scrollIntoViewIfNeeded();
  const [from, to] = [await rationale.boundingBox(), await above.boundingBox()];
  if (!from || !to) throw new Error('The card of item 1 has no texts.');
  await page.mouse.move(from.x + 120, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(to.x + 5, to.y + 5, { steps: 8 });
  await page.mouse.up();
  const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? '');
  const text = (await rationale.textContent()) ?? '';
  await expect.poll(async () => text.startsWith((await selected()) || 'nothing')).toBe(true);
  const shown = await selected();
  await page.keyboard.press('h');
  await expect(annotationCard(page, 1)).toContainText(shown.trim().slice(0, 20));
  await app.quit();
});

test('a fact leads to its place in the letter', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('000')]);
  await expect(page.locator('[data-item]')).toHaveCount(1);
  const lit = () => page.evaluate(() => [...(CSS.highlights.get('reveal') ?? [])].map(String));
  await pane(page, 'case-summary').getByRole('button', { name: 'July 20, 2005' }).click();
  await expect.poll(lit).toEqual(['July 20, 2005']);
  // Folded away until it is asked for.
  await pane(page, 'case-summary').getByRole('button', { name: 'Internal Medicine' }).click();
  await expect.poll(lit).toEqual(['Internal Medicine']);
  await app.quit();
});

test('what is being typed belongs to its letter, however fast one goes on to another', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('000'), seedPath('001')]);
  await readReport(page);
  await openLetter(page, seedPath('000'));
  await beginNote(page, summary(page), 'low back pain');
  await page.keyboard.insertText('Begun in the first letter.');
  await annotationCard(page, 1).getByLabel('Tags of annotation 1').focus();
  await page.keyboard.insertText('half-typed');
  await page.keyboard.press('Alt+ArrowDown');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(basename(seedPath('001')));
  await expect(annotationCard(page, 1)).toHaveCount(0);

  // Each undo shows the letter in which it undoes something.
  await page.keyboard.press('Control+z');
  await expect(heading).toHaveText(basename(seedPath('000')));
  await expect(annotationCard(page, 1).getByLabel('Note 1')).toHaveValue('Begun in the first letter.');
  await expect(annotationCard(page, 1)).not.toContainText('half-typed');
  await page.keyboard.press('Control+Shift+z');
  await expect(annotationCard(page, 1)).toContainText('half-typed');
  await app.quit();
});

test('another letter is shown from its top', async () => {
  const app = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = app;
  await app.drop(seedPaths);
  await readReport(page);
  const bodies = ['case-summary', 'item-decisions'].map((id) => pane(page, id).locator('[data-pane-body]'));
  const places = () => Promise.all(bodies.map((body) => body.evaluate(({ scrollTop }) => scrollTop)));
  await openLetter(page, seedPath('001'));
  for (const body of bodies) await body.evaluate((element) => element.scrollTo({ top: 200 }));
  expect(await places()).toEqual([200, 200]);
  // What is done to a letter moves nothing.
  await itemCard(page, 1).getByRole('radio', { name: 'Agree' }).first().press('Space');
  await saved(page);
  expect((await places())[0]).toBe(200);
  await openLetter(page, seedPath('002'));
  expect(await places()).toEqual([0, 0]);
  await app.quit();
});

test('highlights that begin on one line share a marker, which goes through them', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('000')]);
  await expect(page.locator('[data-item]')).toHaveCount(1);
  for (const text of ['The injured', 'injured worker', 'worker']) {
    await selectText(summary(page), text);
    await page.keyboard.press('h');
    await expect(page.locator('[data-annotation][data-active]')).toHaveCount(1);
  }
  const marker = page.getByRole('button', { name: 'Annotations 1, 2, 3' });
  const cards = page.locator('[data-annotation]');
  for (const number of [1, 2, 3, 1]) {
    await marker.click();
    await expect(cards.nth(number - 1)).toHaveAttribute('data-active', 'true');
  }
  await app.quit();
});

test('a long file name leaves everything in the window', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'second-opinion-long-')), `${'a-long-name-'.repeat(18)}.txt`);
  copyFileSync(seedPath('000'), path);
  const app = await launchApp({ size: { width: 900, height: 560 } });
  const { page } = app;
  await app.drop([path]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(basename(path));
  await expect(page.getByRole('button', { name: 'Settings' })).toBeInViewport({ ratio: 1 });
  await expect(pane(page, 'annotations')).toBeInViewport({ ratio: 1 });
  await app.quit();
});
