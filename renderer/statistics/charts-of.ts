/** The charts of the statistics page: their figures, words and ways to the letters, apart from how they are drawn. */
import type { Decision } from '../../shared/model/letter-parse.ts';
import type { Verdict } from '../../shared/model/second-opinion.ts';
import type { CitedPlaces, DecisionCounts, ItemGrouping, Statistics } from '../../shared/model/statistics.ts';
import {
  lettersOfDecision,
  lettersOfGroup,
  lettersOfItemCount,
  lettersOfOpinion,
  lettersOfPlace,
} from '../../shared/search/letters-behind.ts';

export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What the rows are. */
  readonly rowName: string;
  /** What is counted: with the denominators, and what is left out. */
  readonly note: string;
  readonly unit: 'items' | 'letters' | 'opinions';
  /** share: each row is divided into its parts; count: rows are compared with each other and with `of`. */
  readonly kind: 'share' | 'count';
  /** What a count is a share of. */
  readonly of: number;
  readonly parts: readonly ChartPart[];
  readonly rows: readonly ChartRow[];
}

export interface ChartPart {
  readonly label: string;
  readonly tone: Decision | Verdict | 'plain';
}

export interface ChartRow {
  readonly label: string;
  /** One figure for each part of the chart. */
  readonly figures: readonly Figure[];
  readonly total: Figure;
}

/** A number and the query for the letters that it counts. */
export interface Figure {
  readonly count: number;
  readonly query: string;
}

const decisionParts = [
  { label: 'Overturned', tone: 'overturned' },
  { label: 'Partially overturned', tone: 'partially-overturned' },
  { label: 'Upheld', tone: 'upheld' },
  { label: 'Unknown', tone: 'unknown' },
] as const;

const verdictParts = [
  { label: 'Agree', tone: 'agree' },
  { label: 'Disagree', tone: 'disagree' },
  { label: 'Unsure', tone: 'unsure' },
] as const;

const groupingTitles: Readonly<Record<ItemGrouping, { title: string; rowName: string; without: string }>> = {
  category: {
    title: 'Decisions by treatment category',
    rowName: 'Treatment category',
    without: 'of no known category',
  },
  'reviewer-source': {
    title: 'Decisions by source the reviewer cited',
    rowName: 'Source cited by the reviewer',
    without: 'for which the reviewer cited none',
  },
  'administrator-source': {
    title: 'Decisions by source the claims administrator cited',
    rowName: 'Source cited by the claims administrator',
    without: 'for which the claims administrator cited none',
  },
  specialty: {
    title: 'Decisions by specialty',
    rowName: 'Specialty of the reviewer',
    without: 'in letters that name no specialty',
  },
  state: {
    title: 'Decisions by state of license',
    rowName: 'State the reviewer is licensed in',
    without: 'in letters that name no state',
  },
  year: { title: 'Decisions by year', rowName: 'Year of the case', without: 'in letters without a date' },
};

/** The charts for what a query found, in the order of the page. Charts without a row are left out. */
export function chartsOf(statistics: Statistics, query: string): Chart[] {
  return [
    decisionsChart(statistics, query),
    ...statistics.groupings.map((grouping) => groupingChart(statistics, grouping, query)),
    itemsPerLetterChart(statistics, query),
    placesChart(statistics.chapters, 'chapter', statistics.letters, query),
    placesChart(statistics.pages, 'page', statistics.letters, query),
    opinionsChart(statistics, query),
  ].filter(({ rows }) => rows.length > 0);
}

function decisionsChart({ items, letters, decisions }: Statistics, query: string): Chart {
  const row = decisionRow('All items', decisions, (decision) => lettersOfDecision(query, decision));
  return {
    id: 'decisions',
    title: 'All decisions',
    rowName: 'Items',
    note: `${countOf(items, 'item')} in ${countOf(letters, 'letter')}.`,
    unit: 'items',
    kind: 'share',
    of: items,
    ...withParts(decisionParts, items > 0 ? [row] : []),
  };
}

function groupingChart(
  { items }: Statistics,
  { by, groups, different, without }: Statistics['groupings'][number],
  query: string,
): Chart {
  const words = groupingTitles[by];
  const rows = groups.map(({ value, label, counts }) =>
    decisionRow(label, counts, (decision) => lettersOfGroup(query, by, value, decision)),
  );
  const note = [
    `Share of each row’s items, of ${countOf(items, 'item')} in all.`,
    without > 0 ? `Not shown: ${countOf(without, 'item')} ${words.without}.` : '',
    sum(rows.map(({ total }) => total.count)) > items - without ? 'An item can be in several rows.' : '',
    different > groups.length ? `The ${groups.length} largest of ${different} rows.` : '',
  ];
  return {
    id: by,
    title: words.title,
    rowName: words.rowName,
    note: note.filter(Boolean).join(' '),
    unit: 'items',
    kind: 'share',
    of: items,
    ...withParts(decisionParts, rows),
  };
}

