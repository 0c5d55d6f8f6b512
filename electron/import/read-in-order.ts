import type { Result } from '../../shared/result.ts';
import type { ImportFile } from './expand-sources.ts';
import type { ReadLetter } from './import-worker.ts';
import { cancelled, type LetterReader } from './letter-reader.ts';

/** Files that may be read before their turn, and how many bytes of them may wait in memory. */
const ahead = { files: 256, bytes: 64 * 1024 * 1024 } as const;

export interface ReadFile {
  readonly name: string;
  readonly letter: Result<ReadLetter>;
}

/**
 * Reads files with all workers of the reader and gives the results in the order of the files. After an abort, files
 * that are not read yet are failures of code `cancelled`.
 */
export async function* readInOrder(
  files: readonly ImportFile[],
  reader: LetterReader,
  signal: AbortSignal,
): AsyncGenerator<ReadFile> {
  const results = files.map(() => Promise.withResolvers<ReadFile>());
  let started = 0;
  let given = 0;
  let waitingBytes = 0;
  let room = Promise.withResolvers<void>();

  async function readFiles(): Promise<void> {
    for (;;) {
      while (started - given >= ahead.files || waitingBytes >= ahead.bytes) await room.promise;
      const index = started++;
      const file = files[index];
      if (!file) return;
      const letter = await readOne(file, reader, signal);
      waitingBytes += bytesIn(letter);
      results[index]?.resolve({ name: file.name, letter });
    }
  }

  for (let worker = 0; worker < reader.threads; worker++) void readFiles();
  for (const { promise } of results) {
    const result = await promise;
    given += 1;
    waitingBytes -= bytesIn(result.letter);
    room.resolve();
    room = Promise.withResolvers();
    yield result;
  }
}

/** The memory that a letter holds outside the JavaScript heap, in bytes. */
export function bytesIn(letter: Result<ReadLetter>): number {
  return letter.ok ? letter.value.bytes.byteLength + letter.value.content.byteLength : 0;
}

async function readOne(file: ImportFile, reader: LetterReader, signal: AbortSignal): Promise<Result<ReadLetter>> {
  if (signal.aborted) return cancelled;
  return file.source.ok ? reader.read(file.source.value, signal) : file.source;
}
