import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { FailureError } from '../../shared/result.ts';
import { type FilePath, nodePath } from './file-path.ts';
import { assertSize, largestLetter, type ReadingLimits } from './reading-limits.ts';

/** Bytes asked for at a time. */
const chunkBytes = 1024 * 1024;

/**
 * Reads a regular file that is not too large. Never waits: a pipe or device is refused before it is opened.
 * @throws FailureError `not-found`, `unreadable-file`, `too-large`
 */
export function readFileBytes(path: FilePath, limits: ReadingLimits = largestLetter): Uint8Array<ArrayBuffer> {
  return withRegularFile(path, (file, size) => {
    assertSize(size, limits);
    return readAll(file, size, limits);
  });
}

/**
 * The first bytes of a regular file of any size, to tell its kind by.
 * @throws FailureError `not-found`, `unreadable-file`
 */
export function startOfFile(path: FilePath): Uint8Array {
  return withRegularFile(path, (file) => {
    const start = new Uint8Array(4);
    return start.subarray(0, readSync(file, start, 0, start.length, 0));
  });
}

function withRegularFile<T>(path: FilePath, work: (file: number, size: number) => T): T {
  const file = openRegularFile(path);
  try {
    return work(file, fstatSync(file).size);
  } catch (thrown) {
    throw thrown instanceof FailureError ? thrown : fileFailure(thrown, path);
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a regular file for reading; the caller closes it.
 * @throws FailureError `not-found`, `unreadable-file`
 */
export function openRegularFile(path: FilePath): number {
  try {
    assertRegular(statSync(nodePath(path)));
    // Without O_NONBLOCK, a pipe put in the file's place meanwhile would block the opening. Windows has no such flag.
    const file = openSync(nodePath(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      assertRegular(fstatSync(file));
      return file;
    } catch (thrown) {
      closeSync(file);
      throw thrown;
    }
  } catch (thrown) {
    throw thrown instanceof FailureError ? thrown : fileFailure(thrown, path);
  }
}

function assertRegular(stat: { isFile(): boolean; isDirectory(): boolean }): void {
  if (stat.isDirectory()) throw new FailureError('unreadable-file', 'This is a folder, not a file.');
  if (!stat.isFile()) throw new FailureError('unreadable-file', 'This is a device or a pipe, not a file.');
}

/** Reads to the end even if the file has grown since it was measured, but never past the largest size. */
function readAll(file: number, expected: number, limits: ReadingLimits): Uint8Array<ArrayBuffer> {
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
    assertSize(length, limits);
  }
}

function fileFailure(thrown: unknown, path: FilePath): unknown {
  const options = { cause: thrown };
  switch ((thrown as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FailureError('not-found', isDecoded(path) ? nameIsNoUnicode : notFound, options);
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

const notFound = 'There is no such file; it may have been moved or deleted.';
const nameIsNoUnicode =
  'The file cannot be found under this name, perhaps because the name on the disk is not valid Unicode. Rename the file, or import the folder that it is in.';

/** True for a path that may be another on the disk: who gave it may have put U+FFFD where the name is no Unicode. */
const isDecoded = (path: FilePath): boolean => typeof path === 'string' && path.includes('\uFFFD');
