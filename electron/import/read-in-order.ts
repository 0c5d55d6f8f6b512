import { fail, type Result, toFailure } from '../../shared/result.ts';
import { assertWithin } from './archive/zip-file.ts';
import type { ImportFile } from './expand-sources.ts';
import type { ReadLetter } from './import-worker.ts';
import { cancelled } from './letter-reader.ts';
import { entrySources, type FoundArchive, type ReadSource } from './read-source.ts';

/** Files that may be read before their turn, and how many bytes of them may wait in memory. */
const ahead = { files: 256, bytes: 16 * 1024 * 1024 } as const;

/** A file whose letter is in the library already; nothing but its sum was read. */
export interface KnownFile {
  readonly knownLetterId: number;
}

export interface ReadFile<Found = ReadLetter> {
  readonly name: string;
  readonly source: Result<ReadSource>;
  readonly letter: Result<Found>;
}

/** What reads one file after the other. */
export interface FileReader<Found> {
  readonly threads: number;
  /** Never rejects. */
  read(source: ReadSource, signal: AbortSignal): Promise<Result<Found | FoundArchive>>;
}

/** A file whose turn will come. The files of an archive are put in after it once they are known. */
interface Turn<Found> {
  readonly name: string;
  readonly source: Result<ReadSource>;
  /** What was found so far in the archive that the file is in, archives inside it included. */
  readonly found: { entries: number; size: number };
  /** Resolves to undefined for an archive: it is no letter itself. */
  readonly letter: PromiseWithResolvers<Result<Found> | undefined>;
  next: Turn<Found> | undefined;
}

/**
 * Reads files with all workers of the reader and gives the results in the order of the files, those of an archive in
 * its place. After an abort, files that are not read yet are failures of code `cancelled`.
 * @param onMore told of the files that an archive adds to the number of files
 */
export async function* readInOrder<Found extends ReadLetter | KnownFile>(
  files: readonly ImportFile[],
  reader: FileReader<Found>,
  signal: AbortSignal,
  onMore: (files: number) => void = () => {},
): AsyncGenerator<ReadFile<Found>> {
  const turns = linked(files.map(({ name, source }) => newTurn<Found>(name, source, { entries: 0, size: 0 })));
  /** Turns that no worker has taken yet, the next one last. */
  const untaken = turns.toReversed();
  let turn = turns[0];
  let reading = 0;
  let waiting = { files: 0, bytes: 0 };
  let change = Promise.withResolvers<void>();
  const changed = () => {
    change.resolve();
    change = Promise.withResolvers();
  };
  const mayRead = (): boolean =>
    untaken.length > 0
      ? // The file whose turn it is may always be read, or nothing would ever make room.
        untaken.at(-1) === turn || (waiting.files < ahead.files && waiting.bytes < ahead.bytes)
      : reading === 0;

  async function readFiles(): Promise<void> {
    for (;;) {
      while (!mayRead()) await change.promise;
      const taken = untaken.pop();
      if (!taken) return;
      reading += 1;
      const found = await readOne(taken, reader, signal);
      reading -= 1;
      if (found.ok && 'entries' in found.value) openArchive(taken, found.value);
      else resolve(taken, found as Result<Found>);
      changed();
    }
  }

  function resolve({ letter }: Turn<Found>, result: Result<Found>): void {
    waiting = { files: waiting.files + 1, bytes: waiting.bytes + bytesIn(result) };
    letter.resolve(result);
  }

  function openArchive(archive: Turn<Found>, found: FoundArchive): void {
    const { name, source, next } = archive;
    archive.found.entries += found.entries.length;
    for (const { size } of found.entries) archive.found.size += size;
    try {
      assertWithin(archive.found.entries, archive.found.size);
    } catch (thrown) {
      const { code, message } = toFailure(thrown);
      resolve(archive, fail(code, message));
      return;
    }
    const entries = linked(
      (source.ok ? entrySources(source.value, found) : []).map((entry) =>
        newTurn<Found>(`${name} › ${entry.entry.name}`, { ok: true, value: entry }, archive.found),
      ),
    );
    const last = entries.at(-1);
    if (last) last.next = next;
    archive.next = entries[0] ?? next;
    untaken.push(...entries.toReversed());
    onMore(entries.length - 1);
    archive.letter.resolve(undefined);
  }

  for (let worker = 0; worker < reader.threads; worker++) void readFiles();
  for (; turn; turn = turn.next, changed()) {
    const letter = await turn.letter.promise;
    if (!letter) continue;
    waiting = { files: waiting.files - 1, bytes: waiting.bytes - bytesIn(letter) };
    yield { name: turn.name, source: turn.source, letter };
  }
}

/** The memory that a letter holds outside the JavaScript heap, in bytes. */
export function bytesIn(letter: Result<ReadLetter | KnownFile>): number {
  return letter.ok && !('knownLetterId' in letter.value)
    ? letter.value.bytes.byteLength + letter.value.content.byteLength
    : 0;
}

const newTurn = <Found>(name: string, source: Result<ReadSource>, found: Turn<Found>['found']): Turn<Found> => ({
  name,
  source,
  found,
  letter: Promise.withResolvers(),
  next: undefined,
});

function linked<Found>(turns: Turn<Found>[]): Turn<Found>[] {
  for (const [index, turn] of turns.entries()) turn.next = turns[index + 1];
  return turns;
}

async function readOne<Found>({ source }: Turn<Found>, reader: FileReader<Found>, signal: AbortSignal) {
  if (signal.aborted) return cancelled;
  return source.ok ? reader.read(source.value, signal) : source;
}
