/** What reviewers decided, over the letters that a query finds. */
import { categoryNames } from '../../shared/model/clinical-names.ts';
import { type Decision, decisions } from '../../shared/model/letter-parse.ts';
import type { Verdict } from '../../shared/model/second-opinion.ts';
import type {
  CitedPlaces,
  DecisionCounts,
  DecisionGroup,
  ItemGrouping,
  Statistics,
} from '../../shared/model/statistics.ts';
import { citedBy } from '../../shared/search/item-terms.ts';
import { parseSearchQuery } from '../../shared/search/search-query.ts';
import type { CountQuery } from './counting.ts';
import type { ReadDatabase } from './database.ts';
import { countFacets, type FacetCount } from './find/facet-counts.ts';
import { fillFoundTable } from './find/found-table.ts';
import { opinionDecision } from './find/opinion-decision.ts';

/** The most values of a grouping that are told, and the most places. */
const mostGroups = 60;
const mostPlaces = 40;

const sources = ['MTUS', 'ACOEM', 'ODG', 'OTHER'] as const;

/** Counts the letters that `query` finds. */
export function statisticsOf(db: ReadDatabase, { query, trash = false }: CountQuery): Statistics {
  fillFoundTable(db, { terms: parseSearchQuery(query).terms, trash });
  const items = itemsByTerms(db);
  const perLetter = countItemsOfLetters(db);
  const facets = countFacets(db);
  const groupings = [
    grouping('category', items, categoryGroups(items)),
    grouping('reviewer-source', items, sourceGroups(items, 'reviewer')),
    grouping('administrator-source', items, sourceGroups(items, 'administrator')),
    grouping('specialty', items, ofLetters(db, facetOfLetters('specialty'))),
    grouping('state', items, ofLetters(db, facetOfLetters('state'))),
    grouping('year', items, ofLetters(db, yearOfLetters)),
  ];
  return {
    letters: perLetter.reduce((sum, { letters }) => sum + letters, 0),
    items: sizeOf(totalOf(items)),
    decisions: totalOf(items),
    groupings,
    itemsPerLetter: perLetter,
    chapters: citedPlaces(db, 'chapter', facets),
    pages: citedPlaces(db, 'page', facets),
    opinions: opinionsByDecision(db),
  };
}

/** Items that are alike in all their terms. */
interface LikeItems {
  readonly decision: Decision;
  readonly terms: ReadonlySet<string>;
  readonly items: number;
}

/** A group of items, with how many of all its items are in no group beside it. */
interface Groups {
  readonly groups: readonly DecisionGroup[];
  readonly covered: number;
}

function itemsByTerms(db: ReadDatabase): LikeItems[] {
  const termsOfItems = db
    .prepare<[], string>('SELECT i.terms FROM temp.found t JOIN item i ON i.letter_id = t.id')
    .pluck();
  // Counted here: SQLite's own grouping by long texts takes three times as long.
  const counts = new Map<string, number>();
  for (const terms of termsOfItems.iterate()) counts.set(terms, (counts.get(terms) ?? 0) + 1);
  return [...counts].map(([line, items]) => {
    const terms = new Set(line.split(' '));
    const decision = decisions.find((each) => terms.has(each)) ?? 'unknown';
    return { decision, terms, items };
  });
}

function grouping(by: ItemGrouping, all: readonly LikeItems[], { groups, covered }: Groups) {
  const inOrder =
    by === 'year'
      ? groups.toSorted((a, b) => a.value.localeCompare(b.value))
      : groups.toSorted((a, b) => sizeOf(b.counts) - sizeOf(a.counts) || a.label.localeCompare(b.label));
  return {
    by,
    groups: inOrder.slice(0, mostGroups),
    different: groups.length,
    without: sizeOf(totalOf(all)) - covered,
  };
}

function categoryGroups(all: readonly LikeItems[]): Groups {
  const categories = Object.entries(categoryNames).map(([value, label]) => ({ value, label, term: value }));
  return groupsOfTerms(all, categories);
}

function sourceGroups(all: readonly LikeItems[], party: 'reviewer' | 'administrator'): Groups {
  const cited = sources.map((source) => ({
    value: source.toLowerCase(),
    label: source === 'OTHER' ? 'Other' : source,
    term: citedBy(party, source),
  }));
  return groupsOfTerms(all, cited);
}

function groupsOfTerms(
  all: readonly LikeItems[],
  values: readonly { readonly value: string; readonly label: string; readonly term: string }[],
): Groups {
  const groups = values
    .map(({ value, label, term }) => ({ value, label, counts: totalOf(all.filter(({ terms }) => terms.has(term))) }))
    .filter(({ counts }) => sizeOf(counts) > 0);
  const covered = all.filter(({ terms }) => values.some(({ term }) => terms.has(term)));
  return { groups, covered: sizeOf(totalOf(covered)) };
}

