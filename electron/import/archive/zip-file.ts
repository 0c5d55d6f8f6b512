import { closeSync } from 'node:fs';
import { type Entry, fromBufferPromise, fromFdPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { FailureError } from '../../../shared/result.ts';
import { openRegularFile } from '../read-file.ts';
import { isSystemFile } from '../system-files.ts';
import { type ArchiveEntry, type ArchiveSource, archiveLimits } from './archive-entry.ts';
import { safeEntryName } from './entry-name.ts';

/** Names are decoded here, since yauzl gives up the whole archive over one odd name. */
const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const;

/**
 * Opens a ZIP file for as long as `work` runs. Only its directory is read.
 * @throws FailureError `damaged-file` for what yauzl cannot make sense of, and what `work` throws
 */
export async function withZip<T>(source: ArchiveSource, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const file = 'path' in source ? openRegularFile(source.path) : undefined;
  try {
    const zip = await ('bytes' in source
      ? fromBufferPromise(Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength), options)
      : fromFdPromise(file as number, options));
    return await work(zip);
  } catch (thrown) {
    throw thrown instanceof FailureError ? thrown : damaged(thrown);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * The files in an archive, in its order, without folders and the system's own files.
 * @throws FailureError `too-large` beyond the limits, `damaged-file`, `empty-file`
 */
export async function listEntries(source: ArchiveSource): Promise<ArchiveEntry[]> {
  return withZip(source, async (zip) => {
    assertWithin(zip.entryCount, 0);
    const entries: ArchiveEntry[] = [];
    let size = 0;
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (/[\\/]$/.test(name) || isSystemFile(name)) continue;
      entries.push({
        name: safeEntryName(name),
        offset: entry.relativeOffsetOfLocalHeader,
        compressedSize: entry.compressedSize,
        size: entry.uncompressedSize,
        method: entry.compressionMethod,
        encrypted: entry.isEncrypted(),
        crc32: entry.crc32,
      });
      size += entry.uncompressedSize;
      assertWithin(entries.length, size);
    }
    if (entries.length === 0) throw new FailureError('empty-file', 'This ZIP archive has no files in it.');
    return entries;
  });
}

/** @throws FailureError `too-large` when an archive has more files or bytes, unpacked, than an import takes */
export function assertWithin(entries: number, size: number): void {
  if (entries > archiveLimits.entries) {
    throw new FailureError(
      'too-large',
      'This ZIP archive has more than 20,000 files in it. Unpack it and import the folder.',
    );
  }
  if (size > archiveLimits.size) {
    throw new FailureError(
      'too-large',
      'The files in this ZIP archive have more than 2 GB. Unpack it and import the folder.',
    );
  }
}

const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);

const damaged = (cause: unknown): FailureError =>
  new FailureError('damaged-file', 'This ZIP file is damaged: its list of files cannot be read.', { cause });
