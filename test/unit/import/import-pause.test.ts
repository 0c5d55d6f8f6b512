import { expect, test, vi } from 'vitest';
import { createPause } from '../../../electron/import/import-pause.ts';

test('holds everyone until it ends, and tells of every change once', async () => {
  const pause = createPause();
  const changed = vi.fn();
  pause.onChange(changed);
  await pause.passed();
  pause.begin();
  pause.begin();
  expect(pause.isOn).toBe(true);
  const passed = vi.fn();
  const both = [pause.passed().then(passed), pause.passed().then(passed)];
  await new Promise((resolve) => setImmediate(resolve));
  expect(passed).not.toHaveBeenCalled();
  pause.end();
  pause.end();
  await Promise.all(both);
  expect(passed).toHaveBeenCalledTimes(2);
  expect(pause.isOn).toBe(false);
  expect(changed).toHaveBeenCalledTimes(2);
});

test('holds those too who come to it when it begins again at once', async () => {
  const pause = createPause();
  pause.begin();
  const passed = vi.fn();
  const waiting = pause.passed().then(passed);
  pause.end();
  pause.begin();
  await new Promise((resolve) => setImmediate(resolve));
  expect(passed).not.toHaveBeenCalled();
  pause.end();
  await waiting;
});
