import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Driver, Ending, LaunchOptions } from './app.ts';
import { endWithRunner } from './end-with-runner.ts';

const startScript = fileURLToPath(new URL('../../electron/runtime/start.ts', import.meta.url));

/** Runs `npm start`'s own script, headless, and connects to its browser as a second debugger. */
export async function launchOnChromium(home: string, options: LaunchOptions): Promise<Driver> {
  const userData = join(home, 'user-data');
  const portFile = join(userData, 'Chromium/DevToolsActivePort');
  // A killed browser leaves the port it had.
  await rm(portFile, { force: true });
  const child = spawn(
    process.execPath,
    [
      startScript,
      '--runtime=chromium',
      '--headless',
      `--user-data=${userData}`,
      `--library=${join(home, 'library')}`,
      '--remote-debugging-port=0',
      ...(options.appFolder === undefined ? [] : [`--app=${options.appFolder}`]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } },
  );
  endWithRunner(child);
  const ended = whenEnded(child);
  const browser = await connect(portFile, ended);
  const page = await appPage(browser);
  return {
    page,
    pid: child.pid ?? 0,
    ended,
    async quit() {
      child.kill('SIGTERM');
      const { code, output } = await ended;
      if (code !== 0) throw new Error(`The app ended with status ${code}.\n${output}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      // The profile may be used again once the browser has noticed.
      if (browser.isConnected()) await new Promise((resolve) => browser.once('disconnected', resolve));
    },
    answerSaveDialog: (path, { replace } = { replace: true }) => answerSaveDialog(page, path, replace),
    answerFolderDialog: (path, button) => answerFolderDialog(page, path, button),
  };
}

function whenEnded(child: ChildProcess): Promise<Ending> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

async function connect(portFile: string, ended: Promise<Ending>): Promise<Browser> {
  const port = await Promise.race([
    readPort(portFile),
    ended.then(({ code, output }) => {
      throw new Error(`The app ended with status ${code} before it opened a window.\n${output}`);
    }),
  ]);
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { isLocal: true });
}

async function readPort(file: string): Promise<string> {
  for (;;) {
    try {
      const [port] = (await readFile(file, 'utf8')).split('\n');
      if (port) return port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    await wait(20);
  }
}

/** The window's page once it shows the app. */
async function appPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no context.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(/^https:\/\/[^/]+\.app\.invalid\//);
  return page;
}

/** A dialog of the Chromium runtime; it is driven by its keyboard, since its insides are closed to scripts. */
const dialogOf = (page: Page, kind: 'path' | 'message') => page.locator(`second-opinion-dialog[data-kind="${kind}"]`);

async function answerSaveDialog(page: Page, path: string, replace: boolean): Promise<void> {
  const replaces = existsSync(path);
  await typePath(page, path);
  if (!replaces) return;
  await pressButton(page, replace ? 0 : 1);
  if (replace) return;
  await dialogOf(page, 'path').waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await dialogOf(page, 'path').waitFor({ state: 'detached' });
}

async function answerFolderDialog(page: Page, path: string, button: 0 | 1 | 2 | undefined): Promise<void> {
  await typePath(page, path);
  if (button !== undefined) await pressButton(page, button);
}

async function typePath(page: Page, path: string): Promise<void> {
  await dialogOf(page, 'path').waitFor({ state: 'attached' });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(path);
  await page.keyboard.press('Enter');
  await dialogOf(page, 'path').waitFor({ state: 'detached' });
}

/** Of the buttons of a question, the second has the focus at first. */
async function pressButton(page: Page, button: 0 | 1 | 2): Promise<void> {
  await dialogOf(page, 'message').waitFor({ state: 'attached' });
  if (button !== 1) await page.keyboard.press(button === 0 ? 'Shift+Tab' : 'Tab');
  await page.keyboard.press('Enter');
  await dialogOf(page, 'message').waitFor({ state: 'detached' });
}
