import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type CheckOutcome, checkWithIndexes } from './check-database.ts';
import { configureReading } from './database.ts';
import { keepLog } from './keep-log.ts';
import { libraryFiles } from './library-files.ts';
import { isCorruption } from './storage-failure.ts';

/** Checks both databases of a library while they are open elsewhere. Blocks its thread. */
export function checkLibrary(folder: string): Record<keyof typeof libraryFiles, CheckOutcome> {
  return {
    library: checkFile(join(folder, libraryFiles.library.name)),
    originals: checkFile(join(folder, libraryFiles.originals.name)),
  };
}

function checkFile(path: string): CheckOutcome {
  using open = new DisposableStack();
  const db = new Database(path, { fileMustExist: true });
  try {
    open.use(keepLog(path));
    configureReading(db);
    db.pragma('query_only = OFF');
    return checkWithIndexes(db);
  } catch (thrown) {
    if (isCorruption(thrown)) return { kind: 'damaged', detail: (thrown as Error).message };
    throw thrown;
  } finally {
    db.close();
  }
}
