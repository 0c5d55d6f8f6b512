import type { ImportSource } from '../../shared/contract.ts';
import type { ArchiveEntry } from './archive/archive-entry.ts';
import type { FilePath } from './file-path.ts';

/** A file on the disk, or one that came with its bytes. */
export type FileSource = ImportSource | { readonly path: FilePath };

/** A file inside an archive that is being imported. */
export interface EntrySource {
  readonly archive: FileSource;
  /** The archive within `archive` that holds the entry, if it is not `archive` itself. */
  readonly within?: ArchiveEntry | undefined;
  readonly entry: ArchiveEntry;
}

/** What a worker is asked to read. */
export type ReadSource = FileSource | EntrySource;

/** Asks for the sum alone: of a file that may have been imported before, nothing else need be read. */
export interface SumQuestion {
  readonly sumOf: ReadSource;
}

/** What a worker finds instead of a letter when the file is an archive: the files in it, to be read one by one. */
export interface FoundArchive {
  readonly entries: readonly ArchiveEntry[];
}

/** The SHA-256 of a file, lower-case hex. */
export interface FileSum {
  readonly sum: string;
}

/**
 * The sources of an archive's files, for an archive that was read from `source`.
 * A copy in shared memory spares every entry a copy of a whole archive that came as bytes.
 */
export function entrySources(source: ReadSource, { entries }: FoundArchive): EntrySource[] {
  if ('entry' in source) {
    return entries.map((entry) => ({ archive: source.archive, within: source.entry, entry }));
  }
  const archive: FileSource = 'bytes' in source ? { name: source.name, bytes: shared(source.bytes) } : source;
  return entries.map((entry) => ({ archive, entry }));
}

function shared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  copy.set(bytes);
  return copy as Uint8Array as Uint8Array<ArrayBuffer>;
}
