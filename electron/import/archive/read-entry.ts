import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { FailureError } from '../../../shared/result.ts';
import { assertSize, largestLetter, type ReadingLimits } from '../reading-limits.ts';
import { type ArchiveEntry, type ArchiveSource, archiveLimits } from './archive-entry.ts';
import { withZip } from './zip-file.ts';

const methods = { stored: 0, deflated: 8 } as const;

/**
 * Unpacks one file of an archive into memory.
 * @throws FailureError `too-large`, `password-protected`, `unsupported-format`, `damaged-file`
 */
export function readEntry(
  source: ArchiveSource,
  entry: ArchiveEntry,
  limits: ReadingLimits = largestLetter,
): Promise<Uint8Array<ArrayBuffer>> {
  assertReadable(entry, limits);
  return withZip(source, (zip) => unpack(zip, entry)).catch((thrown: unknown) => {
    if (thrown instanceof FailureError && thrown.code !== 'damaged-file') throw thrown;
    throw damaged(thrown);
  });
}

function assertReadable({ size, compressedSize, method, encrypted }: ArchiveEntry, limits: ReadingLimits): void {
  if (encrypted) {
    throw new FailureError(
      'password-protected',
      'This file is protected by a password in its archive. Unpack it and import the file.',
    );
  }
  if (method !== methods.stored && method !== methods.deflated) {
    throw new FailureError(
      'unsupported-format',
      'This file is packed in a way that the program cannot read. Unpack the archive and import the folder.',
    );
  }
  assertSize(size, limits);
  if (size > archiveLimits.ratioFrom && size > archiveLimits.ratio * compressedSize) {
    throw new FailureError(
      'too-large',
      'This file unpacks to hundreds of times its size; no letter does. It was not unpacked.',
    );
  }
}

async function unpack(zip: ZipFile, entry: ArchiveEntry): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await readPacked(zip, entry);
  const bytes =
    entry.method === methods.deflated ? inflateRawSync(packed, { maxOutputLength: entry.size + 1 }) : packed;
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc32) throw damaged();
  return new Uint8Array(bytes);
}

/** The packed bytes; unpacking them in one call, not in yauzl's stream, has every error come out in one place. */
async function readPacked(zip: ZipFile, { offset, compressedSize, size }: ArchiveEntry): Promise<Buffer> {
  // What is packed may be larger than what is not, but only by the headers of its blocks.
  if (compressedSize > size + size / 1000 + 1024) throw damaged();
  const place = { relativeOffsetOfLocalHeader: offset, compressedSize } as Entry;
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(place, { minimal: true });
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    // The promise form of this call opens another stream in yauzl 3.4.0.
    zip.openReadStreamLowLevel(fileDataStart, compressedSize, 0, compressedSize, false, null, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const damaged = (cause?: unknown): FailureError =>
  new FailureError('damaged-file', 'This file is damaged in its archive and cannot be unpacked.', { cause });
