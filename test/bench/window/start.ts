/**
 * From the start of the program to the first list that can be used: `npm run -s bench -- start [--json] [--letters N]
 * [--rounds N]`.
 *
 * A library of 100,000 letters beside one of 100, and beside an empty window (`empty-app`) on the same runtime, taking
 * turns; the medians count. The time runs from before the process is started to the first task after the frame that
 * painted the list (for the empty window, its page), by the system's clock. Then the first row is clicked, and has to
 * open its case.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../../electron/build.ts';
import { launchApp } from '../../e2e/app.ts';
import { type Bench, benchLine } from '../bench-line.ts';
import { quantile } from '../library/timing.ts';
import { benchHome } from './bench-home.ts';

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
const emptyApp = fileURLToPath(new URL('empty-app', import.meta.url));
const few = 100;

export const start: Bench = async (words) => {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...words], options: { letters: option, rounds: option } });
  const letters = Number(values.letters ?? 100_000);
  await buildIfNeeded();
  const emptyHome = mkdtempSync(join(tmpdir(), 'second-opinion-empty-'));
  const starts = [
    () => timeOfStart(benchHome(letters), projectFolder),
    () => timeOfStart(benchHome(few), projectFolder),
    () => timeOfStart(emptyHome, emptyApp),
  ];
  const times: number[][] = starts.map(() => []);
  // The first round fills caches and profiles.
  for (let round = -1; round < Number(values.rounds ?? 7); round++) {
    for (const [which, once] of starts.entries()) {
      const time = await once();
      if (round >= 0) times[which]?.push(time);
    }
  }
  rmSync(emptyHome, { recursive: true });
  const [ofMany = 0, ofFew = 0, ofNone = 0] = times.map((each) =>
    quantile(
      each.sort((a, b) => a - b),
      0.5,
    ),
  );
  const lines = [
    benchLine(`start with ${letters} letters, against ${few}`, 'ms', ofMany, ofFew, { most: 1.15 }),
    benchLine(`start with ${letters} letters, against an empty window`, 'ms', ofMany, ofNone, { most: 1.5 }),
    benchLine(`start with ${few} letters, against an empty window`, 'ms', ofFew, ofNone),
  ];
  const text = lines.map(
    ({ bench, ours, reference, ratio }) =>
      `${bench}: ${ours.toFixed(0)} ms, ${reference.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
  );
  return { lines, text: text.join('\n') };
};

/** In ms. */
async function timeOfStart(home: string, appFolder: string): Promise<number> {
  const from = Date.now();
  const app = await launchApp({ home, appFolder });
  const { page } = app;
  const hasList = appFolder === projectFolder;
  const painted = await page.evaluate(timeOfPaint, hasList ? '[role="option"]' : 'body');
  if (hasList) {
    await page.getByRole('option').first().click();
    await page.locator('[data-pane="item-decisions"]').waitFor();
  }
  await app.quit();
  return painted - from;
}

/** Runs in the page: when what `selector` finds has been painted, in ms since 1970. */
function timeOfPaint(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      // A message that is sent before a paint is received after it.
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
      port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });
}
