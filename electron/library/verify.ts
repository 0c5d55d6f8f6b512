import { createHash } from 'node:crypto';
import type { DamagedLetter } from '../../shared/model/library-status.ts';
import { FailureError } from '../../shared/result.ts';
import type { ReadDatabase } from './database.ts';
import { readContent } from './letter-content.ts';
import { isCorruption } from './storage-failure.ts';

/** A batch ends after this time, so that the library is never held up for long; in ms. */
const mostTime = 10;

/** A batch of a verification. */
export interface Verified<Key> {
  readonly checked: number;
  readonly damaged: readonly DamagedLetter[];
  /** Where the next batch begins; absent when there is nothing left to check. */
  readonly next?: Key;
}

/**
 * Checks originals against their SHA-256 sums, in the order of the sums; ends early after 10 ms.
 * @param after the `next` of the last answer; absent for the first call
 */
export function verifyOriginals(db: ReadDatabase, after: string | undefined, limit: number): Verified<string> {
  const keys = db
    .prepare<[string, number], string>('SELECT sha256 FROM originals.original WHERE sha256 > ? ORDER BY sha256 LIMIT ?')
    .pluck()
    .all(after ?? '', limit);
  const fileName = db.prepare<[string], string>('SELECT file_name FROM letter WHERE sha256 = ?').pluck();
  return verifyBatch(keys, limit, (sha256) => {
    const message = faultOfOriginal(db, sha256);
    const name = message === undefined ? undefined : fileName.get(sha256);
    return message === undefined ? undefined : { sha256, ...(name !== undefined && { fileName: name }), message };
  });
}

/** Checks the stored texts of letters against their checksums, and that each has its original; by letter id. */
export function verifyTexts(db: ReadDatabase, after: number | undefined, limit: number): Verified<number> {
  const found = db
    .prepare<[number, number], { id: number; sha256: string; fileName: string }>(
      `SELECT id, sha256, file_name AS fileName FROM letter WHERE id > ? ORDER BY id LIMIT ?`,
    )
    .all(after ?? 0, limit);
  const letters = new Map(found.map((letter) => [letter.id, letter]));
  const original = db.prepare<[string], 1>('SELECT 1 FROM originals.original WHERE sha256 = ?').pluck();
  return verifyBatch([...letters.keys()], limit, (id) => {
    const { sha256 = '', fileName = '' } = letters.get(id) ?? {};
    const message = faultOfText(db, id) ?? (original.get(sha256) === undefined ? noOriginal : undefined);
    return message === undefined ? undefined : { sha256, fileName, message };
  });
}

/** What is wrong with an original or with the text of its letter; undefined when both are what was stored, or gone. */
export function faultOf(db: ReadDatabase, sha256: string): string | undefined {
  const id = db.prepare<[string], number>('SELECT id FROM letter WHERE sha256 = ?').pluck().get(sha256);
  const original = db.prepare<[string], 1>('SELECT 1 FROM originals.original WHERE sha256 = ?').pluck().get(sha256);
  if (original === undefined) return id === undefined ? undefined : noOriginal;
  return faultOfOriginal(db, sha256) ?? (id === undefined ? undefined : faultOfText(db, id));
}

/** Why an original that is there, or should be, is not what was imported, in a full sentence. */
export function faultOfOriginal(db: ReadDatabase, sha256: string): string | undefined {
  const read = db.prepare<[string], Uint8Array>('SELECT bytes FROM originals.original WHERE sha256 = ?').pluck();
  return sentenceOf(() => {
    const bytes = read.get(sha256);
    if (!bytes) throw new FailureError('library-damaged', noOriginal);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new FailureError('library-damaged', 'The stored original has changed on the disk.');
    }
  });
}

/** Why the texts of a letter are not what was stored, in a full sentence. */
export function faultOfText(db: ReadDatabase, letterId: number): string | undefined {
  return sentenceOf(() => void readContent(db, letterId));
}

const noOriginal = 'The library has no original file for this letter.';

function verifyBatch<Key>(
  keys: readonly Key[],
  limit: number,
  check: (key: Key) => DamagedLetter | undefined,
): Verified<Key> {
  const damaged: DamagedLetter[] = [];
  const end = performance.now() + mostTime;
  let checked = 0;
  for (const key of keys) {
    const fault = check(key);
    if (fault) damaged.push(fault);
    checked += 1;
    const isLast = checked === keys.length && keys.length < limit;
    if (!isLast && (performance.now() >= end || checked === keys.length)) return { checked, damaged, next: key };
  }
  return { checked, damaged };
}

function sentenceOf(check: () => void): string | undefined {
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
