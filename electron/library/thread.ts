/** Entry of the library thread, the only place where the databases are written. One message at a time, in order. */
import { parentPort, workerData } from 'node:worker_threads';
import { attempt, ok, type Result, toFailure } from '../../shared/result.ts';
import { DamagedLibraryError } from './damaged-library.ts';
import { hostLibrary, type LibraryHost } from './host-library.ts';
import type { ThreadData, ThreadMessage, ThreadRequest } from './thread-messages.ts';

if (!parentPort) throw new Error('This file runs as a worker thread.');
const port = parentPort;

const tell = (message: ThreadMessage) => port.postMessage(message);
const answer = (id: number, result: Result<unknown>) => tell({ kind: 'answer', id, result });

const inbox: ThreadRequest[] = [];
let isWaiting = false;

/** Answers what has come, until one holds the others back. */
async function answerAll(host: LibraryHost): Promise<void> {
  if (isWaiting) return;
  isWaiting = true;
  for (let request = inbox.shift(); request; request = inbox.shift()) {
    const { id } = request;
    if (request.kind === 'close') {
      answer(id, await attempt(host.close));
      port.close();
      return;
    }
    const holdsBack = host.holdsBack(request.method);
    const result = host.call(request.method, request.args);
    if (!(result instanceof Promise)) answer(id, result);
    else if (holdsBack) answer(id, await result);
    else void result.then((late) => answer(id, late));
  }
  isWaiting = false;
}

try {
  const host = hostLibrary(workerData as ThreadData, (status) => tell({ kind: 'status', status }));
  port.on('message', (request: ThreadRequest) => {
    inbox.push(request);
    void answerAll(host);
  });
  answer(0, ok(undefined));
} catch (thrown) {
  const { code, message } = toFailure(thrown);
  const damage = thrown instanceof DamagedLibraryError && { damage: thrown.damage };
  tell({ kind: 'answer', id: 0, result: { ok: false, error: { code, message } }, ...damage });
}
