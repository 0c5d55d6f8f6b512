import { Worker } from 'node:worker_threads';
import type { RequestInput } from '../../shared/contract.ts';
import type { Facet } from '../../shared/model/letter-query.ts';
import type { Statistics } from '../../shared/model/statistics.ts';
import { FailureError, type Result, unwrap } from '../../shared/result.ts';
import { threadFiles } from '../app-files.ts';

export type CountQuery = RequestInput<'library:facets'>;

export interface CountRequest {
  readonly id: number;
  readonly method: 'facets' | 'statistics';
  readonly query: CountQuery;
}

interface CountAnswer {
  readonly id: number;
  readonly result: Result<unknown>;
}

/**
 * Counts over an open library. They read much of it, so they are made in a thread of their own, from the first one on:
 * a note that is saved meanwhile does not wait.
 */
export interface Counting {
  /** How many of the letters found have each value of each field. */
  facets(query: CountQuery): Promise<Facet[]>;
  /** What was decided in the letters found. */
  statistics(query: CountQuery): Promise<Statistics>;
  /** Gives the files free; what is still being counted fails. Counting again starts another thread. */
  stop(): Promise<void>;
}

/** Makes ready to count over the library in `folder`. */
export function createCounting(folder: string): Counting {
  let thread: ReturnType<typeof startThread> | undefined;
  const ask = (method: CountRequest['method'], query: CountQuery): Promise<unknown> => {
    thread ??= startThread(folder, () => {
      thread = undefined;
    });
    return thread.ask(method, query);
  };
  return {
    facets: async (query) => (await ask('facets', query)) as Facet[],
    statistics: async (query) => (await ask('statistics', query)) as Statistics,
    stop: async () => thread?.stop(),
  };
}

function startThread(folder: string, onEnd: () => void) {
  const worker = new Worker(threadFiles.counting, { workerData: folder });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>();
  let lastId = 0;
  let cause: Error | undefined;
  worker.on('message', ({ id, result }: CountAnswer) => {
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
      const failure = new FailureError('internal', 'The letters could not be counted.', { cause });
      for (const { reject } of waiting.values()) reject(failure);
      resolve();
    });
  });
  return {
    ask: (method: CountRequest['method'], query: CountQuery): Promise<unknown> =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, method, query } satisfies CountRequest);
      }),
    stop: async (): Promise<void> => {
      worker.postMessage('stop');
      await ended;
    },
  };
}
