/** `npm start`: builds if needed, then opens the app in Electron or, without Electron's binary, in Chromium. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from '../build.ts';
import { provideElectron } from './electron-binary.ts';
import { provideBrowser } from './provide-browser.ts';
import { runElectron } from './run-electron.ts';
import { parseStartOptions, type StartOptions, usage } from './start-options.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

const options = parseStartOptions(process.argv.slice(2));
if ('problem' in options) {
  console.error(`${options.problem}\n${usage}`);
  process.exit(2);
}
if (!options.headless && !hasDisplay()) {
  console.error('There is no display to open a window on. With --headless Second Opinion runs without one.');
  process.exit(1);
}
await start(options);

async function start(options: StartOptions): Promise<void> {
  // Whether Electron's binary can be had shows while the app is being built.
  const electron = options.runtime === 'chromium' ? Promise.resolve(undefined) : provideElectron();
  await buildIfNeeded();
  const appFolder = resolve(options.appFolder ?? projectFolder);
  const program = await electron;
  if (program) process.exit(await runElectron(program, appFolder, options));
  if (options.runtime === 'electron') {
    console.error('Electron is not here and cannot be fetched. Without --runtime=electron the app opens in Chromium.');
    process.exit(1);
  }
  const executable = provideBrowser();
  if (!executable) process.exit(1);
  if (options.runtime === undefined) {
    console.log(`Electron is not here and cannot be fetched, so Second Opinion opens in ${executable}.`);
  }
  // Built code: it is loaded by its place in dist/, not as a part of this program.
  const launcher = new URL('../../dist/electron/runtime/chromium/launch.js', import.meta.url).href;
  const { launchInChromium } = (await import(launcher)) as typeof import('./chromium/launch.ts');
  await launchInChromium({
    executable,
    appFolder,
    headless: options.headless,
    ...(options.userData === undefined ? {} : { userData: options.userData }),
    ...(options.remoteDebuggingPort === undefined ? {} : { debuggingPort: options.remoteDebuggingPort }),
  });
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
