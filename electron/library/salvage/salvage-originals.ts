import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { tableNames } from '../holdings.ts';
import { readRows, untilDamage } from './readable-rows.ts';

export interface SalvagedOriginals {
  readonly kept: number;
  /** Whether all of them could be read. */
  readonly isWhole: boolean;
  /** The SHA-256 sums of those whose bytes are no longer what was imported; they are left out. */
  readonly changed: readonly string[];
}

/** Copies the imported files that still are what was imported. */
export function salvageOriginals(into: Database.Database, damaged: Database.Database | undefined): SalvagedOriginals {
  const changed = new Set<string>();
  const keep = into.prepare('INSERT OR IGNORE INTO original (sha256, size, bytes) VALUES (?, ?, ?)');
  let kept = 0;
  let isWhole = false;
  untilDamage(() => {
    if (!damaged || !tableNames(damaged).includes('original')) return;
    isWhole = readRows(damaged, 'original', ({ sha256, bytes }) => {
      if (!(bytes instanceof Uint8Array) || typeof sha256 !== 'string') return;
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) changed.add(sha256);
      else kept += keep.run(sha256, bytes.byteLength, bytes).changes;
    });
  });
  return { kept, isWhole, changed: [...changed] };
}
