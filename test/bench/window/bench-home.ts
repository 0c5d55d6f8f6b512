import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchLibrary } from '../library/bench-library.ts';

/**
 * A folder to start the app in, whose library has `letters` generated letters. It is a copy, kept beside the library
 * that it was made of, so that what the app writes never changes that one. A copy that was not closed cleanly is made
 * anew: the app would check it first.
 */
export function benchHome(letters: number): string {
  const original = benchLibrary(letters);
  const home = `${original}.window`;
  const library = join(home, 'library');
  if (existsSync(library) && !existsSync(join(library, 'open.mark'))) return home;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  const copying = join(home, 'copying');
  cpSync(original, copying, { recursive: true });
  renameSync(copying, library);
  return home;
}
