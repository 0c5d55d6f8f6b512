import type Database from 'better-sqlite3';
import { tableNames } from '../holdings.ts';
import type { Row } from './readable-rows.ts';

/** A row whose letter, or whatever else it belongs to, could not be read. */
export interface UnplacedRow {
  readonly table: string;
  readonly row: Row;
}

/** Takes rows out of the database that refer to a row that is not there, until there are none. */
export function takeOutUnplaced(db: Database.Database): UnplacedRow[] {
  const unplaced: UnplacedRow[] = [];
  for (let before = -1; before !== unplaced.length; ) {
    before = unplaced.length;
    for (const table of tableNames(db)) {
      const references = db
        .prepare<[string], { table: string; from: string; to: string | null }>(
          'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)',
        )
        .all(table);
      for (const { table: parent, from, to } of references) {
        const alone = `"${from}" IS NOT NULL AND "${from}" NOT IN (SELECT "${to ?? 'rowid'}" FROM "${parent}")`;
        const rows = db.prepare<[], Row>(`SELECT * FROM "${table}" WHERE ${alone}`).all();
        unplaced.push(...rows.map((row) => ({ table, row })));
        if (rows.length > 0) db.prepare(`DELETE FROM "${table}" WHERE ${alone}`).run();
      }
    }
  }
  return unplaced;
}
