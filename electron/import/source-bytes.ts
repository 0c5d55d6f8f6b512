import { readEntry } from './archive/read-entry.ts';
import { nameOfPath } from './file-path.ts';
import { readFileBytes } from './read-file.ts';
import type { EntrySource, ReadSource } from './read-source.ts';
import { assertSize, type ReadingLimits } from './reading-limits.ts';

/** The name of the file itself, without the folders and archives that it is in. */
export function fileNameOf(source: ReadSource): string {
  if ('entry' in source) return source.entry.name.slice(source.entry.name.lastIndexOf('/') + 1);
  return 'path' in source ? nameOfPath(source.path) : source.name;
}

/**
 * The bytes of a file, in memory of their own.
 * @throws FailureError as `readFileBytes` and `readEntry` do
 */
export async function bytesOf(source: ReadSource, limits: ReadingLimits): Promise<Uint8Array<ArrayBuffer>> {
  if ('entry' in source) return readEntry(await holder(source, limits), source.entry, limits);
  if ('path' in source) return readFileBytes(source.path, limits);
  assertSize(source.bytes.byteLength, limits);
  return new Uint8Array(source.bytes);
}

/** The inner archive that was unpacked last: its files are asked for one after the other. */
let unpacked: { readonly of: string; readonly bytes: Uint8Array } | undefined;

/** The archive that holds the entry. */
async function holder({ archive, within }: EntrySource, limits: ReadingLimits) {
  if (!within) return archive;
  const of = JSON.stringify(['path' in archive ? archive.path : archive.name, within]);
  if (unpacked?.of !== of) {
    unpacked = undefined;
    unpacked = { of, bytes: await readEntry(archive, within, limits) };
  }
  return unpacked;
}
