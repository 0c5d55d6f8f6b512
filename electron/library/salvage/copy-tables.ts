import Database from 'better-sqlite3';
import { tableNames } from '../holdings.ts';
import { type Row, readRows } from './readable-rows.ts';

/** What became of one table. */
export interface SalvagedTable {
  readonly name: string;
  /** Rows that the damaged library gave. */
  readonly rows: number;
  /** Whether all of them could be read. */
  readonly isWhole: boolean;
  /** Rows that it did not give, and the backup did. */
  readonly fromBackup: number;
}

/**
 * Copies every row that can be read into the tables of a new database of the same schema version. For a table that
 * cannot be read to its end, the backup makes good the rows that are missing.
 */
export function copyTables(
  into: Database.Database,
  damaged: Database.Database | undefined,
  backup: Database.Database | undefined,
): SalvagedTable[] {
  const inDamaged = new Set(damaged ? namesIn(damaged) : []);
  const inBackup = new Set(backup ? namesIn(backup) : []);
  return tableNames(into).map((name) => {
    let isWhole = inDamaged.has(name);
    const insert = inserter(into, name);
    const rows = insert((add) => {
      if (damaged && isWhole) isWhole = readRows(damaged, name, add);
    });
    const fromBackup = insert((add) => {
      if (backup && !isWhole && inBackup.has(name)) readRows(backup, name, add);
    });
    return { name, rows, isWhole, fromBackup };
  });
}

/** The tables that a database still knows of. */
function namesIn(db: Database.Database): string[] {
  try {
    return tableNames(db);
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError) return [];
    throw thrown;
  }
}

function inserter(into: Database.Database, table: string) {
  const columns = into.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  return (work: (add: (row: Row) => void) => void): number => {
    let added = 0;
    const add = (row: Row) => {
      const shared = columns.filter((name) => Object.hasOwn(row, name));
      const names = shared.map((name) => `"${name}"`).join(', ');
      const values = shared.map(() => '?').join(', ');
      const statement = into.prepare(`INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${values})`);
      try {
        added += statement.run(...shared.map((name) => row[name])).changes;
      } catch (thrown) {
        // What damage has made of a row may be no value for its column.
        if (!(thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_CONSTRAINT'))) throw thrown;
      }
    };
    into.transaction(() => work(add)).immediate();
    return added;
  };
}
