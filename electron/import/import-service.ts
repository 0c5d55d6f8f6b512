import { randomUUID } from 'node:crypto';
import type { ImportSource } from '../../shared/contract.ts';
import type { ImportProgress, InterruptedImport } from '../../shared/model/import-report.ts';
import { FailureError } from '../../shared/result.ts';
import { expandSources } from './expand-sources.ts';
import { createPause, type Pause } from './import-pause.ts';
import type { ImportRecords } from './import-records.ts';
import { type ImportLibrary, type ImportRunOptions, runImport } from './import-run.ts';
import { createLetterReader, type LetterReaderOptions } from './letter-reader.ts';
import { throttle } from './throttle.ts';

export interface ImporterOptions extends LetterReaderOptions {
  readonly library: ImportLibrary;
  /** Pauses an import when the disk is full; otherwise its further files fail. For where somebody can go on with it. */
  readonly waitsForSpace?: boolean;
  /** Where running imports are written down; without it none can go on after a crash. */
  readonly records?: ImportRecords;
  /** Told at most ten times a second, and always of the end, with a row for every file. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface Importer {
  /** Begins an import of files and folders. @returns its id @throws FailureError when it cannot be written down */
  start(sources: readonly ImportSource[]): string;
  /** No further file is read until `goOn`. An unknown or ended import is left alone by all three. */
  pause(importId: string): void;
  goOn(importId: string): void;
  /** What is in the library stays; the other files are reported as cancelled. */
  cancel(importId: string): void;
  /** The final report. @throws FailureError `invalid-input` for an unknown id */
  whenDone(importId: string): Promise<ImportProgress>;
  /** What the imports were given that an earlier run of the program did not end; undefined when it ended all. */
  interrupted(): Promise<InterruptedImport | undefined>;
  /** Imports their files again, as far as they have paths. @throws FailureError `invalid-input` when there are none */
  resumeInterrupted(): string;
  dismissInterrupted(): void;
  /** Stops what is running, which can be resumed at the next start, and ends the workers. */
  close(): Promise<void>;
}

interface Run {
  readonly abort: AbortController;
  readonly pause: Pause;
  readonly done: Promise<ImportProgress>;
}

/** Makes the import service; its workers are shared by all imports and start with the first. */
export function createImporter(options: ImporterOptions): Importer {
  const { library, records, waitsForSpace = false, onProgress = () => {}, ...readerOptions } = options;
  const reader = createLetterReader(readerOptions);
  const imports = new Map<string, Run>();
  let closing = false;

  async function run(
    sources: readonly ImportSource[],
    own: Pick<ImportRunOptions, 'importId' | 'goesOn' | 'signal' | 'pause'>,
  ) {
    const notices = throttle(onProgress);
    const { importId } = own;
    const report = await runImport(sources, { ...own, waitsForSpace, library, reader, onProgress: notices.later });
    if (report.state === 'finished' || !closing) endRecord(importId);
    notices.last(report);
    return report;
  }

  /** The letters are in: a record that stays is no reason to call the import a failure. */
  function endRecord(importId: string): void {
    try {
      records?.end(importId);
    } catch (thrown) {
      console.error('The next start will offer to go on with an import that has ended:', thrown);
    }
  }

  function start(sources: readonly ImportSource[], goesOn: boolean): string {
    const importId = randomUUID();
    records?.begin(importId, sources);
    const abort = new AbortController();
    const pause = createPause();
    imports.set(importId, { abort, pause, done: run(sources, { importId, goesOn, signal: abort.signal, pause }) });
    return importId;
  }

  function stop({ abort, pause }: Run): void {
    abort.abort();
    pause.end();
  }

  return {
    start: (sources) => start(sources, false),
    pause: (importId) => imports.get(importId)?.pause.begin(),
    goOn: (importId) => imports.get(importId)?.pause.end(),
    cancel: (importId) => {
      const found = imports.get(importId);
      if (found) stop(found);
    },
    whenDone: async (importId) => {
      const found = imports.get(importId);
      if (!found) throw new FailureError('invalid-input', 'There is no such import.');
      return found.done;
    },
    interrupted: async () => {
      const left = records?.left();
      if (!left) return undefined;
      return { files: (await expandSources(asSources(left.paths))).length, withoutPath: left.withoutPath };
    },
    resumeInterrupted: () => {
      const paths = records?.left()?.paths ?? [];
      if (paths.length === 0) {
        throw new FailureError('invalid-input', 'There is no interrupted import whose files can be found again.');
      }
      const importId = start(asSources(paths), true);
      records?.forgetLeft();
      return importId;
    },
    dismissInterrupted: () => records?.forgetLeft(),
    close: async () => {
      closing = true;
      for (const each of imports.values()) stop(each);
      await Promise.allSettled([...imports.values()].map(({ done }) => done));
      await reader.close();
    },
  };
}

const asSources = (paths: readonly string[]): ImportSource[] => paths.map((path) => ({ path }));
