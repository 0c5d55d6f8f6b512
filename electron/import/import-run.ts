import type { ImportSource } from '../../shared/contract.ts';
import type { ImportProgress, ImportRow } from '../../shared/model/import-report.ts';
import { attempt, type Failure, ok, type Result } from '../../shared/result.ts';
import type { AddedLetter } from '../library/library-api.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { expandSources } from './expand-sources.ts';
import type { Pause } from './import-pause.ts';
import { createImportRate } from './import-rate.ts';
import type { ReadLetter } from './import-worker.ts';
import { cancelled, type LetterReader } from './letter-reader.ts';
import { bytesIn, type FileReader, type KnownFile, type ReadFile, readInOrder } from './read-in-order.ts';
import type { ReadSource } from './read-source.ts';

/** What goes into one transaction: so many letters, so many bytes, or what is read within so many ms. */
const batchLimit = { letters: 64, bytes: 8 * 1024 * 1024, time: 100 } as const;

type File = ReadFile<ReadLetter | KnownFile>;

/** What an import needs of the library; it can go on with another one if `knownSha256s` is there. */
export type ImportLibrary = Pick<LibraryClient, 'addLetters'> & Partial<Pick<LibraryClient, 'knownSha256s'>>;

export interface ImportRunOptions {
  readonly importId: string;
  /** It goes on with one that was interrupted: many files are in the library, and are told by their sums. */
  readonly goesOn?: boolean;
  readonly library: ImportLibrary;
  readonly reader: LetterReader;
  readonly signal: AbortSignal;
  /** While it is on, no further file is read; what has been read goes in. */
  readonly pause: Pause;
  /** Pauses when the disk is full, instead of failing every further file. Somebody has to be there to go on or cancel. */
  readonly waitsForSpace?: boolean;
  /** Told when the number of files is known, after every batch, and when a pause begins or ends. */
  readonly onProgress: (progress: ImportProgress) => void;
}

/**
 * Imports files and folders: several files are read at a time, and added to the library in the order given, a batch
 * a transaction. So the first of two equal files is the one imported, and the report is the same every time.
 * @returns the final report, with a row for every file; never rejects because of a file or the library
 */
export async function runImport(sources: readonly ImportSource[], options: ImportRunOptions): Promise<ImportProgress> {
  const { importId, goesOn = false, waitsForSpace = false, library, signal, pause, onProgress } = options;
  const importedAt = new Date().toISOString();
  const files = await expandSources(sources);
  let total = files.length;
  const rows: ImportRow[] = [];
  const counts = { imported: 0, already: 0, failed: 0 };
  const rate = createImportRate();
  const soFar = () => ({ importId, total, done: rows.length, ...counts });
  const tell = () => {
    const perSecond = pause.isOn ? undefined : rate.perSecond();
    const state = pause.isOn ? 'paused' : 'running';
    const heldBy = pause.reason;
    onProgress({
      ...soFar(),
      state,
      ...(perSecond !== undefined && { perSecond }),
      ...(heldBy !== undefined && { heldBy }),
      rows: [],
    });
  };
  let ended = false;
  pause.onChange(() => {
    if (ended) return;
    rate.restart(rows.length);
    tell();
  });
  const reader: FileReader<ReadLetter | KnownFile> = {
    threads: options.reader.threads,
    read: async (source) => {
      await pause.passed();
      const knownLetterId = goesOn ? await knownBySum(source) : undefined;
      return knownLetterId === undefined ? options.reader.read(source, signal) : ok({ knownLetterId });
    },
  };

  /** Undefined for a file that has to be read: it is not in the library, or something is wrong with it. */
  async function knownBySum(source: ReadSource): Promise<number | undefined> {
    const found = await options.reader.sum(source, signal);
    if (!found.ok || 'entries' in found.value) return undefined;
    const { sum } = found.value;
    const known = await attempt(async () => library.knownSha256s?.([sum]));
    return known.ok ? known.value?.get(sum) : undefined;
  }

  async function add(batch: readonly File[]): Promise<Result<AddedLetter[]>> {
    if (signal.aborted) return cancelled;
    const letters = batch.flatMap(({ letter }) => (isNew(letter) ? [{ ...letter.value, importedAt }] : []));
    return attempt(() => library.addLetters(letters));
  }

  /** The library has taken over the bytes of what it was given. */
  async function readAgain(file: File): Promise<File> {
    if (!isNew(file.letter) || !file.source.ok) return file;
    return { ...file, letter: (await options.reader.read(file.source.value, signal)) as File['letter'] };
  }

  async function addBatch(ready: readonly File[]): Promise<void> {
    let batch = ready;
    let added = await add(batch);
    while (!added.ok && added.error.code === 'disk-full' && waitsForSpace && !signal.aborted) {
      pause.begin('The disk is full. Make room, then go on.');
      await pause.passed();
      batch = await Promise.all(batch.map(readAgain));
      added = await add(batch);
    }
    const ids = (added.ok ? added.value : []).values();
    for (const { name, letter } of batch) {
      const row = !letter.ok
        ? failedRow(name, goesOn && letter.error.code === 'cancelled' ? notLookedAtAgain : letter.error)
        : 'knownLetterId' in letter.value
          ? alreadyRow(name, letter.value.knownLetterId)
          : !added.ok
            ? failedRow(name, added.error)
            : addedRow(name, letter.value, ids.next().value);
      rows.push(row);
      counts[row.outcome === 'already-in-library' ? 'already' : row.outcome] += 1;
    }
    rate.note(rows.length);
    tell();
  }

  let batch: File[] = [];
  let adding: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    while (adding) await adding;
    const ready = batch;
    batch = [];
    if (ready.length === 0) return;
    adding = addBatch(ready).finally(() => {
      adding = undefined;
    });
    await adding;
  };

  tell();
  const onMore = (more: number) => {
    total += more;
  };
  for await (const file of readInOrder(files, reader, signal, onMore)) {
    batch.push(file);
    const bytes = batch.reduce((sum, { letter }) => sum + bytesIn(letter), 0);
    if (batch.length >= batchLimit.letters || bytes >= batchLimit.bytes) await flush();
    else timer ??= setTimeout(flush, batchLimit.time);
  }
  await flush();
  ended = true;
  return { ...soFar(), state: signal.aborted ? 'cancelled' : 'finished', rows };
}

/** Read now, and not known to be in the library. */
const isNew = (letter: File['letter']): letter is { readonly ok: true; readonly value: ReadLetter } =>
  letter.ok && !('knownLetterId' in letter.value);

function addedRow(name: string, { layout, remark }: ReadLetter, added: AddedLetter | undefined): ImportRow {
  if (!added) throw new Error(`The library gave no answer for ${name}.`);
  const { letterId } = added;
  return added.already
    ? { ...alreadyRow(name, letterId), ...(added.mended && { remark: mendedRemark }) }
    : { outcome: 'imported', name, letterId, layout, ...(remark !== undefined && { remark }) };
}

const alreadyRow = (name: string, letterId: number): ImportRow => ({ outcome: 'already-in-library', name, letterId });

/** It may be in the library: of an interrupted import, that is told by the file's sum. */
const notLookedAtAgain: Failure = {
  code: 'cancelled',
  message: 'The import was cancelled before it came to this file again. The letter may be in the library already.',
};

const mendedRemark = 'What was stored of this letter had changed on the disk and was put back from this file.';

const failedRow = (name: string, { code, message }: Failure): ImportRow => ({
  outcome: 'failed',
  name,
  code,
  reason: message,
});
