import type { SearchField } from '../../../shared/search/search-fields.ts';
import type { ReadDatabase } from '../database.ts';

/** How many letters have a value of a field. */
export interface FacetCount {
  readonly field: SearchField;
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Of a smaller share of the library, letter by letter is faster than all that any letter has. */
const smallShare = 0.05;

/** Counts what was entered of the letters in `temp.found`, in no order. */
export function countFacets(db: ReadDatabase): FacetCount[] {
  const one = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const isSmall = one('SELECT count(*) FROM temp.found') < smallShare * one('SELECT count(*) FROM letter');
  // SQLite keeps to the order of a CROSS JOIN.
  const rows = isSmall
    ? 'temp.found t CROSS JOIN letter_facet n ON n.letter_id = t.id'
    : 'letter_facet n CROSS JOIN temp.found t ON t.id = n.letter_id';
  return db
    .prepare<[], FacetCount>(
      `SELECT f.field, f.value, f.label, c.count
       FROM (SELECT n.facet_id, count(*) AS count FROM ${rows} GROUP BY n.facet_id) c JOIN facet f ON f.id = c.facet_id`,
    )
    .all();
}
