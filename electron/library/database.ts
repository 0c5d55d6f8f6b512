import type Database from 'better-sqlite3';

declare const access: unique symbol;

/** A handle that only reads: a function taking it cannot change data. */
export type ReadDatabase = Pick<Database.Database, 'prepare'> & { readonly [access]: 'read' | 'write' };

/** A handle that may change data; it also serves wherever a {@link ReadDatabase} is wanted. */
export type WriteDatabase = Pick<Database.Database, 'prepare' | 'transaction'> & { readonly [access]: 'write' };

/** Runs `work` in one immediate transaction: all of it is committed when this returns, or none of it if it throws. */
export function inTransaction<T>(db: WriteDatabase, work: () => T): T {
  return db.transaction(work).immediate();
}

/**
 * Settings of a connection. `synchronous` is FULL because better-sqlite3 opens a WAL database at NORMAL, where an
 * acknowledged commit can be lost with the power. `trusted_schema` is off because a library file may come from elsewhere.
 */
export function configureConnection(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // fsync on macOS leaves the data in the drive's cache; only F_FULLFSYNC writes it out.
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('temp_store = MEMORY');
  assertDurable(db, 'main');
}

/** Settings of a connection that only reads. */
export function configureReading(db: Database.Database): void {
  db.pragma('query_only = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('temp_store = MEMORY');
}

/**
 * Reads the settings that durability and integrity rest on back from the database, and throws if one did not take.
 * @param schema `main`, or the name under which a database was attached
 */
export function assertDurable(db: Database.Database, schema: string): void {
  const expected = {
    [`${schema}.journal_mode`]: 'wal',
    [`${schema}.synchronous`]: 2,
    foreign_keys: 1,
    trusted_schema: 0,
  };
  for (const [name, value] of Object.entries(expected)) {
    const actual = db.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`The database setting ${name} is ${actual}, not ${value}.`);
  }
}