/** Fills `temp.found_items` with the decisions of each letter; answers with how many letters have how many items. */
function countItemsOfLetters(db: ReadDatabase): { items: number; letters: number }[] {
  const columns = decisions.map((decision) => `"${decision}"`).join(', ');
  db.prepare(`CREATE TEMP TABLE IF NOT EXISTS found_items (id INTEGER PRIMARY KEY, items, ${columns})`).run();
  db.prepare('DELETE FROM temp.found_items').run();
  const sums = decisions.map((decision) => `coalesce(sum(i.decision = '${decision}'), 0)`).join(', ');
  db.prepare(
    `INSERT INTO temp.found_items (id, items, ${columns})
     SELECT t.id, count(i.ordinal), ${sums} FROM temp.found t LEFT JOIN item i ON i.letter_id = t.id GROUP BY t.id`,
  ).run();
  return db
    .prepare<[], { items: number; letters: number }>(
      'SELECT items, count(*) AS letters FROM temp.found_items GROUP BY items ORDER BY items',
    )
    .all();
}

/** Queries that give `(id, value, label)` of the letters found. */
const facetOfLetters = (field: 'specialty' | 'state'): string =>
  `SELECT n.letter_id AS id, f.value, f.label FROM temp.found t
   JOIN letter_facet n ON n.letter_id = t.id JOIN facet f ON f.id = n.facet_id WHERE f.field = '${field}'`;
const yearOfLetters = `SELECT l.id, l.year AS value, l.year AS label FROM temp.found t
   JOIN letter l ON l.id = t.id WHERE l.year IS NOT NULL`;

function ofLetters(db: ReadDatabase, values: string): Groups {
  const sums = decisions.map((decision) => `sum(n."${decision}") AS "${decision}"`).join(', ');
  const rows = db
    .prepare<[], { value: string; label: string } & Record<Decision, number>>(
      `SELECT v.value, max(v.label) AS label, ${sums} FROM (${values}) v JOIN temp.found_items n ON n.id = v.id
       WHERE n.items > 0 GROUP BY v.value`,
    )
    .all();
  const covered = db
    .prepare<[], number>(
      `SELECT coalesce(sum(items), 0) FROM temp.found_items WHERE id IN (SELECT id FROM (${values}))`,
    )
    .pluck()
    .get();
  return {
    groups: rows.map(({ value, label, ...counts }) => ({ value, label, counts })),
    covered: covered ?? 0,
  };
}

function citedPlaces(db: ReadDatabase, field: 'chapter' | 'page', counts: readonly FacetCount[]): CitedPlaces {
  const places = counts
    .filter((one) => one.field === field)
    .map(({ value, label, count }) => ({ value, label, letters: count }))
    .toSorted((a, b) => b.letters - a.letters || a.label.localeCompare(b.label));
  const letters = db
    .prepare<[], number>(
      `SELECT count(*) FROM temp.found t
       WHERE EXISTS (SELECT 1 FROM letter_facet n JOIN facet f ON f.id = n.facet_id
         WHERE n.letter_id = t.id AND f.field = '${field}')`,
    )
    .pluck()
    .get();
  return { letters: letters ?? 0, places: places.slice(0, mostPlaces), different: places.length };
}

function opinionsByDecision(db: ReadDatabase): Statistics['opinions'] {
  const rows = db
    .prepare<[], { decision: Decision; verdict: Verdict; opinions: number }>(
      `SELECT ${opinionDecision} AS decision, s.verdict, count(*) AS opinions
       FROM temp.found t JOIN second_opinion s ON s.letter_id = t.id WHERE s.verdict IS NOT NULL GROUP BY 1, 2`,
    )
    .all();
  return decisions.flatMap((decision) => {
    const counts = { agree: 0, disagree: 0, unsure: 0 };
    for (const row of rows) if (row.decision === decision) counts[row.verdict] = row.opinions;
    return Object.values(counts).some((count) => count > 0) ? [{ decision, counts }] : [];
  });
}

function totalOf(all: readonly LikeItems[]): DecisionCounts {
  const counts: Record<Decision, number> = { upheld: 0, overturned: 0, 'partially-overturned': 0, unknown: 0 };
  for (const { decision, items } of all) counts[decision] += items;
  return counts;
}

const sizeOf = (counts: DecisionCounts): number => decisions.reduce((sum, decision) => sum + counts[decision], 0);
