/** Which letters a query finds, in the order asked for. */
import type { Sort, SortColumn } from '../../../shared/model/letter-query.ts';
import type { SearchTerm, TextTerm } from '../../../shared/search/search-query.ts';
import type { ReadDatabase } from '../database.ts';
import { fieldConditions } from './field-filter.ts';
import { rankLetters } from './rank-letters.ts';

export interface WantedLetters {
  readonly terms: readonly SearchTerm[];
  /** The letters in the trash instead of those in the library. */
  readonly trash: boolean;
  readonly sort?: Sort | undefined;
}

/** The words of a query as expressions for FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax). */
export function textExpressions(terms: readonly SearchTerm[]): { wanted: string[]; unwanted: string[] } {
  const words = terms.filter((term): term is TextTerm => term.kind === 'text');
  const expression = ({ text, prefix }: TextTerm): string => `"${text}"${prefix ? ' *' : ''}`;
  return {
    wanted: words.filter(({ not }) => !not).map(expression),
    unwanted: words.filter(({ not }) => not).map(expression),
  };
}

/** The ids of the letters found: the best hit first where words are searched for and nothing else is asked. */
export function foundLetterIds(db: ReadDatabase, { terms, trash, sort }: WantedLetters): number[] {
  const text = textExpressions(terms);
  const hasText = text.wanted.length + text.unwanted.length > 0;
  const fields = terms.filter((term) => term.kind === 'field');
  const ranked = hasText ? rankLetters(db, text, trash) : undefined;
  if (ranked && fields.length === 0 && !sort) return ranked;
  const conditions = [
    { sql: `l.deleted_at IS ${trash ? 'NOT NULL' : 'NULL'}`, parameters: [] },
    ...fieldConditions(db, fields),
  ];
  const ids = db
    .prepare<(string | number)[], number>(
      `SELECT l.id FROM letter l WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
       ORDER BY ${orderBy(sort ?? { by: 'imported', descending: true })}`,
    )
    .pluck()
    .all(...conditions.flatMap(({ parameters }) => [...parameters]));
  if (!ranked) return ids;
  if (sort) {
    const hits = new Set(ranked);
    return ids.filter((id) => hits.has(id));
  }
  const kept = new Set(ids);
  return ranked.filter((id) => kept.has(id));
}

const ofItems = (what: string): string => `(SELECT ${what} FROM item i WHERE i.letter_id = l.id)`;

/** What each column is sorted by; letters that say nothing of it come last either way. */
const sortValues: Readonly<Record<SortColumn, string>> = {
  imported: 'l.imported_at',
  file: 'l.sort_name',
  title: "nullif(l.sort_title, '')",
  'case-number': 'l.case_number',
  decision: '(SELECT i.decision FROM item i WHERE i.letter_id = l.id AND i.ordinal = 1)',
  age: 'l.age',
  injury: 'l.injury_date',
  items: ofItems('count(*)'),
  notes: '(SELECT count(*) FROM annotation a WHERE a.letter_id = l.id AND a.deleted_at IS NULL)',
  status: "CASE l.status WHEN 'new' THEN 0 WHEN 'in-progress' THEN 1 ELSE 2 END",
  completeness: 'l.completeness',
};

/** Letters that are alike are listed by name. */
function orderBy({ by, descending }: Sort): string {
  const names = 'l.sort_name, l.id';
  if (by === 'imported') return `l.imported_at ${descending ? 'DESC' : 'ASC'}, ${names}`;
  return `${sortValues[by]} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${names}`;
}
