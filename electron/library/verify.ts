import { createHash } from 'node:crypto';
import { FailureError } from '../../shared/result.ts';
import type { ReadDatabase } from './database.ts';
import { readContent } from './letter-content.ts';
import type { DamagedFile, Verified } from './library-api.ts';
import { isCorruption } from './storage-failure.ts';

/** A batch ends after this many bytes, so that the library is never held up for long. */
const mostBytes = 16 * 1024 * 1024;

/** Checks originals against their SHA-256 sums; see `LibraryApi.verifyOriginals`. */
export function verifyOriginals(db: ReadDatabase, after: string | undefined, limit: number): Verified<string> {
  const keys = db
    .prepare<[string, number], { key: string; size: number }>(
      'SELECT sha256 AS key, size FROM originals.original WHERE sha256 > ? ORDER BY sha256 LIMIT ?',
    )
    .all(after ?? '', limit);
  const read = db.prepare<[string], Uint8Array>('SELECT bytes FROM originals.original WHERE sha256 = ?').pluck();
  const fileName = db.prepare<[string], string>('SELECT file_name FROM letter WHERE sha256 = ?').pluck();
  return verifyBatch(keys, limit, (sha256) => {
    const message = faultOf(() => {
      if (
        createHash('sha256')
          .update(read.get(sha256) ?? '')
          .digest('hex') !== sha256
      )
        throw changed();
    });
    const name = message === undefined ? undefined : fileName.get(sha256);
    return message === undefined ? undefined : { sha256, ...(name !== undefined && { fileName: name }), message };
  });
}

const changed = () => new FailureError('library-damaged', 'The stored original has changed on the disk.');

/** Checks the stored texts of letters and that each has its original; see `LibraryApi.verifyTexts`. */
export function verifyTexts(db: ReadDatabase, after: number | undefined, limit: number): Verified<number> {
  const keys = db
    .prepare<[number, number], { key: number; size: number; sha256: string; fileName: string }>(
      `SELECT id AS key, size, sha256, file_name AS fileName FROM letter WHERE id > ? ORDER BY id LIMIT ?`,
    )
    .all(after ?? 0, limit);
  const letters = new Map(keys.map((letter) => [letter.key, letter]));
  const original = db.prepare<[string], 1>('SELECT 1 FROM originals.original WHERE sha256 = ?').pluck();
  return verifyBatch(keys, limit, (id) => {
    const { sha256 = '', fileName = '' } = letters.get(id) ?? {};
    const message = faultOf(() => {
      readContent(db, id);
      if (original.get(sha256) === undefined) throw noOriginal();
    });
    return message === undefined ? undefined : { sha256, fileName, message };
  });
}

const noOriginal = () => new FailureError('library-damaged', 'The library has no original file for this letter.');

function verifyBatch<Key>(
  keys: readonly { readonly key: Key; readonly size: number }[],
  limit: number,
  check: (key: Key) => DamagedFile | undefined,
): Verified<Key> {
  const damaged: DamagedFile[] = [];
  let bytes = 0;
  let checked = 0;
  for (const { key, size } of keys) {
    const fault = check(key);
    if (fault) damaged.push(fault);
    checked += 1;
    bytes += size;
    const isLast = checked === keys.length && keys.length < limit;
    if (!isLast && (bytes >= mostBytes || checked === keys.length)) return { checked, damaged, next: key };
  }
  return { checked, damaged };
}

/** What is wrong with a row, in a full sentence. */
function faultOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (thrown) {
    if (isCorruption(thrown)) return 'The part of the library file that holds it is damaged.';
    if (thrown instanceof FailureError && thrown.code === 'library-damaged') return thrown.message;
    if (thrown instanceof FailureError && thrown.code === 'no-such-letter') return 'Its stored text is missing.';
    throw thrown;
  }
}
