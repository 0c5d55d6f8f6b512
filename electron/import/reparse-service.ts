import { parserVersion } from '../../shared/letter/parse-letter.ts';
import type { ReparseProgress, ReparseRow } from '../../shared/model/reparse-report.ts';
import { attempt, FailureError, type Result } from '../../shared/result.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { createLetterReader, type LetterReader, type LetterReaderOptions } from './letter-reader.ts';
import { throttle } from './throttle.ts';

export interface ReparserOptions extends LetterReaderOptions {
  readonly library: Pick<LibraryClient, 'lettersReadBefore' | 'letterOriginal' | 'replaceParse'>;
  /** Told at most ten times a second, and always of the end, with a row for every letter that changed or failed. */
  readonly onProgress?: (progress: ReparseProgress) => void;
}

/** Reads letters of the library anew from their original files, with the parser as it is now. */
export interface Reparser {
  /** How many letters were read by an earlier version of the parser. */
  countOutdated(): Promise<number>;
  /**
   * Begins to read the given letters anew, or all that an earlier version of the parser read.
   * @throws FailureError `invalid-input` while one runs
   */
  start(letterIds?: readonly number[]): void;
  /** Letters read anew by then stay so. */
  cancel(): void;
  /** The final report of the last run. @throws FailureError `invalid-input` when there was none */
  whenDone(): Promise<ReparseProgress>;
  /** Cancels what is running and ends the workers. */
  close(): Promise<void>;
}

export function createReparser({ library, onProgress = () => {}, ...options }: ReparserOptions): Reparser {
  let run: { readonly abort: AbortController; readonly done: Promise<ReparseProgress>; ended: boolean } | undefined;

  async function reparse(given: readonly number[] | undefined, signal: AbortSignal): Promise<ReparseProgress> {
    const letterIds = given ?? (await library.lettersReadBefore(parserVersion));
    const reader = createLetterReader(options);
    const notices = throttle(onProgress);
    const rows: ReparseRow[] = [];
    const counts = { done: 0, changed: 0, failed: 0 };
    const progress = (state: ReparseProgress['state']): ReparseProgress => ({
      state,
      total: letterIds.length,
      ...counts,
      rows: state === 'running' ? [] : rows,
    });
    notices.later(progress('running'));
    const waiting = letterIds.values();
    const work = async () => {
      for (const letterId of waiting) {
        if (signal.aborted) return;
        const row = await reparseLetter(library, reader, letterId, signal);
        if (!row) return;
        counts.done += 1;
        if (row.outcome !== 'unchanged') {
          counts[row.outcome] += 1;
          rows.push(row);
        }
        notices.later(progress('running'));
      }
    };
    try {
      await Promise.all(Array.from({ length: reader.threads }, work));
    } finally {
      await reader.close();
    }
    const report = progress(signal.aborted ? 'cancelled' : 'finished');
    notices.last(report);
    return report;
  }

  return {
    countOutdated: async () => (await library.lettersReadBefore(parserVersion)).length,
    start: (letterIds) => {
      if (run && !run.ended) throw new FailureError('invalid-input', 'Letters are being read again already.');
      const abort = new AbortController();
      const begun = { abort, done: reparse(letterIds, abort.signal), ended: false };
      run = begun;
      const end = () => {
        begun.ended = true;
      };
      begun.done.then(end, end);
    },
    cancel: () => run?.abort.abort(),
    whenDone: async () => {
      if (!run) throw new FailureError('invalid-input', 'No letters were read again.');
      return run.done;
    },
    close: async () => {
      run?.abort.abort();
      await run?.done.catch(() => {});
    },
  };
}

/** Undefined when it was cancelled. */
async function reparseLetter(
  library: ReparserOptions['library'],
  reader: LetterReader,
  letterId: number,
  signal: AbortSignal,
): Promise<ReparseRow | undefined> {
  let fileName = `letter ${letterId}`;
  const row: Result<ReparseRow | undefined> = await attempt(async () => {
    const original = await library.letterOriginal(letterId);
    fileName = original.fileName;
    const read = await reader.read({ name: fileName, bytes: original.bytes }, signal);
    if (signal.aborted) return undefined;
    if (!read.ok) throw new FailureError(read.error.code, read.error.message);
    if (!('content' in read.value)) throw new FailureError('unsupported-format', 'This file is an archive.');
    return library.replaceParse(letterId, read.value.content);
  });
  if (row.ok) return row.value;
  return { outcome: 'failed', letterId, fileName, code: row.error.code, reason: row.error.message };
}
