import { basename, join, sep } from 'node:path';

/** Where a file is. In bytes if its name, or that of a folder above it, is no UTF-8: Linux allows any bytes in names. */
export type FilePath = string | Uint8Array;

/** The path of what is called `name`, in bytes, in `folder`. */
export function pathIn(folder: FilePath, name: Uint8Array): FilePath {
  const text = Buffer.from(name).toString();
  if (typeof folder === 'string' && Buffer.from(text).equals(name)) return join(folder, text);
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}

/** The path as Node's file functions take it. */
export const nodePath = (path: FilePath): string | Buffer => (typeof path === 'string' ? path : Buffer.from(path));

/** The name of the file for people, with U+FFFD where it is no UTF-8. */
export const nameOfPath = (path: FilePath): string => basename(Buffer.from(path).toString());
