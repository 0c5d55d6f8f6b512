import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { launchApp, test } from './app.ts';
import { itemCard, saved, withoutSpace, writeNote } from './desk.ts';
import { expectedParse, seedPath } from './seeds.ts';

interface PdfHighlight {
  readonly author: string;
  readonly contents: string;
}

async function highlightsOf(path: string): Promise<PdfHighlight[]> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)) });
  const document = await loading.promise;
  const found: PdfHighlight[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const annotations = await (await document.getPage(number)).getAnnotations();
    for (const each of annotations) {
      if (each.subtype === 'Highlight') found.push({ author: each.titleObj.str, contents: each.contentsObj.str });
    }
  }
  await loading.destroy();
  return found;
}

test('the exported case holds every word, every note and real highlight annotations', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('001')]);
  await expect(page.locator('[data-item]')).toHaveCount(3);
  const notes = [
    'Were the four blocks at the same level?',
    '#strong[typst] *bold* <b>html</b> & "quotes"',
    'A third remark, long enough to wrap over more than one line of the printed page so that wrapping is tried.',
  ] as const;
  await writeNote(page, page.getByLabel('Clinical case summary'), 'four prior epidural steroid injections', notes[0]);
  await writeNote(page, page.getByLabel('Rationale of item 1'), 'lack of functional improvement', notes[1]);
  await writeNote(page, page.getByLabel('Rationale of item 3'), 'companion request', notes[2]);
  await itemCard(page, 1).getByText('Disagree').click();
  await itemCard(page, 1)
    .getByLabel(/^Reason/)
    .fill('No baseline was measured.');
  await saved(page);

  const path = join(mkdtempSync(join(tmpdir(), 'second-opinion-export-')), 'annotated.pdf');
  writeFileSync(path, 'an older export');
  const answered = app.answerSaveDialog(path, { replace: true });
  await page.getByRole('button', { name: 'Export PDF' }).click();
  await answered;
  await expect(page.getByText(`Exported to ${path}`)).toBeVisible();
  await app.quit();

  execFileSync('qpdf', ['--check', path]);
  const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
  const words = text.split(/\s+/);
  let from = 0;
  for (const word of expectedParse(seedPath('001')).readingText.split(/\s+/)) {
    const at = words.indexOf(word, from);
    expect(at, `the letter's word “${word}”, after ${words.slice(Math.max(0, from - 8), from).join(' ')}`).not.toBe(-1);
    from = at + 1;
  }
  for (const note of notes) expect(withoutSpace(text)).toContain(withoutSpace(note));
  expect(withoutSpace(text)).toContain(withoutSpace('No baseline was measured.'));

  const highlights = await highlightsOf(path);
  expect(highlights.map(({ contents }) => contents)).toEqual([...notes]);
  expect(highlights.every(({ author }) => author !== '')).toBe(true);
  test.info().attach('annotated.pdf', { path });
});

test('an existing file is kept when replacing it is not confirmed', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('000')]);
  await expect(page.locator('[data-item]')).toHaveCount(1);
  const path = join(mkdtempSync(join(tmpdir(), 'second-opinion-keep-')), 'kept.pdf');
  writeFileSync(path, 'precious');
  const answered = app.answerSaveDialog(path, { replace: false });
  await page.getByRole('button', { name: 'Export PDF' }).click();
  await answered;
  expect(readFileSync(path, 'utf8')).toBe('precious');
  await app.quit();
  expect(readFileSync(path, 'utf8')).toBe('precious');
});
