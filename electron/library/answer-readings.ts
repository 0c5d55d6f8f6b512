import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { FailureError, type Result, toFailure } from '../../shared/result.ts';
import { configureReading, type WriteDatabase } from './database.ts';
import { libraryFiles } from './library-files.ts';
import { beyondUs, isMissingTable } from './newer-library.ts';
import type { ReadingRequest } from './reading-thread.ts';
import { storageFailure } from './storage-failure.ts';

type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;

/**
 * Makes this thread the one that a `readingThread` asks: each call reads one state of the library, over a connection that
 * changes nothing but temporary tables.
 */
export function answerReadings(makeMethods: (db: WriteDatabase) => Methods): void {
  if (!parentPort) throw new Error('This file runs as a worker thread.');
  const port = parentPort;
  const folder: string = workerData;
  const file = new Database(join(folder, libraryFiles.library.name), { fileMustExist: true });
  configureReading(file);
  // Temporary tables, too, are written.
  file.pragma('query_only = OFF');
  const db = file as unknown as WriteDatabase;
  const methods = makeMethods(db);
  const inOneState = file.transaction((work: () => unknown) => work());

  function answer({ method, args }: ReadingRequest): Result<unknown> {
    try {
      return { ok: true, value: inOneState(() => methods[method]?.(...(args as never[]))) };
    } catch (thrown) {
      const failure = isMissingTable(thrown)
        ? new FailureError(beyondUs.code, beyondUs.message)
        : storageFailure(thrown, folder);
      const { code, message } = toFailure(failure);
      return { ok: false, error: { code, message } };
    }
  }

  port.on('message', (request: ReadingRequest | 'stop') => {
    if (request === 'stop') {
      file.close();
      port.close();
    } else port.postMessage({ id: request.id, result: answer(request) });
  });
}
