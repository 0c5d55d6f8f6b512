import type { Page } from '@playwright/test';
import { buildIfNeeded } from '../../../electron/build.ts';
import { launchApp, type RunningApp } from '../../e2e/app.ts';
import { benchHome } from './bench-home.ts';

const size = { width: 1440, height: 900 };

/** Opens the app on a library of `letters` letters, does `work` with it once its list is there, and quits. */
export async function withWindow<T>(letters: number, work: (app: RunningApp) => Promise<T>): Promise<T> {
  // The process that is measured would build otherwise.
  await buildIfNeeded();
  const app = await launchApp({ home: benchHome(letters), size });
  try {
    await app.page.getByRole('option').first().waitFor();
    return await work(app);
  } finally {
    await app.quit();
  }
}

/**
 * Scrolls the list of letters until the letter at this place of it (from 0) is at its top, or as near as the end of
 * the list lets it, however much has to be loaded for it. Resolves with how long that took, in ms.
 */
export function scrollToPlace(page: Page, place: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const list = document.querySelector('[role="listbox"][aria-label="Letters"]');
    const height = list?.querySelector<HTMLElement>('[role="option"]')?.offsetHeight;
    if (!list || !height) throw new Error('There is no list of letters.');
    const { left, top, bottom, width } = list.getBoundingClientRect();
    const isRowAt = (y: number) => Boolean(document.elementFromPoint(left + width / 2, y)?.closest('[role="option"]'));
    const from = performance.now();
    do {
      if (performance.now() - from > 600_000) throw new Error(`Place ${wanted} of the list was not reached.`);
      list.scrollTop = wanted * height;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    } while (list.scrollHeight < (wanted + 1) * height || !isRowAt(top + 2) || !isRowAt(bottom - 2));
    return performance.now() - from;
  }, place);
}
