import { type Transferable, Worker } from 'node:worker_threads';
import type { LibraryStatus } from '../../shared/model/library-status.ts';
import { FailureError, unwrap } from '../../shared/result.ts';
import { threadFiles } from '../app-files.ts';
import { DamagedLibraryError } from './damaged-library.ts';
import { type LibraryApi, libraryMethods, type NewLetter } from './library-api.ts';
import { careMethods, type LibraryCare } from './library-care.ts';
import type { LibraryMethod, ThreadData, ThreadMessage, ThreadRequest } from './thread-messages.ts';

type Methods = LibraryApi & LibraryCare;

/** The library as the rest of the program sees it: every method answers with a promise. */
export type LibraryClient = {
  readonly [M in keyof Methods]: (...args: Parameters<Methods[M]>) => Promise<ReturnType<Methods[M]>>;
} & {
  /** Finishes what was asked before, backs up what changed, then closes the library. Safe to call twice. */
  close(): Promise<void>;
};

export interface LibraryClientOptions {
  readonly dir: string;
  /** Make the library if there is none (default); otherwise its absence is the failure `not-found`. */
  readonly create?: boolean;
  /** Back up while something changes and when closing (default). */
  readonly backups?: boolean;
  /** How long nothing must have been asked for before originals and texts are checked, in ms; 5 s if not given. */
  readonly quiet?: number;
  /** Told whenever the status changes: the check after a crash has ended, a backup was made or failed. */
  readonly onStatus?: (status: LibraryStatus) => void;
}

/**
 * Starts the library thread on a folder.
 * @throws FailureError `not-found`, `library-in-use`, `cannot-write`, `disk-full`; DamagedLibraryError
 */
export async function openLibraryClient({
  dir,
  create = true,
  backups = true,
  quiet = 5000,
  onStatus = () => {},
}: LibraryClientOptions): Promise<LibraryClient> {
  const worker = new Worker(threadFiles.library, { workerData: { dir, create, backups, quiet } satisfies ThreadData });
  const { send, answered } = connect(worker, onStatus);
  await answered(0);
  let closing: Promise<void> | undefined;
  const call = (method: LibraryMethod, args: readonly unknown[]) =>
    send((id) => ({ kind: 'call', id, method, args }), method === 'addLetters' ? buffersOf(args) : []);
  const methods = [...libraryMethods, ...careMethods].map(
    (method) => [method, (...args: unknown[]) => call(method, args)] as const,
  );
  return {
    ...(Object.fromEntries(methods) as unknown as LibraryClient),
    close: () => {
      closing ??= send((id) => ({ kind: 'close', id })).then(() => undefined);
      return closing;
    },
  };
}

/** Pairs requests with answers. When the thread ends, whatever is still unanswered fails. */
function connect(worker: Worker, onStatus: (status: LibraryStatus) => void) {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  let ended: Error | undefined;
  let lastId = 0;

  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'status') return onStatus(message.status);
    const { id, result, damage } = message;
    const call = waiting.get(id);
    waiting.delete(id);
    try {
      if (damage) throw new DamagedLibraryError(damage);
      call?.resolve(unwrap(result));
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
