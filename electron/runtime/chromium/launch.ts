import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { prestartChromium } from './chromium-host.ts';
import { acquireInstanceLock } from './instance-lock.ts';
import { appDataFolder } from './known-folders.ts';
import { setRuntimeOptions } from './runtime-options.ts';

export interface LaunchOptions {
  /** Chromium, Chrome or Edge. */
  readonly executable: string;
  /** The built app's folder: its package.json names the app and its main file. */
  readonly appFolder: string;
  /** Where the app and its browser keep everything; Electron's usual place when absent. */
  readonly userData?: string;
  readonly headless: boolean;
  readonly debuggingPort?: string;
}

/**
 * Runs an Electron app in this process, with the stand-in wherever it imports `electron`. Returns when the app's
 * main file has run; the process then lives as long as the app.
 */
export async function launchInChromium(options: LaunchOptions): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(options.appFolder, 'package.json'), 'utf8')) as {
    main: string;
    version: string;
    productName: string;
  };
  const userData = resolve(options.userData ?? join(appDataFolder(), manifest.productName));
  const lock = await acquireInstanceLock(userData);
  setRuntimeOptions({ ...options, userData, appName: manifest.productName, appVersion: manifest.version, lock });
  // As Electron does, whose browser runs before the app's main file is read.
  if (lock.held) prestartChromium();
  const standIn = new URL('./electron.js', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  await import(pathToFileURL(join(options.appFolder, manifest.main)).href);
}
