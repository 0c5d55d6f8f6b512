import { join } from 'node:path';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { runtimeOptions } from './runtime-options.ts';

let waiting: ChromiumProcess | undefined;

/** Starts Chromium while the app is still being loaded, so that its window is there sooner. */
export function prestartChromium(): void {
  waiting ??= start();
}

/** The Chromium that was started ahead, or a new one. Each shows one window. */
export function takeChromium(): ChromiumProcess {
  const taken = waiting ?? start();
  waiting = undefined;
  return taken;
}

function start(): ChromiumProcess {
  const { executable, userData, headless, debuggingPort, appName } = runtimeOptions();
  return startChromium({
    executable,
    profile: join(userData, 'Chromium'),
    title: appName,
    headless,
    ...(debuggingPort === undefined ? {} : { debuggingPort }),
  });
}
