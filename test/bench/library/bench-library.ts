import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibraryMethods } from '../../../electron/library/library-methods.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { parserVersion } from '../../../shared/letter/parse-letter.ts';
import { newLetters } from './bench-letters.ts';

const batch = 200;
const migrations = new URL('../../../electron/migrations/', import.meta.url);

/**
 * The folder of a library of `count` generated letters. It is built once and kept in the system's folder for temporary
 * files, under the seed, the schema and the parser's version, so that the next run finds it.
 */
export function benchLibrary(count: number, seed = 1): string {
  const schema = readdirSync(migrations).filter((name) => name.endsWith('.sql')).length;
  const folder = join(tmpdir(), 'second-opinion-bench', `${count}-seed${seed}-schema${schema}-parser${parserVersion}`);
  if (existsSync(folder)) return folder;
  // Two benches may build the same one at a time.
  const building = `${folder}.building-${process.pid}`;
  mkdirSync(building, { recursive: true });
  const { db, close } = openLibrary(building);
  const library = createLibraryMethods(db);
  for (let from = 0; from < count; from += batch) {
    library.addLetters(newLetters(seed, from, Math.min(batch, count - from)));
  }
  close();
  if (existsSync(folder)) rmSync(building, { recursive: true });
  else renameSync(building, folder);
  return folder;
}
