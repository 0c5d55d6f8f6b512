/** Entry of a thread that does one task and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { attempt } from '../../shared/result.ts';
import { careTasks } from './care-tasks.ts';
import type { CareRequest } from './in-care-thread.ts';
import { storageFailure } from './storage-failure.ts';

const { task, args } = workerData as CareRequest;
const work = careTasks[task] as (...args: readonly unknown[]) => unknown;
const result = await attempt(async () => {
  try {
    return await work(...args);
  } catch (thrown) {
    throw storageFailure(thrown, String(args[0]));
  }
});
parentPort?.postMessage(result);
