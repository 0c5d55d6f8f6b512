/** Starts the built app as a person would and drives it, on whichever runtime is there. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { findElectron } from '../../electron/runtime/electron-binary.ts';
import { launchOnChromium } from './app-on-chromium.ts';
import { launchOnElectron } from './app-on-electron.ts';

export interface LaunchOptions {
  /** The folder with the library and everything else the app keeps; a new one unless given. */
  readonly home?: string;
  /** Another built app than Second Opinion. */
  readonly appFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** How the app ended: its exit status, or null when it was killed. */
export type Ending = { readonly code: number | null; readonly output: string };

/** What differs between the runtimes. */
export interface Driver {
  readonly page: Page;
  readonly pid: number;
  /** Ends the app as the system does when it shuts down: drafts are saved first. */
  quit(): Promise<void>;
  /** Ends the app's main process as a power cut does. */
  kill(): Promise<void>;
  readonly ended: Promise<Ending>;
  /**
   * Answers the next save dialog; call it before what opens the dialog and await it after. An existing file is
   * replaced unless `replace` is false, which ends in cancelling.
   */
  answerSaveDialog(path: string, answer?: { readonly replace: boolean }): Promise<void>;
  /**
   * Chooses a folder in the next folder dialog, and a button by its place in the question that follows, if one is
   * expected; to be called as `answerSaveDialog` is.
   */
  answerFolderDialog(path: string, button?: 0 | 1 | 2): Promise<void>;
}

export interface RunningApp extends Driver {
  readonly home: string;
  /** Drops files, with their paths, on the middle of the window, as from a file manager. */
  drop(paths: readonly string[]): Promise<void>;
  /** Opens the app's file chooser with its shortcut and chooses files. */
  chooseFiles(paths: readonly string[]): Promise<void>;
  /** Closes the window as a person does. */
  closeWindow(): Promise<void>;
}

/** Apps that a test has started, so that a failing one leaves none behind. */
const started = new Set<Driver>();

/** Playwright's `test`, which ends every app that the test itself has not ended. */
export const test = base.extend<{ endApps: undefined }>({
  endApps: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
    async ({}, use) => {
      await use(undefined);
      const left = [...started];
      started.clear();
      await Promise.all(left.map((app) => app.kill()));
    },
    { auto: true },
  ],
});

export const runtime: 'electron' | 'chromium' = chooseRuntime();

/** Starts the app and waits until its page has loaded. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'second-opinion-e2e-')));
  const launch = runtime === 'electron' ? launchOnElectron : launchOnChromium;
  const driver = await launch(home, options);
  started.add(driver);
  void driver.ended.then(() => started.delete(driver));
  const { page } = driver;
  if (options.size) await page.setViewportSize(options.size);
  if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
  // Playwright takes a moment to begin intercepting choosers: it must have, before a test opens one.
  page.on('filechooser', () => {});
  await page.waitForLoadState('load');
  if (!options.appFolder) await settled(page);
  // The panes appear once everything that listens does; instead of them, the page that leads back to a damaged library.
  if (options.appFolder === undefined) await page.locator('[data-pane], [data-page]').first().waitFor();
  return {
    ...driver,
    home,
    drop: (paths) => drop(page, paths),
    async chooseFiles(paths) {
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('ControlOrMeta+o');
      await (await chooser).setFiles([...paths]);
    },
    async closeWindow() {
      // With a listener, Playwright leaves the question whether to leave the page to the app.
      page.on('dialog', () => {});
      await page.close({ runBeforeUnload: true });
    },
  };
}

/** Waits until the app has drawn itself and listens to what is done to it. */
async function settled(page: Page): Promise<void> {
  await page.locator('#root > *').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

async function drop(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await drag('dragEnter');
  await drag('dragOver');
  // A drag goes on hovering until the person sees that it may be dropped.
  if (await page.locator('#root').count()) {
    await expect(async () => {
      await drag('dragOver');
      await page.getByText('Drop letters to import them').waitFor({ timeout: 500 });
    }).toPass();
  }
  await drag('drop');
  await session.detach();
}

function chooseRuntime(): 'electron' | 'chromium' {
  const chosen = process.env['SECOND_OPINION_RUNTIME'];
  if (chosen === 'electron' || chosen === 'chromium') return chosen;
  if (chosen) throw new Error(`SECOND_OPINION_RUNTIME is electron or chromium, not ${chosen}.`);
  return findElectron() ? 'electron' : 'chromium';
}
