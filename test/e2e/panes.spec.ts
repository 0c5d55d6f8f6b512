import { expect, type Page } from '@playwright/test';
import { launchApp, test } from './app.ts';
import { seedPath, seedPaths } from './seeds.ts';

const paneIds = ['library', 'case-summary', 'item-decisions', 'annotations'];

const widths = (page: Page): Promise<number[]> =>
  page.evaluate(
    (ids) =>
      ids.map((id) => Math.round(document.querySelector(`[data-pane="${id}"]`)?.getBoundingClientRect().width ?? 0)),
    paneIds,
  );

test('the widths of the panes are remembered, those that moved along as well', async () => {
  const size = { width: 1366, height: 768 };
  const first = await launchApp({ size });
  await first.drop([seedPath('001')]);
  await expect(first.page.locator('[data-item]')).toHaveCount(3);
  const atFirst = await widths(first.page);
  const widen = async (name: string, key: string) => {
    await first.page.getByRole('separator', { name }).focus();
    for (let presses = 0; presses < 4; presses++) await first.page.keyboard.press(key);
  };
  // Wide enough to squeeze the row of panes beside it.
  await widen('Width of the library', 'ArrowRight');
  const stored = () =>
    first.page.evaluate(async () => {
      const settings = await window.secondOpinion.getSettings();
      return settings.ok ? Object.keys(settings.value.paneLayouts).sort() : [];
    });
  await expect.poll(stored).toEqual(['case', 'desk']);
  // Two looks alike: the row beside it has moved along.
  let squeezed: number[] = [];
  await expect
    .poll(async () => {
      const before = squeezed;
      squeezed = await widths(first.page);
      return squeezed.every((width, index) => width === before[index]);
    })
    .toBe(true);
  expect(squeezed[0]).toBeGreaterThan((atFirst[0] ?? 0) + 100);
  await first.quit();

  const second = await launchApp({ size, home: first.home });
  await expect(second.page.locator('[data-item]')).toHaveCount(3);
  expect(await widths(second.page)).toEqual(squeezed);
  await second.quit();
});

test('the report opens by itself after a verdict, but not over what is being written', async () => {
  const app = await launchApp();
  const { page } = app;
  await app.drop([seedPath('001')]);
  await page.getByText('Agree', { exact: true }).first().click();
  await expect(page.getByRole('radio', { name: 'Agree', exact: true }).first()).toBeFocused();
  await app.drop(seedPaths.slice(2));
  const report = page.getByRole('dialog');
  await expect(report).toBeVisible();
  await report.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('searchbox').focus();
  await app.drop(seedPaths.slice(0, 2));
  await expect(page.getByRole('button', { name: /show the report/i })).toBeVisible();
  await expect(report).toBeHidden();
  await app.quit();
});
