import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtimeOptions } from './runtime-options.ts';

type FolderName = 'home' | 'appData' | 'userData' | 'temp' | 'desktop' | 'documents' | 'downloads';

/** Electron's `app.getPath`, for the folders that exist on every system. */
export function knownFolder(name: FolderName): string {
  switch (name) {
    case 'home':
      return homedir();
    case 'appData':
      return appDataFolder();
    case 'userData':
      return runtimeOptions().userData;
    case 'temp':
      return tmpdir();
    case 'desktop':
      return userFolder('DESKTOP', 'Desktop');
    case 'documents':
      return userFolder('DOCUMENTS', 'Documents');
    case 'downloads':
      return userFolder('DOWNLOAD', 'Downloads');
  }
}

/** Where programs keep their settings. */
export function appDataFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
  return process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
}

/** On Linux the desktop keeps the names of these folders, often translated, in user-dirs.dirs. */
function userFolder(key: string, fallback: string): string {
  if (process.platform !== 'linux') return join(homedir(), fallback);
  try {
    const lines = readFileSync(join(appDataFolder(), 'user-dirs.dirs'), 'utf8');
    const value = new RegExp(`^XDG_${key}_DIR="(.*)"$`, 'm').exec(lines)?.[1];
    return value ? value.replace(/^\$HOME/, homedir()) : homedir();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return homedir();
  }
}
