import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { maxFileBytes } from '../../shared/model/max-file-bytes.ts';
import { FailureError } from '../../shared/result.ts';

/** Bytes asked for at a time. */
const chunkBytes = 1024 * 1024;

/**
 * Reads a regular file of at most `maxFileBytes`. Never waits: a pipe or device is refused before it is opened.
 * @throws FailureError `not-found`, `unreadable-file`, `too-large`
 */
export function readFileBytes(path: string): Uint8Array<ArrayBuffer> {
  return withRegularFile(path, (file, size) => {
    assertSize(size);
    return readAll(file, size);
  });
}

/**
 * The first bytes of a regular file of any size, to tell its kind by.
 * @throws FailureError `not-found`, `unreadable-file`
 */
export function startOfFile(path: string): Uint8Array {
  return withRegularFile(path, (file) => {
    const start = new Uint8Array(4);
    return start.subarray(0, readSync(file, start, 0, start.length, 0));
  });
}

function withRegularFile<T>(path: string, work: (file: number, size: number) => T): T {
  const file = openRegularFile(path);
  try {
    return work(file, fstatSync(file).size);
  } catch (thrown) {
    throw thrown instanceof FailureError ? thrown : fileFailure(thrown);
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a regular file for reading; the caller closes it.
 * @throws FailureError `not-found`, `unreadable-file`
 */
export function openRegularFile(path: string): number {
  try {
    assertRegular(statSync(path));
    // Without O_NONBLOCK, a pipe put in the file's place meanwhile would block the opening. Windows has no such flag.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      assertRegular(fstatSync(file));
      return file;
    } catch (thrown) {
      closeSync(file);
      throw thrown;
    }
  } catch (thrown) {
    throw thrown instanceof FailureError ? thrown : fileFailure(thrown);
  }
}

/** @throws FailureError `too-large` when there are more bytes than an import takes */
export function assertSize(bytes: number): void {
  if (bytes <= maxFileBytes) return;
  const megabytes = (size: number) => Math.ceil(size / (1024 * 1024));
  throw new FailureError(
    'too-large',
    `The file has ${megabytes(bytes)} MB; letters of up to ${megabytes(maxFileBytes)} MB can be imported.`,
  );
}

function assertRegular(stat: { isFile(): boolean; isDirectory(): boolean }): void {
  if (stat.isDirectory()) throw new FailureError('unreadable-file', 'This is a folder, not a file.');
  if (!stat.isFile()) throw new FailureError('unreadable-file', 'This is a device or a pipe, not a file.');
}

/** Reads to the end even if the file has grown since it was measured, but never past the largest size. */
function readAll(file: number, expected: number): Uint8Array<ArrayBuffer> {
  let buffer = new Uint8Array(expected + 1);
  let length = 0;
  for (;;) {
    if (length === buffer.length) {
      const larger = new Uint8Array(buffer.length + chunkBytes);
      larger.set(buffer);
      buffer = larger;
    }
    const read = readSync(file, buffer, length, Math.min(chunkBytes, buffer.length - length), null);
    if (read === 0) return buffer.slice(0, length);
    length += read;
    assertSize(length);
  }
}

function fileFailure(thrown: unknown): unknown {
  const options = { cause: thrown };
  switch ((thrown as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FailureError('not-found', 'There is no such file; it may have been moved or deleted.', options);
    case 'EACCES':
    case 'EPERM':
      return new FailureError('unreadable-file', 'You do not have permission to read this file.', options);
    case 'ELOOP':
      return new FailureError('unreadable-file', 'This link leads in a circle.', options);
    case undefined:
      return thrown;
    default:
      return new FailureError(
        'unreadable-file',
        `The file cannot be read (${(thrown as NodeJS.ErrnoException).code}).`,
        options,
      );
  }
}
