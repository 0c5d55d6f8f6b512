import { Worker } from 'node:worker_threads';
import { FailureError, type Result, unwrap } from '../../shared/result.ts';
import { threadFiles } from '../app-files.ts';
import type { CareTasks } from './care-tasks.ts';

export interface CareRequest {
  readonly task: keyof CareTasks;
  readonly args: readonly unknown[];
}

/**
 * Does a task in a thread of its own.
 * @throws FailureError as the task does; `internal` when the thread ends without an answer
 */
export function inCareThread<T extends keyof CareTasks>(task: T, ...args: Parameters<CareTasks[T]>): Answer<T> {
  return startInCareThread(task, ...args).answer;
}

type Answer<T extends keyof CareTasks> = Promise<Awaited<ReturnType<CareTasks[T]>>>;

/** Begins a task that can be stopped; its answer is then the failure `internal`. */
export function startInCareThread<T extends keyof CareTasks>(
  task: T,
  ...args: Parameters<CareTasks[T]>
): { answer: Answer<T>; stop: () => void } {
  const worker = new Worker(threadFiles.care, { workerData: { task, args } satisfies CareRequest });
  const answer: Answer<T> = new Promise((resolve, reject) => {
    let result: Result<Awaited<ReturnType<CareTasks[T]>>> | undefined;
    worker.on('message', (message: typeof result) => {
      result = message;
    });
    worker.on('error', reject);
    // Only then are its connections closed.
    worker.on('exit', () => {
      try {
        if (!result) throw new FailureError('internal', 'The work on the library stopped unexpectedly.');
        resolve(unwrap(result));
      } catch (thrown) {
        reject(thrown as Error);
      }
    });
  });
  return { answer, stop: () => void worker.terminate() };
}
