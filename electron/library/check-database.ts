import type Database from 'better-sqlite3';
import { isCorruption } from './storage-failure.ts';

export type CheckOutcome =
  | { readonly kind: 'sound' }
  /** Only full-text indexes are at fault; they can be built anew from the tables. */
  | { readonly kind: 'indexes'; readonly indexes: readonly string[] }
  | { readonly kind: 'damaged'; readonly detail: string };

/** The most faults to look for. */
const mostFaults = 20;

/**
 * SQLite's quick_check: the structure of the tables, and some of that of the full-text indexes. Takes about 1 s for
 * each 100 MB.
 */
export function checkDatabase(db: Database.Database): CheckOutcome {
  const faults = (db.pragma(`quick_check(${mostFaults})`) as { quick_check: string }[]).map((row) => row.quick_check);
  if (faults.length === 1 && faults[0] === 'ok') return { kind: 'sound' };
  return faults.every((fault) => /fts5/i.test(fault))
    ? { kind: 'indexes', indexes: fullTextIndexes(db) }
    : { kind: 'damaged', detail: faults.join('\n').slice(0, 2000) };
}

/**
 * Checks tables by themselves, those of the full-text indexes included, though not what the latter mean: about a
 * quarter of the time of {@link checkDatabase}. For a copy of a database that is checked as a whole when it is restored.
 */
export function checkTables(db: Database.Database): CheckOutcome {
  const tables = db
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')")
    .pluck()
    .all();
  for (const table of tables) {
    const detail = String(db.pragma(`quick_check("${table}")`, { simple: true }));
    if (detail !== 'ok') return { kind: 'damaged', detail };
  }
  return { kind: 'sound' };
}

/**
 * Checks the full-text indexes as well, each by itself, though not whether it agrees with the texts. Takes as long
 * again, and a connection that may write, although nothing is written.
 */
export function checkWithIndexes(db: Database.Database): CheckOutcome {
  const outcome = checkDatabase(db);
  if (outcome.kind !== 'sound') return outcome;
  const indexes = fullTextIndexes(db).filter((index) => !isSound(db, index));
  return indexes.length > 0 ? { kind: 'indexes', indexes } : outcome;
}

function isSound(db: Database.Database, index: string): boolean {
  try {
    db.prepare(`INSERT INTO "${index}" ("${index}") VALUES ('integrity-check')`).run();
    return true;
  } catch (thrown) {
    if (isCorruption(thrown)) return false;
    throw thrown;
  }
}

/** Builds full-text indexes anew from the tables. */
export function rebuildIndexes(db: Pick<Database.Database, 'prepare'>, indexes: readonly string[]): void {
  for (const index of indexes) db.prepare(`INSERT INTO "${index}" ("${index}") VALUES ('rebuild')`).run();
}

/** The names of the full-text indexes of a database. */
export function fullTextIndexes(db: Pick<Database.Database, 'prepare'>): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'",
    )
    .pluck()
    .all();
}
