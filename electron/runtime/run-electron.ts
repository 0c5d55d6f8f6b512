import { spawn } from 'node:child_process';
import type { StartOptions } from './start-options.ts';

/** Runs the built app in Electron and gives its exit status. */
export function runElectron(program: string, appFolder: string, options: StartOptions): Promise<number> {
  const child = spawn(program, electronArguments(appFolder, options), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Electron could not be started: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The arguments with which Electron does what the options of `npm start` say. */
export function electronArguments(appFolder: string, options: StartOptions): string[] {
  const { library, userData, remoteDebuggingPort } = options;
  return [
    appFolder,
    ...(options.headless ? ['--headless', '--ozone-platform=headless'] : []),
    ...(library === undefined ? [] : [`--library=${library}`]),
    ...(userData === undefined ? [] : [`--user-data-dir=${userData}`]),
    ...(remoteDebuggingPort === undefined ? [] : [`--remote-debugging-port=${remoteDebuggingPort}`]),
    // Chromium refuses its sandbox to root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
