import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../library/test-library.ts';

const folder = fileURLToPath(new URL('../../fixtures/libraries/', import.meta.url));

/** A copy of the library that the program of a schema version made; see test/fixtures/libraries/README.md. */
export function frozenLibrary(version: 'v1' | 'v2' | 'v3' | 'v4'): string {
  const copy = join(temporaryFolder(), 'library');
  cpSync(join(folder, version), copy, { recursive: true });
  return copy;
}
