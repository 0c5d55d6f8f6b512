import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFacets } from '../../../electron/library/find/facets.ts';
import { createLibraryMethods } from '../../../electron/library/library-methods.ts';
import { openLibrary } from '../../../electron/library/open-library.ts';

/** A folder that is gone when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new library opened in this thread, closed when the test has finished. */
export function testLibrary(folder = temporaryFolder()) {
  const { db, close } = openLibrary(folder);
  onTestFinished(close);
  return { folder, db, close, ...createLibraryMethods(db), listFacets: createFacets(db) };
}

/** The failure code of what `work` throws; undefined when it throws nothing. */
export function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return (thrown as { code?: unknown }).code;
  }
  return undefined;
}
