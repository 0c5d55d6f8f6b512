import { expect, test } from '@playwright/test';
import { findElectron } from '../../electron/runtime/electron-binary.ts';
import { launchApp, runtime } from './app.ts';

test('the built app opens in Electron', async () => {
  test.skip(!findElectron() || runtime !== 'electron', 'no Electron binary');
  const app = await launchApp();
  expect(app.page.url()).toBe('app://bundle/index.html');
  await expect(app.page).toHaveTitle('Second Opinion');
  await app.quit();
});
