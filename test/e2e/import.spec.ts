import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { letterPdf, typesetPdf } from '../unit/import/typeset-pdf.ts';
import { writeZip } from '../unit/import/zip-writer.ts';
import { launchApp, test } from './app.ts';
import { itemCard, openLetter, pane, readReport, textOf, withoutSpace } from './desk.ts';
import { expectedParse, seedPath, seedPaths } from './seeds.ts';

test('the five letters are dropped and every pane shows what their hand-checked parse says', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop(seedPaths);
  const rows = await readReport(page);
  expect(rows).toEqual(seedPaths.map((path) => `${basename(path)} Imported`));

  for (const path of seedPaths) {
    await openLetter(page, path);
    const { case: expected } = expectedParse(path);
    const summary = pane(page, 'case-summary');
    expect(await textOf(summary.getByLabel('Clinical case summary'))).toBe(withoutSpace(expected.summary.text));

    const facts = summary.locator('dl');
    const { age, sex } = expected.patient;
    await expect(facts).toContainText(age === undefined ? 'Not stated' : `${age} years`);
    if (sex) await expect(facts).toContainText(sex);
    const { injury } = expected.dates;
    if (injury) await expect(facts).toContainText(printedDay.format(new Date(injury)));
    for (const value of [...expected.reviewer.certifications, ...expected.reviewer.licensedIn]) {
      await expect(facts).toContainText(value);
    }

    await expect(page.locator('[data-item]')).toHaveCount(expected.items.length);
    for (const item of expected.items) {
      const card = itemCard(page, item.ordinal);
      expect(withoutSpace((await card.getByRole('heading', { level: 3 }).textContent()) ?? '')).toBe(
        withoutSpace(item.title),
      );
      await expect(card.locator('header [data-decision]')).toHaveAttribute('data-decision', item.decision);
      expect(await textOf(card.getByLabel('Claims administrator’s guideline'))).toBe(
        withoutSpace(item.claimsAdministrator.text),
      );
      expect(await textOf(card.getByLabel('Reviewer’s guideline'))).toBe(withoutSpace(item.reviewer.text));
      expect(await textOf(card.getByLabel(`Rationale of item ${item.ordinal}`))).toBe(
        withoutSpace(item.rationale.text),
      );
      const chips = await card
        .locator('button[title]')
        .evaluateAll((buttons) => buttons.map((button) => [button.getAttribute('title'), button.textContent]));
      for (const citation of [...item.claimsAdministrator.citations, ...item.reviewer.citations]) {
        const source = citation.source === 'OTHER' ? 'Other' : citation.source;
        const said = chips.filter(([title, text]) => title === citation.text && text?.startsWith(source));
        expect(said, `a chip for ${citation.source}: ${citation.text}`).not.toEqual([]);
        for (const page of citation.pages) expect(said.some(([, text]) => text?.includes(page))).toBe(true);
      }
    }
  }
  await app.quit();
});

const printedDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

test('an empty library offers the sample letters', async () => {
  const app = await launchApp();
  await app.page.getByRole('button', { name: 'Open the five sample letters' }).click();
  expect(await readReport(app.page)).toHaveLength(5);
  await expect(pane(app.page, 'library').getByRole('option')).toHaveCount(5);
  await app.quit();
});

test('a bad file among good ones is named with its reason and stops nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-bad-'));
  const bad = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const files = [
    seedPath('000'),
    bad('empty.txt', ''),
    bad('picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
    bad('damaged – Überweisung.txt', Uint8Array.from([0xff, 0xfe, 0x00])),
    bad('not a letter.txt', 'Dear colleague,\n\nplease find enclosed the minutes of our meeting.\n'),
    seedPath('001'),
  ];
  const app = await launchApp();
  await app.drop(files);
  const rows = await readReport(app.page);
  // What failed comes first, otherwise in the order of the drop.
  const order = [1, 2, 3, 0, 4, 5].map((index) => basename(files[index] ?? ''));
  expect(rows.map((row, index) => row.startsWith(order[index] ?? '?'))).toEqual(files.map(() => true));
  expect(rows[0]).toMatch(/empty/i);
  expect(rows[1]).toMatch(/PNG|image|picture|not a text/i);
  expect(rows[2]).not.toMatch(/Imported/);
  expect(rows[3]).toMatch(/Imported$/);
  expect(rows[4]).toMatch(/Imported; not recognised as an IMR letter/);
  expect(rows[5]).toMatch(/Imported$/);
  const options = pane(app.page, 'library').getByRole('option');
  await expect(options).toHaveCount(3);
  // What is called by its file name says it once.
  await expect(options.getByText('not a letter.txt')).toHaveCount(1);
  await app.quit();
});

