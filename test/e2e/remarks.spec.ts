import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, test } from './app.ts';
import { correctItem, itemCard, pane } from './desk.ts';

const header = 'Golden Valley Claims Services';
const summary =
  'The patient has low back pain, was treated with physical therapy and medications, and came back to the clinic. ';
const letter = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she is familiar with governing laws and regulations that apply to Independent Medical Review determinations.',
  'CLINICAL CASE SUMMARY',
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
  `${summary.repeat(8)}She then tried\n\f${header}\n\nacupuncture. ${summary.repeat(8)}Later she saw\n\f${header}\n\na surgeon. ${summary.repeat(8)}At last she had\n\f${header}\n\nan injection.`,
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'The Final Determination was based on decisions for the disputed items/services set forth below:',
  'Lumbar MRI: Upheld',
  'Decision rationale: It is not medically necessary.',
].join('\n\n');

function letterFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'second-opinion-remarks-')), 'pages.txt');
  writeFileSync(path, letter);
  return path;
}

test('what was set aside can be read, and leads to its place', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([letterFile()]);
  const remarks = pane(page, 'case-summary').getByRole('list', { name: 'Remarks on how the letter was read' });
  await expect(remarks.getByText(header)).toBeHidden();
  await remarks.getByText(/^3 running headers, footers and page numbers were set aside/).click();
  await expect(remarks.getByText(`${header} (3×)`)).toBeVisible();
  await expect(pane(page, 'case-summary').getByText(/^Apart from the headers, footers and page numbers/)).toBeVisible();
  await remarks
    .getByRole('button', { name: `Show where “${header}” stood` })
    .nth(1)
    .click();
  const shown = () => page.evaluate(() => [...(CSS.highlights.get('reveal') ?? [])].map(String));
  await expect.poll(shown).toEqual(['a']);
  await app.quit();
});

test('remarks at one place stay as many as they are when an item is corrected', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([letterFile()]);
  const remarks = itemCard(page, 1)
    .getByRole('list', { name: 'Remarks on how the letter was read' })
    .getByRole('listitem');
  await expect(remarks).toHaveCount(2);
  const before = await remarks.allTextContents();
  for (const decision of ['Overturned', 'Upheld']) {
    await correctItem(page, 1, 'Edit title, decision and category…');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(decision, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    expect(await remarks.allTextContents()).toEqual(before);
  }
  await app.quit();
});
