/**
 * Opening a case from the list of a library of 100,000 letters: `npm run -s bench -- open-case [--json] [--letters N]`.
 *
 * The time runs in the page, from the time stamp of the press on a row (as the browser received it) to the first task
 * after the frame in which the case is on the desk was painted: what the driver takes is not in it. Half of the letters
 * are opened at the top of the list, half far down. A press on the pane's title, which does nothing, is timed in between:
 * from its time stamp to the first task after the next frame.
 */
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { type Bench, benchLine } from '../bench-line.ts';
import { quantile } from '../library/timing.ts';
import { scrollToPlace, withWindow } from './bench-window.ts';

/** The most that a person should wait, in ms. */
const budget = 50;
const casesInEachPlace = 32;
const farDown = 3000;

export const openCase: Bench = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { letters: { type: 'string' } } });
  const letters = Number(values.letters ?? 100_000);
  const { near, far } = await withWindow(letters, async ({ page }) => {
    // What is compiled and laid out for the first time is not what is asked for.
    await openFrom(page, 0, 5);
    const near = await openFrom(page, 5, casesInEachPlace);
    return { near, far: await openFrom(page, Math.min(farDown, letters - 100), casesInEachPlace) };
  });
  const opened = sorted([...near, ...far].map(({ opening }) => opening));
  const idle = sorted([...near, ...far].map(({ nothing }) => nothing));
  const middle = (of: readonly Presses[]) => quantile(sorted(of.map(({ opening }) => opening)), 0.5);
  const lines = [
    benchLine('open a case, p95', 'ms', quantile(opened, 0.95), budget, { most: 1 }),
    benchLine('open a case, p50', 'ms', quantile(opened, 0.5), budget),
    benchLine(
      'open a case, p95, against a press that does nothing',
      'ms',
      quantile(opened, 0.95),
      quantile(idle, 0.95),
    ),
    benchLine('open a case, p50, against a press that does nothing', 'ms', quantile(opened, 0.5), quantile(idle, 0.5)),
    benchLine('open a case far down the list, p50, against its top', 'ms', middle(far), middle(near)),
  ];
  const text = lines.map(({ bench, ours, reference }) => `${bench}: ${ours.toFixed(1)} ms, ${reference.toFixed(1)} ms`);
  return { lines, text: [`${letters} letters, ${opened.length} opened`, ...text].join('\n') };
};

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** In ms. */
interface Presses {
  readonly opening: number;
  readonly nothing: number;
}

/** Opens `count` letters one after the other, from place `first` of the list on. */
async function openFrom(page: Page, first: number, count: number): Promise<Presses[]> {
  const title = page.getByRole('heading', { name: 'Library' });
  const { x, y } = (await title.boundingBox()) ?? { x: 0, y: 0 };
  const presses: Presses[] = [];
  for (let place = first; place < first + count; place++) {
    await scrollToPlace(page, place);
    const row = await page.evaluate(topRow);
    const opening = await timeOfPress(page, row, row.name);
    // What a case starts when it opens is not to run into the next press.
    await page.waitForTimeout(100);
    presses.push({ opening, nothing: await timeOfPress(page, { x: x + 2, y: y + 2 }) });
  }
  return presses;
}

/** From a press until the letter has been painted as the open case, or without one the next frame; in ms. */
async function timeOfPress(page: Page, at: { x: number; y: number }, fileName?: string): Promise<number> {
  const watch = await page.evaluateHandle(watchPress, fileName);
  await page.mouse.click(at.x, at.y);
  return watch.evaluate(({ time }) => time);
}

/** Runs in the page: the file name of the letter at the top of the list, and where to click on it. */
function topRow(): { name: string; x: number; y: number } {
  const { left = 0, top = 0 } = document.querySelector('[aria-label="Letters"]')?.getBoundingClientRect() ?? {};
  const [x, y] = [left + 40, top + 20];
  const row = document.elementFromPoint(x, y)?.closest('[role="option"]');
  return { name: row?.querySelector('[title$=".txt"]')?.getAttribute('title') ?? '', x, y };
}

/** Runs in the page. */
function watchPress(fileName: string | undefined): { time: Promise<number> } {
  const isThere = () =>
    fileName === undefined ||
    ([...document.querySelectorAll('h1')].some((name) => name.parentElement?.title.startsWith(`${fileName}\n`)) &&
      document.querySelector('[data-pane] [data-start]') !== null);
  const time = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`${fileName} did not open within 30 s.`)), 30_000);
    const afterPress = ({ timeStamp }: PointerEvent) => {
      const look = () => {
        if (!isThere()) return void requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        // A message that is sent before a paint is received after it.
        port1.onmessage = () => resolve(performance.now() - timeStamp);
        port2.postMessage(undefined);
      };
      requestAnimationFrame(look);
    };
    addEventListener('pointerdown', afterPress, { capture: true, once: true });
  });
  // In an object, so that the caller need not wait for it.
  return { time };
}
