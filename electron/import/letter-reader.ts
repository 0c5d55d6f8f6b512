import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { attempt, fail, type Result } from '../../shared/result.ts';
import type { ReadLetter } from './import-worker.ts';
import { assertSize } from './read-file.ts';
import type { FoundArchive, ReadSource } from './read-source.ts';

export const cancelled = fail('cancelled', 'The import was cancelled before this file.');

/** How long reading one file may take before its worker is killed, in ms. */
export const defaultTimeLimit = 30_000;

/** JavaScript heap of one worker, in MB: enough for the largest letter, far from what stops a laptop. */
export const defaultMemory = 1024;

export interface LetterReaderOptions {
  /** The most workers at a time; as many as the machine has cores if not given. */
  readonly threads?: number | undefined;
  /** In ms. */
  readonly timeLimit?: number | undefined;
  /** In MB, for each worker. */
  readonly memory?: number | undefined;
  /** The module whose default export is the task, for tests. */
  readonly workerFile?: URL | undefined;
}

/** Reads and parses files in a pool of worker threads, which can be killed. */
export interface LetterReader {
  readonly threads: number;
  /** Never rejects: what goes wrong with a file is its result. A `signal` kills the worker that has the file. */
  read(source: ReadSource, signal?: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

type Answer = Result<ReadLetter | FoundArchive>;
type Pool = Piscina<ReadSource, Answer>;

function startPool(workerFile: URL, threads: number, memory: number): Pool {
  const pool: Pool = new Piscina({
    filename: fileURLToPath(workerFile),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  // A worker that dies without a file in hand harms no import; unheard, the event would end the program.
  pool.on('error', (error: Error) => {
    // The answer to a file that was cancelled, or under way when the pool was closed: nobody waits for it.
    if (error.message.startsWith('Unexpected message from Worker')) return;
    console.error('An import worker stopped:', error.message);
  });
  return pool;
}

/** Makes a reader; its workers start with the first file. */
export function createLetterReader(options: LetterReaderOptions = {}): LetterReader {
  const { threads = availableParallelism(), timeLimit = defaultTimeLimit, memory = defaultMemory } = options;
  const workerFile = options.workerFile ?? new URL(`./import-worker${extname(import.meta.url)}`, import.meta.url);
  let pool: Pool | undefined;
  const { take, giveBack } = createSlots(threads);

  async function readInWorker(source: ReadSource, signal: AbortSignal | undefined): Promise<Answer> {
    pool ??= startPool(workerFile, threads, memory);
    const limit = AbortSignal.timeout(timeLimit);
    try {
      return await pool.run(source, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
    } catch (thrown) {
      if (signal?.aborted) return cancelled;
      if (limit.aborted) {
        return fail('timed-out', `Reading this file took longer than ${timeLimit / 1000} seconds and was stopped.`);
      }
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      return fail('internal', `Reading this file failed in an unforeseen way (${reason}).`);
    }
  }

  return {
    threads,
    read: async (source, signal) => {
      // Too large a file is not even copied to a worker.
      const size = await attempt(() => assertSize('bytes' in source ? source.bytes.byteLength : 0));
      if (!size.ok) return size;
      await take();
      try {
        return signal?.aborted ? cancelled : await readInWorker(source, signal);
      } finally {
        giveBack();
      }
    },
    close: async () => {
      await pool?.destroy();
      pool = undefined;
    },
  };
}

/** Lets `count` tasks run at a time, so that the time limit of a file does not run while it waits for a worker. */
function createSlots(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    take: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    giveBack: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
