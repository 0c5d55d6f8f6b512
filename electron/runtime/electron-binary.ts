import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How long to wait for the first sign of the server that has Electron's binary, and for the binary, in ms. */
const probeTimeout = 3000;
const fetchTimeout = 5 * 60_000;

const defaultServer = 'https://github.com/';

/** The program of Electron, where its package has fetched it already; undefined otherwise. */
export function findElectron(): string | undefined {
  const folder = electronPackage();
  if (!folder) return undefined;
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || join(folder, 'dist');
  const program = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : undefined;
}

/** The program of Electron, fetched by its own installer when need be; undefined when that can't be done here. */
export async function provideElectron(): Promise<string | undefined> {
  const folder = electronPackage();
  const found = findElectron();
  if (found || !folder || !(await isServerThere())) return found;
  console.log('Fetching Electron, once (about 120 MB)…');
  await runInstaller(join(folder, 'install.js'));
  return findElectron();
}

function electronPackage(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    // Electron is a development dependency; an installation without those has none.
    return undefined;
  }
}

/** Spares a machine without a network the installer's long wait. Behind a proxy only the installer can tell. */
async function isServerThere(): Promise<boolean> {
  const { env } = process;
  if (env['ELECTRON_GET_USE_PROXY']) return true;
  const server = env['ELECTRON_MIRROR'] || env['npm_config_electron_mirror'] || defaultServer;
  try {
    await fetch(server, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeTimeout) });
    return true;
  } catch {
    return false;
  }
}

/** Electron's installer says at length why it failed; what matters here is whether the binary is there after it. */
function runInstaller(script: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: fetchTimeout });
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}
