import { expect, test } from '@playwright/test';
import { findElectron } from '../../electron/runtime/electron-binary.ts';
import { launchApp, runtime } from './app.ts';

test('the built app opens in Electron', async () => {
  const absent = !findElectron() || runtime !== 'electron';
  if (absent) console.log('skipped: no Electron binary');
  test.skip(absent, 'no Electron binary');
  const app = await launchApp();
  expect(app.page.url()).toBe('app://bundle/index.html');
  await expect(app.page).toHaveTitle('Second Opinion');
  await app.quit();
});
