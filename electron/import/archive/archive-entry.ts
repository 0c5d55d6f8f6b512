import type { FilePath } from '../file-path.ts';

/** A file inside an archive: what reading it takes. Plain data, so that it can be handed to a worker. */
export interface ArchiveEntry {
  /** A safe name with its folders, `/` between them; for people only, nothing is ever unpacked to the disk. */
  readonly name: string;
  /** Of the local header, in bytes from the archive's start. */
  readonly offset: number;
  readonly compressedSize: number;
  /** As the archive states it; reading checks it. */
  readonly size: number;
  /** 0 stored, 8 deflated; others cannot be read. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
}

/** An archive on the disk, or its bytes. */
export type ArchiveSource = { readonly path: FilePath } | { readonly bytes: Uint8Array };

/** More than any archive of letters has; what exceeds it was made to do harm. Sizes in bytes, unpacked. */
export const archiveLimits = {
  entries: 20_000,
  size: 2 * 1024 ** 3,
  /** Unpacked bytes for each packed one, in entries larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 1024 ** 2,
} as const;
