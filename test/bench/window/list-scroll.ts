/**
 * Scrolling the list of 100,000 letters beside that of 1,000, with one script: `npm run -s bench -- list-scroll
 * [--json] [--letters N]`.
 *
 * The script scrolls down by 120 px in every frame for 450 frames, 692 rows, from the top; the time of a frame is that
 * between two calls of requestAnimationFrame. The libraries take turns. At last the list is sent, at once, as by dragging
 * the thumb of its scroll bar, to places far down and to its end.
 */
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { type Bench, benchLine } from '../bench-line.ts';
import { quantile } from '../library/timing.ts';
import { scrollToPlace, withWindow } from './bench-window.ts';

const few = 1000;
const rounds = 3;
/** Places that the list is sent to, one after the other, besides its last. */
const farDown = [9_999, 49_999];

/** What was seen while the list scrolled. */
interface Scrolled {
  /** In ms, sorted. */
  readonly frames: readonly number[];
  /** What the page's main thread did, in ms a frame. */
  readonly busy: number;
  readonly mostRows: number;
}

export const listScroll: Bench = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { letters: { type: 'string' } } });
  const letters = Number(values.letters ?? 100_000);
  const ofMany: Scrolled[] = [];
  const ofFew: Scrolled[] = [];
  const toPlaces = new Map<number, number>();
  let toEndOfFew = 0;
  for (let round = 0; round < rounds; round++) {
    const isLast = round === rounds - 1;
    await withWindow(few, async ({ page }) => {
      ofFew.push(await scroll(page));
      if (isLast) toEndOfFew = await scrollToPlace(page, few - 1);
    });
    await withWindow(letters, async ({ page }) => {
      ofMany.push(await scroll(page));
      if (!isLast) return;
      for (const place of [...farDown, letters - 1].filter((each) => each < letters)) {
        toPlaces.set(place, await scrollToPlace(page, place));
      }
    });
  }
  const p95 = (of: readonly Scrolled[]) =>
    quantile(
      of.flatMap(({ frames }) => frames).sort((a, b) => a - b),
      0.95,
    );
  const busy = (of: readonly Scrolled[]) => of.reduce((sum, each) => sum + each.busy, 0) / of.length;
  const most = (of: readonly Scrolled[]) => Math.max(...of.map(({ mostRows }) => mostRows));
  const lines = [
    benchLine('scrolling the list, frame p95', 'ms', p95(ofMany), p95(ofFew), { most: 1.1 }),
    benchLine('scrolling the list, work in a frame', 'ms', busy(ofMany), busy(ofFew)),
    benchLine('scrolling the list, most rows in the document', 'rows', most(ofMany), most(ofFew), { most: 1 }),
    ...[...toPlaces].map(([place, time]) =>
      benchLine(`going to place ${place + 1} of the list, against ${few}`, 'ms', time, toEndOfFew),
    ),
  ];
  const text = lines.map(
    ({ bench, ours, reference, unit }) =>
      `${bench}: ${ours.toFixed(1)} ${unit}, of ${few} letters ${reference.toFixed(1)}`,
  );
  return { lines, text: [`${letters} letters`, ...text].join('\n') };
};

async function scroll(page: Page): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  // What the start of the app leaves to do is not what is asked for.
  await page.waitForTimeout(1500);
  const before = await worked();
  const { frames, mostRows } = await page.evaluate(scrollDown);
  const busy = (await worked()) - before;
  await session.detach();
  return { frames: frames.sort((a, b) => a - b), busy: busy / frames.length, mostRows };
}

/** Runs in the page. */
async function scrollDown(): Promise<{ frames: number[]; mostRows: number }> {
  const list = document.querySelector('[role="listbox"][aria-label="Letters"]');
  if (!list) throw new Error('There is no list of letters.');
  const frame = () => new Promise<number>(requestAnimationFrame);
  const frames: number[] = [];
  let mostRows = 0;
  let last = await frame();
  for (let step = 0; step < 450; step++) {
    list.scrollTop += 120;
    const now = await frame();
    frames.push(now - last);
    last = now;
    mostRows = Math.max(mostRows, list.querySelectorAll('[role="option"]').length);
  }
  return { frames, mostRows };
}
