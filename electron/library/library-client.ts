import { extname } from 'node:path';
import { type Transferable, Worker } from 'node:worker_threads';
import { FailureError, type Result, unwrap } from '../../shared/result.ts';
import { type LibraryApi, libraryMethods, type NewLetter } from './library-api.ts';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './thread-messages.ts';

/** The library as the rest of the program sees it: every method answers with a promise. */
export type LibraryClient = {
  readonly [M in keyof LibraryApi]: (...args: Parameters<LibraryApi[M]>) => Promise<ReturnType<LibraryApi[M]>>;
} & {
  /** Finishes what was asked before, then checkpoints and closes the library. Safe to call twice. */
  close(): Promise<void>;
};

const threadFile = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Starts the library thread on a folder.
 * @param create make the library if there is none (default); otherwise its absence is the failure `not-found`
 * @throws FailureError `not-found`, `library-in-use`, `library-newer`, `library-damaged`, `cannot-write`, `disk-full`
 */
export async function openLibraryClient({
  dir,
  create = true,
}: {
  dir: string;
  create?: boolean;
}): Promise<LibraryClient> {
  const worker = new Worker(threadFile, { workerData: { dir, create } satisfies ThreadData });
  const { send, answered } = connect(worker);
  await answered(0);
  let closing: Promise<void> | undefined;
  const call = (method: keyof LibraryApi, args: readonly unknown[]) =>
    send((id) => ({ kind: 'call', id, method, args }), method === 'addLetters' ? buffersOf(args) : []);
  const methods = libraryMethods.map((method) => [method, (...args: unknown[]) => call(method, args)] as const);
  return {
    ...(Object.fromEntries(methods) as unknown as LibraryClient),
    close: () => {
      closing ??= send((id) => ({ kind: 'close', id })).then(() => undefined);
      return closing;
    },
  };
}

/** Pairs requests with answers. When the thread ends, whatever is still unanswered fails. */
function connect(worker: Worker) {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  let ended: Error | undefined;
  let lastId = 0;

  worker.on('message', ({ id, result }: ThreadAnswer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    try {
      call?.resolve(unwrap(result as Result<unknown>));
    } catch (thrown) {
      call?.reject(thrown as Error);
    }
  });
  const end = (cause?: Error) => {
    ended ??= new FailureError('internal', 'The library is closed. Start the program again to go on.', { cause });
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end());

  const answered = (id: number) =>
    new Promise<unknown>((resolve, reject) => {
      if (ended) reject(ended);
      else waiting.set(id, { resolve, reject });
    });
  const send = (request: (id: number) => ThreadRequest, transfer: Transferable[] = []) => {
    lastId += 1;
    const answer = answered(lastId);
    worker.postMessage(request(lastId), transfer);
    return answer;
  };
  return { send, answered };
}

function buffersOf(args: readonly unknown[]): ArrayBuffer[] {
  const [letters] = args as [readonly NewLetter[]];
  return letters.flatMap(({ bytes, content }) => [bytes.buffer, content.buffer]);
}
