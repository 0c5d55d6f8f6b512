import type Database from 'better-sqlite3';
import { isCorruption } from '../storage-failure.ts';

export type Row = Record<string, unknown>;

/** In the damaged middle of a table, how many row numbers in a row may be tried in vain. */
const mostMisses = 50_000;

/**
 * Gives every row of a table that can be read: from its beginning up to the damage, from its end back to it, and of
 * what is between, row by row, those that still can be found. A row may be given twice.
 * @returns whether the whole table could be read
 */
export function readRows(db: Database.Database, table: string, onRow: (row: Row) => void): boolean {
  const columns = db
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(table);
  const isByNumber = db
    .prepare<[string], number>("SELECT NOT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?")
    .pluck()
    .get(table);
  const key = isByNumber ? ['rowid'] : columns.filter(({ pk }) => pk > 0).map(({ name }) => `"${name}"`);
  const select = `SELECT ${isByNumber ? 'rowid AS "row number", ' : ''}* FROM "${table}" NOT INDEXED`;
  const inOrder = (order: 'ASC' | 'DESC') => {
    let last: unknown;
    const isWhole = untilDamage(() => {
      const rows = db.prepare<[], Row>(`${select} ORDER BY ${key.map((column) => `${column} ${order}`).join(', ')}`);
      for (const { 'row number': number, ...row } of rows.iterate()) {
        last = number;
        onRow(row);
      }
    });
    return { isWhole, last: typeof last === 'number' ? last : undefined };
  };
  const forward = inOrder('ASC');
  if (forward.isWhole) return true;
  const back = inOrder('DESC');
  if (isByNumber)
    untilDamage(() =>
      readBetween(db.prepare<[number], Row>(`${select} WHERE rowid = ?`), onRow, forward.last, back.last),
    );
  return false;
}

function readBetween(
  byNumber: Database.Statement<[number], Row>,
  onRow: (row: Row) => void,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): void {
  let misses = 0;
  for (let number = from + 1; number < to && misses < mostMisses; number++) {
    misses += 1;
    untilDamage(() => {
      const found = byNumber.get(number);
      if (!found) return;
      const { 'row number': _, ...row } = found;
      onRow(row);
      misses = 0;
    });
  }
}

/** @returns false when damage in the database ended the work */
export function untilDamage(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (thrown) {
    if (isCorruption(thrown)) return false;
    throw thrown;
  }
}
