/**
 * What the program holds in memory at work on 100,000 letters: `npm run -s bench -- memory [--json] [--letters N]`.
 * On Linux only.
 *
 * The list is scrolled through 2,000 letters, a word that is in nearly every letter and a rare one are searched for, the
 * facets are opened, ten cases are opened. The main process and the library thread are one process, which cannot be
 * told apart from outside: it is held against the sum of their budgets. The page has a process of its own.
 */
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { type Bench, benchLine } from '../bench-line.ts';
import { scrollToPlace, withWindow } from './bench-window.ts';
import { pageProcess, processMemory } from './process-memory.ts';

/** For the main process, the library thread and the page each, in MB. */
const budget = 350;

export const memory: Bench = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { letters: { type: 'string' } } });
  const letters = Number(values.letters ?? 100_000);
  const [atStart, main, page] = await withWindow(letters, async ({ page, pid }) => {
    const atStart = processMemory(pid);
    await work(page, Math.min(2000, letters - 1));
    return [atStart, processMemory(pid), processMemory(pageProcess(pid))];
  });
  const lines = [
    benchLine('memory of the main process with the library thread', 'MB resident', main.resident, 2 * budget, {
      most: 1,
    }),
    benchLine('the part of it without files behind it', 'MB', main.anonymous, 2 * budget),
    benchLine('memory of the main process after the start', 'MB resident', atStart.resident, 2 * budget),
    benchLine('memory of the page', 'MB', page.proportional, budget, { most: 1 }),
  ];
  const text = lines.map(({ bench, ours, reference }) => `${bench}: ${ours.toFixed(0)} MB of ${reference}`);
  return { lines, text: [`${letters} letters`, ...text].join('\n') };
};

async function work(page: Page, place: number): Promise<void> {
  await scrollToPlace(page, place);
  await scrollToPlace(page, 0);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('region', { name: 'Filter' }).getByRole('checkbox').first().waitFor();
  for (const word of ['patient', 'fusion', '']) {
    await page.getByRole('searchbox').fill(word);
    // The list and its counts come one after the other.
    await page.waitForTimeout(3000);
  }
  for (let step = 0; step < 10; step++) {
    await page
      .getByRole('option')
      .nth(step % 3)
      .click();
    await page.waitForTimeout(300);
  }
}
