/** Entry of the library thread, the only place where the databases are open. One message at a time, in order. */
import { parentPort, workerData } from 'node:worker_threads';
import { fail, ok, type Result, toFailure } from '../../shared/result.ts';
import { createLibraryMethods } from './library-methods.ts';
import { openLibrary } from './open-library.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './thread-messages.ts';

if (!parentPort) throw new Error('This file runs as a worker thread.');
const port = parentPort;

const answer = (id: number, result: Result<unknown>) => port.postMessage({ id, result } satisfies ThreadAnswer);

function attemptNow(work: () => unknown): Result<unknown> {
  try {
    return ok(work());
  } catch (thrown) {
    const { code, message } = toFailure(sqliteFailure(thrown));
    return fail(code, message);
  }
}

const { dir, create } = workerData as ThreadData;
const opened = attemptNow(() => {
  const library = openLibrary(dir, { create });
  const methods = createLibraryMethods(library.db);
  port.on('message', (request: ThreadRequest) => {
    if (request.kind === 'close') {
      answer(request.id, attemptNow(library.close));
      port.close();
      return;
    }
    const method = methods[request.method] as (...args: readonly unknown[]) => unknown;
    answer(
      request.id,
      attemptNow(() => method(...request.args)),
    );
  });
});
answer(0, opened.ok ? ok(undefined) : opened);
