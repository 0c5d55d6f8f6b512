import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationFolders } from '../../../electron/app-files.ts';
import { entryVersion } from '../../../electron/library/enter-letters.ts';
import { createLibraryMethods } from '../../../electron/library/library-methods.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { parserVersion } from '../../../shared/letter/parse-letter.ts';
import { newLetters } from './bench-letters.ts';

const batch = 200;

/**
 * The folder of a library of `count` generated letters. It is built once and kept in the system's folder for temporary
 * files, under its seed, a sum of the schema, and the versions of what enters and what parses, so that the next run
 * finds it, and no run finds one of another schema.
 */
export function benchLibrary(count: number, seed = 1): string {
  const key = `${count}-seed${seed}-schema-${schemaSum()}-entry${entryVersion}-parser${parserVersion}`;
  const folder = join(tmpdir(), 'second-opinion-bench', key);
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

/** Of the SQL of both databases, as far as needed to tell one from another. */
function schemaSum(): string {
  const sum = createHash('sha256');
  for (const folder of Object.values(migrationFolders)) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    for (const name of names.sort()) sum.update(name).update(readFileSync(new URL(name, folder)));
  }
  return sum.digest('hex').slice(0, 8);
}
