import { expect, test } from 'vitest';
import { electronArguments } from '../../../electron/runtime/run-electron.ts';
import { parseStartOptions } from '../../../electron/runtime/start-options.ts';

test('nothing said means the defaults', () => {
  expect(parseStartOptions([])).toEqual({ headless: false });
});

test('Electron gets the options as its own switches', () => {
  const options = parseStartOptions(['--headless', '--library=/l', '--user-data=/u', '--remote-debugging-port=0']);
  if ('problem' in options) throw new Error(options.problem);
  const args = electronArguments('/app', options);
  expect(args[0]).toBe('/app');
  expect(args).toEqual(
    expect.arrayContaining(['--headless', '--library=/l', '--user-data-dir=/u', '--remote-debugging-port=0']),
  );
});

test.each([['--nonsense'], ['--runtime=netscape'], ['--library'], ['stray.txt']])(
  '%s is refused with a reason',
  (arg) => {
    expect(parseStartOptions([arg])).toEqual({ problem: expect.stringMatching(/\w/) });
  },
);
