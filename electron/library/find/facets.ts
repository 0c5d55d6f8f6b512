/** Counts beside the list: how many of the letters found have each value of each field. */
import type { Facet } from '../../../shared/model/letter-query.ts';
import { type SearchField, searchFieldNames } from '../../../shared/search/search-fields.ts';
import { type FieldTerm, parseSearchQuery, type SearchTerm, signOf } from '../../../shared/search/search-query.ts';
import type { ReadDatabase } from '../database.ts';
import { countFacets, type FacetCount } from './facet-counts.ts';
import { fillFoundTable } from './found-table.ts';

/** The most values of a field that are told; tags, which are offered where one is typed, are told all. */
const mostValues = 1000;

/**
 * The counts for a query. A field's own terms do not narrow its counts, so that a further value can be chosen beside
 * one that was. The counts of the whole library are kept until something is written.
 */
export function createFacets(db: ReadDatabase): (query: { query: string; trash?: boolean | undefined }) => Facet[] {
  let whole: { readonly changes: string; readonly facets: Facet[] } | undefined;
  const totalChanges = db.prepare<[], number>('SELECT total_changes()').pluck();
  /** Changes with what other connections write. */
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
  /** Counting writes to a table of its own, which is no change of the library. */
  let ownChanges = 0;

  return ({ query, trash = false }) => {
    const { terms } = parseSearchQuery(query);
    const before = totalChanges.get() ?? 0;
    const changes = `${dataVersion.get()} ${before - ownChanges}`;
    if (terms.length === 0 && !trash && whole?.changes === changes) return whole.facets;
    const narrowed = new Set(terms.flatMap((term) => (isAlternative(term) ? [term.field] : [])));
    const all = countsOf(db, terms, trash).filter(({ field }) => !narrowed.has(field));
    for (const field of narrowed) {
      const others = terms.filter((term) => !isAlternative(term) || term.field !== field);
      all.push(...countsOf(db, others, trash).filter((count) => count.field === field));
    }
    const facets = inOrder(all);
    ownChanges += (totalChanges.get() ?? 0) - before;
    if (terms.length === 0 && !trash) whole = { changes, facets };
    return facets;
  };
}

/** One of several values of a field, any of which will do. */
const isAlternative = (term: SearchTerm): term is FieldTerm => term.kind === 'field' && signOf(term) === '';

function inOrder(counts: readonly FacetCount[]): Facet[] {
  const byField = Map.groupBy(counts, ({ field }) => field);
  return searchFieldNames.flatMap((field) => {
    const values = withoutCase(byField.get(field) ?? [])
      .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label))
      .slice(0, field === 'tag' ? undefined : mostValues)
      .map(({ value, label, count }) => ({ value, label, count }));
    return values.length > 0 ? [{ field, values }] : [];
  });
}

/** Fields are asked for in small letters, so tags that differ in nothing else are one. */
function withoutCase(counts: readonly FacetCount[]): FacetCount[] {
  const merged = new Map<string, FacetCount>();
  for (const one of counts) {
    const value = one.value.toLowerCase();
    const same = merged.get(value);
    merged.set(value, same ? { ...same, count: same.count + one.count } : { ...one, value });
  }
  return [...merged.values()];
}

function countsOf(db: ReadDatabase, terms: readonly SearchTerm[], trash: boolean): FacetCount[] {
  fillFoundTable(db, { terms, trash });
  // Cited pages are too many to choose from.
  const entered = countFacets(db).filter(({ field }) => field !== 'page');
  return [...entered, ...db.prepare<[], FacetCount>(counts).all()];
}

const column = (field: SearchField, value: string, label: string): string => `
  SELECT '${field}' AS field, ${value} AS value, ${label} AS label, count(*) AS count FROM temp.found t JOIN letter l ON l.id = t.id
  WHERE ${value} IS NOT NULL GROUP BY 2`;

const counts = `
  ${column('year', 'l.year', 'l.year')}
  UNION ALL ${column('sex', 'l.sex', "CASE l.sex WHEN 'female' THEN 'Female' ELSE 'Male' END")}
  UNION ALL ${column('status', 'l.status', "CASE l.status WHEN 'new' THEN 'New' WHEN 'in-progress' THEN 'In progress' ELSE 'Done' END")}
  UNION ALL ${column('layout', 'l.layout', "CASE l.layout WHEN 'issues' THEN 'Issues' WHEN 'decisions' THEN 'Decisions' WHEN 'professional-review' THEN 'Professional review' WHEN 'notice-2013' THEN 'Notice of 2013' ELSE 'Not recognised' END")}
  UNION ALL
  SELECT 'opinion', s.verdict, CASE s.verdict WHEN 'agree' THEN 'Agree' WHEN 'disagree' THEN 'Disagree' ELSE 'Unsure' END,
      count(DISTINCT s.letter_id)
    FROM temp.found t JOIN second_opinion s ON s.letter_id = t.id WHERE s.verdict IS NOT NULL GROUP BY 2
  UNION ALL
  SELECT 'tag', tag, tag, count(DISTINCT letter_id) FROM (
      SELECT g.tag, g.letter_id FROM temp.found t JOIN letter_tag g ON g.letter_id = t.id
      UNION ALL
      SELECT j.value, a.letter_id FROM temp.found t JOIN annotation a ON a.letter_id = t.id AND a.deleted_at IS NULL,
        json_each(a.tags) j
    ) GROUP BY 2`;
