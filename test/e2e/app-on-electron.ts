import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { electronArguments } from '../../electron/runtime/run-electron.ts';
import type { Driver, Ending, LaunchOptions } from './app.ts';
import { endWithRunner } from './end-with-runner.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the built app in Electron with the switches of `npm start`. */
export async function launchOnElectron(home: string, options: LaunchOptions): Promise<Driver> {
  const app = await _electron.launch({
    args: electronArguments(options.appFolder ?? projectFolder, {
      runtime: 'electron',
      headless: !process.env['DISPLAY'] && process.platform === 'linux',
      library: join(home, 'library'),
      userData: join(home, 'user-data'),
      remoteDebuggingPort: undefined,
      appFolder: undefined,
    }),
    env: { ...(process.env as Record<string, string>), ...options.env },
  });
  const child = app.process();
  endWithRunner(child);
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const ended = new Promise<Ending>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return {
    page: await app.firstWindow(),
    pid: child.pid ?? 0,
    ended,
    async quit() {
      // Not close(), which destroys the windows without asking the app.
      await app.evaluate(({ app: main }) => setImmediate(() => main.quit()));
      const { code } = await ended;
      if (code !== 0) throw new Error(`The app ended with status ${code}.\n${output}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    // Native dialogs can't be driven: the answer is put in their place.
    answerSaveDialog: (path, { replace } = { replace: true }) =>
      app.evaluate(
        ({ dialog }, answer) =>
          new Promise<void>((resolve) => {
            dialog.showSaveDialog = async () => {
              resolve();
              return answer;
            };
          }),
        replace ? { canceled: false, filePath: path } : { canceled: true, filePath: '' },
      ),
    answerFolderDialog: (path, button) =>
      app.evaluate(
        ({ dialog }, answer) =>
          new Promise<void>((resolve) => {
            dialog.showOpenDialog = async () => {
              if (answer.button === undefined) resolve();
              return { canceled: false, filePaths: [answer.path] };
            };
            dialog.showMessageBox = async () => {
              resolve();
              return { response: answer.button ?? 0, checkboxChecked: false };
            };
          }),
        { path, button },
      ),
  };
}
