import { accessSync, constants, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** The program of an installed Chromium, Chrome or Edge, or of SECOND_OPINION_BROWSER; undefined when there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = env['SECOND_OPINION_BROWSER'] || env['CHROME_PATH'];
  if (chosen) return isProgram(chosen) ? chosen : undefined;
  const found = candidates(env).filter(isProgram);
  // A snap can't write its profile into hidden folders, where programs keep their settings.
  return found.find((path) => !realpathSync(path).includes('/snap')) ?? found[0];
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) => macNames.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) => (folder ? windowsPaths.map((path) => join(folder, path)) : []));
  }
  const folders = [...pathFolders(env), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), '/opt/google/chrome/chrome'];
}

/** The first program on PATH that has one of these names. */
export function findProgram(programs: readonly string[], env: NodeJS.ProcessEnv = process.env): string | undefined {
  return programs.flatMap((name) => pathFolders(env).map((folder) => join(folder, name))).find(isProgram);
}

const pathFolders = (env: NodeJS.ProcessEnv): string[] => (env['PATH'] ?? '').split(delimiter).filter(Boolean);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: either way no browser to open.
    return false;
  }
}
