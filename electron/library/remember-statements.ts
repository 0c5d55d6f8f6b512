import type Database from 'better-sqlite3';
import type { WriteDatabase } from './database.ts';

/** More statements than the library has; only filters make new ones without end. */
const most = 300;

/**
 * Makes `prepare` of this connection give the same statement for the same SQL. Compiling took a sixth of the time of
 * an import. A statement must not be asked for again while it is being iterated over.
 */
export function rememberStatements(db: WriteDatabase): void {
  const remembered = new Map<string, Database.Statement>();
  const compile = db.prepare.bind(db);
  const prepare = (sql: string): Database.Statement => {
    const known = remembered.get(sql);
    // What was made of its rows before is not meant again.
    if (known) return known.reader ? known.raw(false).pluck(false) : known;
    const statement = compile(sql);
    if (remembered.size >= most) remembered.clear();
    remembered.set(sql, statement);
    return statement;
  };
  Object.assign(db, { prepare });
}
