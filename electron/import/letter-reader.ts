import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import { attempt, fail, type Result } from '../../shared/result.ts';
import { threadFiles } from '../app-files.ts';
import type { ReadLetter, WorkerAnswer } from './import-worker.ts';
import type { FileSum, FoundArchive, ReadSource, SumQuestion } from './read-source.ts';
import { assertSize, largestLetter, ordinaryLetter, type ReadingLimits } from './reading-limits.ts';
import { createSlots } from './slots.ts';

export const cancelled = fail('cancelled', 'The import was cancelled before this file.');

/** How long reading one file may take before its worker is killed, in ms. */
export const defaultTimeLimit = 30_000;

/**
 * JavaScript heap of one worker, in MB: several times what a letter of its limits takes. `young` is for new objects;
 * left to itself, the heap of each worker would keep up to 100 MB free for them.
 */
const heap = { ordinary: { whole: 256, young: 16 }, large: { whole: 512, young: 8 } } as const;

/** More readers would wait for the library, which one thread writes, and all of them together take memory. */
const mostThreads = 4;

export interface LetterReaderOptions {
  /** The most workers at a time; as many as the machine has cores, and at most four, if not given. */
  readonly threads?: number | undefined;
  /** In ms. */
  readonly timeLimit?: number | undefined;
  /** In MB, for each worker. */
  readonly memory?: number | undefined;
  /** The module whose default export is the task, for tests. */
  readonly workerFile?: URL | undefined;
}

/** Reads and parses files in worker threads, which can be killed. */
export interface LetterReader {
  readonly threads: number;
  /** Never rejects: what goes wrong with a file is its result. A `signal` kills the worker that has the file. */
  read(source: ReadSource, signal?: AbortSignal): Promise<Result<ReadLetter | FoundArchive>>;
  /** The sum of a file alone, or the files of an archive; as `read` does, without reading the letter. */
  sum(source: ReadSource, signal?: AbortSignal): Promise<Result<FileSum | FoundArchive>>;
  close(): Promise<void>;
}

type Question = ReadSource | SumQuestion;
type Pool = Piscina<Question, WorkerAnswer>;

interface PoolSettings {
  /** Kept even when idle. */
  readonly minThreads: number;
  readonly maxThreads: number;
  /** In MB. */
  readonly heap: { readonly whole: number; readonly young: number };
  readonly limits: ReadingLimits;
}

/**
 * Makes a reader; its workers start with the first file. Several ordinary letters are read at a time. What turns out
 * to be larger is read again, with all the memory that a letter may have, while nothing else is being read. So the
 * memory that an import takes has a bound, whatever the files.
 */
export function createLetterReader(options: LetterReaderOptions = {}): LetterReader {
  const { threads = Math.min(availableParallelism(), mostThreads), timeLimit = defaultTimeLimit, memory } = options;
  const workerFile = options.workerFile ?? threadFiles.importing;
  const pools = new Map<PoolSettings, Pool>();
  const whole = memory === undefined ? {} : { whole: memory };
  const ordinary = {
    minThreads: 1,
    maxThreads: threads,
    heap: { ...heap.ordinary, ...whole },
    limits: ordinaryLetter,
  };
  const large = { minThreads: 0, maxThreads: 1, heap: { ...heap.large, ...whole }, limits: largestLetter };
  const slots = createSlots(threads);

  async function readWith(settings: PoolSettings, asked: Question, signal: AbortSignal | undefined, time: number) {
    if (signal?.aborted) return cancelled;
    const pool = pools.get(settings) ?? startPool(workerFile, settings);
    pools.set(settings, pool);
    const limit = AbortSignal.timeout(time);
    try {
      return await pool.run(asked, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
    } catch (thrown) {
      if (signal?.aborted) return cancelled;
      if (limit.aborted) {
        return fail('timed-out', `Reading this file took longer than ${timeLimit / 1000} seconds and was stopped.`);
      }
      return fail('internal', reasonOf(thrown));
    }
  }

  async function ask(source: ReadSource, asked: Question, signal: AbortSignal | undefined): Promise<WorkerAnswer> {
    const bytes = 'bytes' in source ? source.bytes.byteLength : 0;
    // Too large a file is not even copied to a worker.
    const size = await attempt(() => assertSize(bytes, largestLetter));
    if (!size.ok) return size;
    let timeLeft = timeLimit;
    if (bytes <= ordinaryLetter.bytes) {
      const answer = await slots.withSome(1, async () => {
        const start = performance.now();
        const found = await readWith(ordinary, asked, signal, timeLimit);
        timeLeft -= performance.now() - start;
        return found;
      });
      if (answer.ok || answer.error.code !== 'too-large') return answer;
    }
    return slots.withSome(threads, () => readWith(large, asked, signal, Math.max(1, Math.ceil(timeLeft))));
  }

  return {
    threads,
    read: (source, signal) => ask(source, source, signal) as Promise<Result<ReadLetter | FoundArchive>>,
    sum: (source, signal) => ask(source, { sumOf: source }, signal) as Promise<Result<FileSum | FoundArchive>>,
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      pools.clear();
    },
  };
}

/**
 * V8 replaces the wrapper of a WebAssembly call once it has been used this often; while a worker with the same module
 * ends, that has crashed the process (SIGSEGV in Runtime_TierUpWasmToJSWrapper, Node 24.21). So it never comes to it.
 */
const wrapperBudget = 1_000_000_000;

function startPool(workerFile: URL, { minThreads, maxThreads, heap, limits }: PoolSettings): Pool {
  setFlagsFromString(`--wasm-wrapper-tiering-budget=${wrapperBudget}`);
  const pool: Pool = new Piscina({
    filename: fileURLToPath(workerFile),
    minThreads,
    maxThreads,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: heap.whole, maxYoungGenerationSizeMb: heap.young },
    workerData: limits,
  });
  // A worker that dies without a file in hand harms no import; unheard, the event would end the program.
  pool.on('error', (error: Error) => {
    // The answer to a file that was cancelled, or under way when the pool was closed: nobody waits for it.
    if (error.message.startsWith('Unexpected message from Worker')) return;
    console.error('An import worker stopped:', error.message);
  });
  return pool;
}

/** Why a worker died over a file. */
function reasonOf(thrown: unknown): string {
  if ((thrown as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'Reading this file took more memory than any letter needs and was stopped.';
  }
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return `Reading this file failed in an unforeseen way (${reason}).`;
}
