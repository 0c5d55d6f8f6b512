import { expect } from '@playwright/test';
import { launchApp, test } from './app.ts';
import { itemCard, readReport, saved, writeNote } from './desk.ts';
import { seedPath, seedPaths } from './seeds.ts';

/** Pictures to look at, kept with the test results: no picture can tell by itself that it is right. */
for (const size of [
  { width: 1366, height: 768 },
  { width: 2560, height: 1440 },
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the window at ${size.width}x${size.height}, ${colorScheme}`, async () => {
      const app = await launchApp({ size, colorScheme });
      const { page } = app;
      const shoot = async (name: string) => {
        const path = test.info().outputPath(`${name}.png`);
        await page.screenshot({ path });
        await test.info().attach(name, { path, contentType: 'image/png' });
      };
      await expect(page.getByText('Drop IMR letters here')).toBeVisible();
      await shoot('empty');
      await app.drop([...seedPaths, seedPath('000')]);
      await expect(page.getByRole('dialog')).toBeVisible();
      await shoot('report');
      await readReport(page);
      await page.getByRole('option').nth(1).click();
      await expect(page.locator('[data-item]')).toHaveCount(3);
      const summary = page.getByLabel('Clinical case summary');
      await writeNote(
        page,
        summary,
        'four prior epidural steroid injections',
        'Were the four blocks at the same level?',
      );
      await writeNote(page, summary, 'epidural steroid injections with "no relief"', 'Central to the rationale.');
      const rationale = page.getByLabel('Rationale of item 1');
      await writeNote(page, rationale, 'lack of functional improvement', 'Improvement was never measured.');
      await itemCard(page, 1).getByText('Disagree').click();
      await saved(page);
      await page.keyboard.press('Escape');
      await shoot('case');
      await page.getByText('Whole letter', { exact: true }).click();
      await shoot('whole-letter');
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await shoot('shortcuts');
      await app.quit();
    });
  }
}
