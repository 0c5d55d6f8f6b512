import { createHash } from 'node:crypto';
import { FailureError } from '../../shared/result.ts';
import type { ReadDatabase, WriteDatabase } from './database.ts';

/** Keeps the bytes of an imported file; bytes that are kept already stay as they are. */
export function insertOriginal(db: WriteDatabase, sha256: string, bytes: Uint8Array): void {
  db.prepare('INSERT OR IGNORE INTO originals.original (sha256, size, bytes) VALUES (?, ?, ?)').run(
    sha256,
    bytes.byteLength,
    bytes,
  );
}

/**
 * The bytes of an imported file.
 * @throws FailureError `no-such-letter`; `library-damaged` when the bytes no longer have the sum
 */
export function getOriginal(db: ReadDatabase, sha256: string): Uint8Array<ArrayBuffer> {
  const bytes = db
    .prepare<[string], Uint8Array>('SELECT bytes FROM originals.original WHERE sha256 = ?')
    .pluck()
    .get(sha256);
  if (!bytes) throw new FailureError('no-such-letter', 'The library has no original file for this letter.');
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new FailureError('library-damaged', 'The stored original of this letter has changed on the disk.');
  }
  return new Uint8Array(bytes);
}
