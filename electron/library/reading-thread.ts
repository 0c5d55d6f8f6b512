import { Worker } from 'node:worker_threads';
import { FailureError, type Result, unwrap } from '../../shared/result.ts';

export interface ReadingRequest {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

interface ReadingAnswer {
  readonly id: number;
  readonly result: Result<unknown>;
}

/**
 * Reads an open library in a thread of its own, which starts with the first call: a note that is saved meanwhile does
 * not wait. Every call sees what was committed before it was made.
 */
export interface ReadingThread {
  /** Answered in the order asked. */
  ask(method: string, args: readonly unknown[]): Promise<unknown>;
  /** Gives the files free once what was asked for has been answered. Asking again starts another thread. */
  stop(): Promise<void>;
}

/**
 * @param file the thread, which answers with `answerReadings`
 * @param folder of the library
 * @param failure what is said when the thread ends without an answer
 */
export function readingThread(file: URL, folder: string, failure: string): ReadingThread {
  let running: ReturnType<typeof start> | undefined;
  return {
    ask: (method, args) => {
      running ??= start(file, folder, failure, () => {
        running = undefined;
      });
      return running.ask(method, args);
    },
    stop: async () => running?.stop(),
  };
}

function start(file: URL, folder: string, failure: string, onEnd: () => void) {
  const worker = new Worker(file, { workerData: folder });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>();
  let lastId = 0;
  let cause: Error | undefined;
  worker.on('message', ({ id, result }: ReadingAnswer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    try {
      call?.resolve(unwrap(result));
    } catch (thrown) {
      call?.reject(thrown);
    }
  });
  worker.on('error', (error: Error) => {
    cause = error;
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      onEnd();
      const reason = new FailureError('internal', failure, { cause });
      for (const { reject } of waiting.values()) reject(reason);
      resolve();
    });
  });
  return {
    ask: (method: string, args: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, method, args } satisfies ReadingRequest);
      }),
    stop: async (): Promise<void> => {
      worker.postMessage('stop');
      await ended;
    },
  };
}