/** A folder of so many letters, no two of them equal. */
function manyLetters(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-many-'));
  const letter = readFileSync(seedPath('001'), 'utf8');
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, `${number}.txt`), letter.replace('November 16, 2010', `November 16, 2010 (${number})`));
  }
  return folder;
}

test('a running import shows its counts and can be cancelled; what is in stays in', async () => {
  const count = 4000;
  const folder = manyLetters(count);
  const app = await launchApp();
  const { page } = app;
  await app.drop([folder]);
  const progress = page.getByRole('progressbar');
  await expect(progress).toContainText(/Importing \d+ of 4000: [1-9]\d* new, 0 already here, 0 failed/);
  // There is room for all of it.
  expect(await progress.locator('> :first-child').evaluate((label) => label.scrollWidth - label.clientWidth)).toBe(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import cancelled' });
  await expect(dialog).toBeVisible();
  const [, imported] = /(\d+) imported/.exec((await dialog.textContent()) ?? '') ?? [];
  expect(Number(imported)).toBeGreaterThan(0);
  expect(Number(imported)).toBeLessThan(count);
  await page.keyboard.press('Escape');
  await expect(pane(page, 'library').getByRole('heading', { level: 2 })).toHaveText(
    `Library ${Number(imported).toLocaleString('en-US')}`,
  );
  await app.quit();
});

test('letters land in the list while an import is paused and goes on; its report is filtered and saved', async () => {
  const count = 2000;
  const folder = manyLetters(count);
  writeFileSync(join(folder, 'empty.txt'), '');
  const app = await launchApp();
  const { page } = app;
  await app.drop([folder]);
  const progress = page.getByRole('progressbar');
  await expect(progress).toContainText(/Importing \d+ of 2001: [1-9]\d* new/);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(progress).toContainText(/Import paused at \d+ of 2001/);
  await expect(pane(page, 'library').getByRole('option').first()).toBeVisible();
  const inLibrary = pane(page, 'library').getByRole('heading', { level: 2 });
  await expect(inLibrary).not.toHaveText(`Library ${count.toLocaleString('en')}`);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(progress).toContainText(/letters a second, .* left/);

  const dialog = page.getByRole('dialog', { name: 'Import finished' });
  await expect(dialog).toContainText('2001 files: 2000 imported, 0 already in the library, 1 not imported.', {
    timeout: 30_000,
  });
  await dialog.getByText('Not imported 1', { exact: true }).click();
  await expect(dialog.getByRole('option')).toHaveText([/empty\.txt/]);
  const csv = join(folder, 'report.csv');
  const answered = app.answerSaveDialog(csv);
  await dialog.getByRole('button', { name: 'Save as CSV…' }).click();
  await answered;
  await expect.poll(() => existsSync(csv)).toBe(true);
  const [header, row, end, ...more] = readFileSync(csv, 'utf8').split('\r\n');
  expect([header, end, more]).toEqual(['file,outcome,layout,remark,code', '', []]);
  expect(row).toMatch(/\/empty\.txt,failed,,.+,empty-file$/);
  await app.quit();
});

test('an import that a power cut interrupted is offered again and goes on', async () => {
  const count = 2000;
  const folder = manyLetters(count);
  const first = await launchApp();
  await first.drop([folder]);
  await expect(first.page.getByRole('progressbar')).toContainText(/Importing \d+ of 2000: [1-9]\d* new/);
  await first.kill();

  const app = await launchApp({ home: first.home });
  const { page } = app;
  await expect(page.getByText('An import of 2,000 files was interrupted.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import finished' });
  await expect(dialog).toBeVisible({ timeout: 30_000 });
  const [, imported, already] =
    /2000 files: (\d+) imported, (\d+) already in the library, 0 not/.exec((await dialog.textContent()) ?? '') ?? [];
  expect(Number(already)).toBeGreaterThan(0);
  expect(Number(imported)).toBe(count - Number(already));
  await page.keyboard.press('Escape');
  await expect(page.getByText(/was interrupted/)).toBeHidden();
  await app.quit();
});

test('the same letter dropped again is reported as already in the library', async () => {
  const app = await launchApp();
  await app.drop([seedPath('000'), seedPath('001')]);
  await readReport(app.page);
  await app.drop([seedPath('001'), seedPath('002')]);
  const rows = await readReport(app.page);
  expect(rows[0]).toMatch(/Already in the library$/);
  expect(rows[1]).toMatch(/Imported$/);
  await expect(pane(app.page, 'library').getByRole('option')).toHaveCount(3);
  await app.quit();
});

test('a letter as PDF and a letter in an archive are read like their text', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-formats-'));
  const pdf = join(folder, 'letter.pdf');
  const archive = join(folder, 'letters.zip');
  writeFileSync(pdf, letterPdf(expectedParse(seedPath('002')).readingText));
  writeFileSync(archive, writeZip([{ name: 'a folder/000.txt', bytes: readFileSync(seedPath('000')) }]));
  const app = await launchApp();
  const { page } = app;
  await app.drop([pdf, archive]);
  const rows = await readReport(page);
  expect(rows).toEqual(['letter.pdf Imported', expect.stringMatching(/^letters\.zip.*000\.txt Imported$/)]);
  await openLetter(page, pdf);
  const { items } = expectedParse(seedPath('002')).case;
  await expect(page.locator('[data-item]')).toHaveCount(items.length);
  for (const item of items) {
    const rationale = itemCard(page, item.ordinal).getByLabel(`Rationale of item ${item.ordinal}`);
    expect(await textOf(rationale)).toBe(withoutSpace(item.rationale.text));
  }
  await app.quit();
});

