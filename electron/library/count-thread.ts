/** Entry of the thread that counts: facets and statistics, one after the other, over a connection that only reads. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { FailureError, type Result, toFailure } from '../../shared/result.ts';
import type { CountRequest } from './counting.ts';
import { configureReading, type ReadDatabase } from './database.ts';
import { createFacets } from './find/facets.ts';
import { libraryFiles } from './library-files.ts';
import { beyondUs, isMissingTable } from './newer-library.ts';
import { statisticsOf } from './statistics.ts';
import { storageFailure } from './storage-failure.ts';

if (!parentPort) throw new Error('This file runs as a worker thread.');
const port = parentPort;

const folder: string = workerData;
const file = new Database(join(folder, libraryFiles.library.name), { fileMustExist: true });
configureReading(file);
// The letters found are put into temporary tables.
file.pragma('query_only = OFF');
const db = file as unknown as ReadDatabase;
const facets = createFacets(db);

function count({ method, query }: CountRequest): Result<unknown> {
  try {
    return { ok: true, value: method === 'facets' ? facets(query) : statisticsOf(db, query) };
  } catch (thrown) {
    const failure = isMissingTable(thrown)
      ? new FailureError(beyondUs.code, beyondUs.message)
      : storageFailure(thrown, folder);
    const { code, message } = toFailure(failure);
    return { ok: false, error: { code, message } };
  }
}

port.on('message', (request: CountRequest | 'stop') => {
  if (request === 'stop') {
    file.close();
    port.close();
  } else port.postMessage({ id: request.id, result: count(request) });
});
