import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Electron's `shell`: hands files to the desktop's own programs. */
export const shell = {
  /** Shows a file in the file manager, selected where the system can do that. */
  showItemInFolder(path: string): void {
    const failed = (error: Error) => console.error(`The file manager could not be opened: ${error.message}`);
    if (process.platform === 'darwin') run('open', ['-R', path]).catch(failed);
    else if (process.platform === 'win32') run('explorer.exe', [`/select,${path}`]).catch(failed);
    else {
      run('gdbus', fileManagerCall(path))
        .catch(() => run('xdg-open', [dirname(path)]))
        .catch(failed);
    }
  },

  /** Opens a file with its usual program; gives the reason when that fails, otherwise the empty string. */
  async openPath(path: string): Promise<string> {
    try {
      await run(...opener(path));
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },

  async openExternal(url: string): Promise<void> {
    await run(...opener(url));
  },
} satisfies Partial<Electron.Shell>;

function opener(target: string): [program: string, args: string[]] {
  if (process.platform === 'darwin') return ['open', [target]];
  if (process.platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', target]];
  return ['xdg-open', [target]];
}

/** https://www.freedesktop.org/wiki/Specifications/file-manager-interface */
function fileManagerCall(path: string): string[] {
  const [service, object] = ['org.freedesktop.FileManager1', '/org/freedesktop/FileManager1'];
  const method = `${service}.ShowItems`;
  // The list is written in GVariant syntax, where a url from pathToFileURL needs only its quotes escaped.
  const urls = `['${pathToFileURL(path).href.replaceAll("'", '%27')}']`;
  return ['call', '--session', '--dest', service, '--object-path', object, '--method', method, urls, ''];
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => {
      // Windows Explorer answers 1 also when it has done what was asked.
      if (code === 0 || program === 'explorer.exe') resolve();
      else reject(new Error(`${program} ended with status ${code}`));
    });
  });
}