test('a scanned letter is kept and says that it needs OCR', async () => {
  const scan = join(mkdtempSync(join(tmpdir(), 'second-opinion-scan-')), 'scan.pdf');
  writeFileSync(scan, typesetPdf('#rect(width: 100%, height: 50%, fill: luma(200))'));
  const app = await launchApp();
  await app.drop([scan]);
  // Even alone: a toast would not say what is missing.
  expect(await readReport(app.page)).toEqual([expect.stringMatching(/^scan\.pdf Imported\. .*needs OCR/)]);
  await openLetter(app.page, scan);
  const letter = pane(app.page, 'case-summary');
  await expect(letter).toContainText('No text could be read from this file.');
  await expect(letter).toContainText('needs OCR');
  await expect(pane(app.page, 'library').getByRole('option')).toContainText('No text could be read');
  await expect(pane(app.page, 'annotations')).toContainText('There is no text to annotate.');
  await app.quit();
});

test('letters chosen in the file dialog are imported', async () => {
  const app = await launchApp();
  await app.chooseFiles([seedPath('003'), seedPath('004')]);
  expect(await readReport(app.page)).toHaveLength(2);
  await app.quit();
});

test('the search box finds letters and notes', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop(seedPaths);
  await readReport(page);
  const options = pane(page, 'library').getByRole('option');
  await page.keyboard.press('/');
  await page.keyboard.type('acupunct');
  await expect(options).toHaveCount(1);
  await expect(options.locator('mark').first()).toHaveText(/acupuncture/i);
  // In the letter, too, until something else is searched for.
  await options.click();
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));
  await expect
    .poll(async () => new Set((await marked()).map((word) => word.toLowerCase())))
    .toEqual(new Set(['acupuncture']));
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(5);
  await expect.poll(marked).toEqual([]);
  await page.keyboard.type('"medial branch" -cervical ((');
  await expect(options).toHaveCount(1);
  await app.quit();
});
