import { randomUUID } from 'node:crypto';
import type { ImportSource } from '../../shared/contract.ts';
import type { ImportProgress } from '../../shared/model/import-report.ts';
import { FailureError } from '../../shared/result.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { runImport } from './import-run.ts';
import { createLetterReader, type LetterReaderOptions } from './letter-reader.ts';
import { throttle } from './throttle.ts';

export interface ImporterOptions extends LetterReaderOptions {
  readonly library: Pick<LibraryClient, 'addLetters'>;
  /** Told at most ten times a second, and always of the end, with a row for every file. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface Importer {
  /** Begins an import of files and folders. @returns its id */
  start(sources: readonly ImportSource[]): string;
  /** What is in the library stays; the other files are reported as cancelled. An import that has ended is left alone. */
  cancel(importId: string): void;
  /** The final report. @throws FailureError `invalid-input` for an unknown id */
  whenDone(importId: string): Promise<ImportProgress>;
  /** Cancels what is running and ends the workers. */
  close(): Promise<void>;
}

/** Makes the import service; its workers are shared by all imports and start with the first. */
export function createImporter({ library, onProgress = () => {}, ...readerOptions }: ImporterOptions): Importer {
  const reader = createLetterReader(readerOptions);
  const imports = new Map<string, { abort: AbortController; done: Promise<ImportProgress> }>();

  return {
    start: (sources) => {
      const importId = randomUUID();
      const abort = new AbortController();
      const notices = throttle(onProgress);
      const done = runImport(sources, {
        importId,
        library,
        reader,
        signal: abort.signal,
        onProgress: notices.later,
      }).then((report) => {
        notices.last(report);
        return report;
      });
      imports.set(importId, { abort, done });
      return importId;
    },
    cancel: (importId) => imports.get(importId)?.abort.abort(),
    whenDone: async (importId) => {
      const found = imports.get(importId);
      if (!found) throw new FailureError('invalid-input', 'There is no such import.');
      return found.done;
    },
    close: async () => {
      for (const { abort } of imports.values()) abort.abort();
      await Promise.allSettled([...imports.values()].map(({ done }) => done));
      await reader.close();
    },
  };
}