function decisionRow(
  label: string,
  counts: DecisionCounts,
  queryFor: (decision: Decision | undefined) => string,
): ChartRow {
  return {
    label,
    figures: decisionParts.map(({ tone }) => ({ count: counts[tone], query: queryFor(tone) })),
    total: { count: sum(Object.values(counts)), query: queryFor(undefined) },
  };
}

function itemsPerLetterChart({ itemsPerLetter, items, letters }: Statistics, query: string): Chart {
  const mean = letters > 0 ? ` ${(items / letters).toFixed(1)} on average.` : '';
  return {
    id: 'items-per-letter',
    title: 'Items per letter',
    rowName: 'Items in a letter',
    note: `Of ${countOf(letters, 'letter')}.${mean}`,
    unit: 'letters',
    kind: 'count',
    of: letters,
    ...counted(
      'Letters',
      itemsPerLetter.map((row) => ({
        label: countOf(row.items, 'item'),
        count: row.letters,
        query: lettersOfItemCount(query, row.items),
      })),
    ),
  };
}

function placesChart(cited: CitedPlaces, field: 'chapter' | 'page', letters: number, query: string): Chart {
  const most = cited.places.length;
  return {
    id: `${field}s`,
    title: `Most cited ${field}s`,
    rowName: field === 'chapter' ? 'Chapter or guideline' : 'Page',
    note: [
      `Letters that cite it, either party, of ${countOf(letters, 'letter')}; ${cited.letters.toLocaleString('en-US')} name any ${field}.`,
      cited.different > most ? `The ${most} most cited of ${cited.different.toLocaleString('en-US')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    unit: 'letters',
    kind: 'count',
    of: letters,
    ...counted(
      'Letters',
      cited.places.map((place) => ({
        label: place.label,
        count: place.letters,
        query: lettersOfPlace(query, field, place.value),
      })),
    ),
  };
}

function opinionsChart({ opinions, items }: Statistics, query: string): Chart {
  const rows = opinions.map(({ decision, counts }): ChartRow => {
    const label = decisionParts.find(({ tone }) => tone === decision)?.label ?? decision;
    const total = sum(Object.values(counts));
    return {
      label: decision === 'unknown' ? 'Unknown, or changed since' : label,
      figures: verdictParts.map(({ tone }) => ({
        count: counts[tone],
        query: lettersOfOpinion(query, decision, tone),
      })),
      total: { count: total, query: lettersOfOpinion(query, decision, undefined) },
    };
  });
  const given = sum(rows.map(({ total }) => total.count));
  return {
    id: 'opinions',
    title: 'Agreement of second opinions',
    rowName: 'Decision of the letter',
    note: `${countOf(given, 'second opinion')} on ${countOf(items, 'item')}.`,
    unit: 'opinions',
    kind: 'share',
    of: given,
    ...withParts(verdictParts, rows),
  };
}

/** Parts that no row has are left out. */
function withParts(parts: readonly ChartPart[], rows: readonly ChartRow[]): Pick<Chart, 'parts' | 'rows'> {
  const used = parts.map((_, at) => rows.some(({ figures }) => (figures[at]?.count ?? 0) > 0));
  return {
    parts: parts.filter((_, at) => used[at]),
    rows: rows.map((row) => ({ ...row, figures: row.figures.filter((_, at) => used[at]) })),
  };
}

function counted(label: string, rows: readonly (Figure & { readonly label: string })[]): Pick<Chart, 'parts' | 'rows'> {
  return {
    parts: [{ label, tone: 'plain' }],
    rows: rows.map(({ label, ...figure }) => ({ label, figures: [figure], total: figure })),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** `1 item`, `12,345 items`. */
export const countOf = (count: number, thing: string): string =>
  `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

/** `12%`, or with a decimal `12.5%`; `<1%`, `>99%`: all and nothing are only said where they are so. */
export function percent(count: number, of: number, decimals: 0 | 1 = 0): string {
  const share = of === 0 ? 0 : (100 * count) / of;
  const least = decimals === 0 ? 1 : 0.1;
  if (share === 0 || share === 100) return `${share}%`;
  if (share < least) return `<${least}%`;
  if (share > 100 - least) return `>${100 - least}%`;
  return `${share.toFixed(decimals)}%`;
}
