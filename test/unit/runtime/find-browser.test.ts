import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser, findProgram } from '../../../electron/runtime/find-browser.ts';

function folderWith(name: string, mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-browser-'));
  writeFileSync(join(folder, name), '#!/bin/sh\n', { mode });
  return folder;
}

test('the browser a person names is taken, and nothing else when it is not there', () => {
  const chosen = join(folderWith('my-browser', 0o755), 'my-browser');
  expect(findBrowser({ SECOND_OPINION_BROWSER: chosen })).toBe(chosen);
  expect(findBrowser({ CHROME_PATH: chosen })).toBe(chosen);
  expect(findBrowser({ SECOND_OPINION_BROWSER: `${chosen}-missing`, PATH: process.env['PATH'] })).toBeUndefined();
});

test.skipIf(process.platform !== 'linux')('otherwise the first program on PATH that can be run', () => {
  const [inert, usable] = [folderWith('chromium', 0o644), folderWith('chromium', 0o755)];
  expect(findBrowser({ PATH: `${inert}:${usable}` })).toBe(join(usable, 'chromium'));
  expect(findProgram(['nothing', 'chromium'], { PATH: `${inert}:${usable}` })).toBe(join(usable, 'chromium'));
  expect(findProgram(['nothing'], { PATH: usable })).toBeUndefined();
});
