import type { CaseView } from '../../shared/model/letter.ts';
import type { Item } from '../../shared/model/letter-parse.ts';
import type { SecondOpinion } from '../../shared/model/second-opinion.ts';
import { citationInShort } from './citation-in-short.ts';
import { csvField } from './csv-field.ts';

const columns = [
  'file',
  'sha256',
  'case_number',
  'layout',
  'status',
  'patient_age',
  'patient_sex',
  'injury_date',
  'decision_date',
  'reviewer_certifications',
  'item',
  'title',
  'decision',
  'category',
  'body_parts',
  'claims_administrator_cites',
  'reviewer_cites',
  'verdict',
  'reason',
  'opinion_by',
  'opinion_at',
  'notes_in_letter',
  'corrected',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number>>;

/**
 * Cases as CSV (RFC 4180, UTF-8, a header row): a row for every item and opinion on it, and one for a letter without
 * items. A second opinion on an item that the letter no longer shows has a row as well.
 */
export const exportCasesCsv = (views: readonly CaseView[]): string => csvHeader + views.map(caseAsCsv).join('');

const lineOf = (fields: readonly string[]): string => `${fields.join(',')}\r\n`;

/** The first line of `exportCasesCsv`. */
export const csvHeader = lineOf(columns);

/** The lines of `exportCasesCsv` that one case has. */
export const caseAsCsv = (view: CaseView): string =>
  caseRows(view)
    .map((row) => lineOf(columns.map((column) => csvField(row[column]))))
    .join('');

function caseRows(view: CaseView): Row[] {
  const { letter, parse, annotations, secondOpinions } = view;
  const { number, patient, dates, reviewer, items } = parse.case;
  const about: Row = {
    file: letter.fileName,
    sha256: letter.sha256,
    layout: parse.layout,
    status: letter.status,
    case_number: number ?? '',
    patient_age: patient.age ?? '',
    patient_sex: patient.sex ?? '',
    injury_date: dates.injury ?? '',
    decision_date: dates.decision ?? '',
    reviewer_certifications: reviewer.certifications.join('; '),
    notes_in_letter: annotations.length,
  };
  const known = new Set(items.map(({ ordinal }) => ordinal));
  const opinions = Map.groupBy(secondOpinions, ({ ordinal }) => ordinal);
  const rows = [
    ...items.flatMap((item) =>
      (opinions.get(item.ordinal) ?? [undefined]).map((opinion) => itemRow(view, item, opinion)),
    ),
    ...secondOpinions
      .filter(({ ordinal }) => ordinal === undefined || !known.has(ordinal))
      .map((opinion) => ({ item: opinion.ordinal ?? '', title: opinion.itemTitle, ...opinionRow(opinion) })),
  ];
  return (rows.length > 0 ? rows : [{}]).map((row) => ({ ...about, ...row }));
}

function itemRow({ parse, corrected }: CaseView, item: Item, opinion: SecondOpinion | undefined): Row {
  const cited = (side: Item['reviewer']): string => side.citations.map(citationInShort).join('; ');
  const facts = parse.facts.items.find(({ ordinal }) => ordinal === item.ordinal);
  return {
    item: item.ordinal,
    title: item.title,
    decision: item.decision,
    category: facts?.category?.value ?? '',
    body_parts: facts?.bodyParts.map(({ part, side }) => (side ? `${side} ${part}` : part)).join('; ') ?? '',
    claims_administrator_cites: cited(item.claimsAdministrator),
    reviewer_cites: cited(item.reviewer),
    ...(opinion ? opinionRow(opinion) : {}),
    corrected: correctedIn(corrected, item.ordinal),
  };
}

/** What of a row's letter and item a reviewer has corrected: `title; decision; patient.age`. */
function correctedIn(corrected: CaseView['corrected'], ordinal: number): string {
  const ofItem = `items.${ordinal - 1}`;
  const names = corrected.flatMap(({ path }) => {
    if (path === ofItem) return ['item'];
    if (path.startsWith(`${ofItem}.`)) return [path.slice(ofItem.length + 1)];
    return path.startsWith('items.') ? [] : [path];
  });
  return [...new Set(names)].join('; ');
}

const opinionRow = ({ verdict, reason, author, updatedAt }: SecondOpinion): Row => ({
  verdict: verdict ?? '',
  reason,
  opinion_by: author,
  opinion_at: updatedAt,
});
