import type Database from 'better-sqlite3';
import type { Holdings } from '../../shared/model/backup.ts';

type Readable = Pick<Database.Database, 'prepare'>;

/** What a library file of any schema version holds; what its version has no table for counts nothing. */
export function holdingsOf(db: Readable): Holdings {
  const tables = new Set(tableNames(db));
  const one = <T>(table: string, sql: string): T | undefined =>
    tables.has(table) ? db.prepare<[], T>(sql).pluck().get() : undefined;
  const count = (table: string, condition: string) =>
    one<number>(table, `SELECT count(*) FROM ${table} WHERE ${condition}`) ?? 0;
  const newest = [
    one<string | null>('letter', 'SELECT max(imported_at) FROM letter'),
    one<string | null>('annotation', "SELECT max(max(updated_at), coalesce(max(deleted_at), '')) FROM annotation"),
    one<string | null>('second_opinion', 'SELECT max(updated_at) FROM second_opinion'),
    one<string | null>('correction', "SELECT max(max(created_at), coalesce(max(deleted_at), '')) FROM correction"),
  ].filter((time) => typeof time === 'string');
  const newestChange = newest.sort().at(-1);
  return {
    schemaVersion: db.prepare<[], number>('PRAGMA user_version').pluck().get() ?? 0,
    letters: count('letter', 'deleted_at IS NULL'),
    notes: count('annotation', 'deleted_at IS NULL'),
    secondOpinions: count('second_opinion', 'verdict IS NOT NULL'),
    corrections: count('correction', 'deleted_at IS NULL'),
    ...(newestChange && { newestChange }),
  };
}

/** The rows of every ordinary table, to compare a copy with what was copied. */
export function rowCounts(db: Readable): string {
  const counts = tableNames(db).map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);
  return JSON.stringify(counts);
}

/** The names of the ordinary tables: neither virtual ones nor what those keep their data in. */
export function tableNames(db: Readable, schema = 'main'): string[] {
  return db
    .prepare<[string], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = ? AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all(schema);
}
