import { itemFactNames } from '../../shared/model/clinical-names.ts';
import type { CaseView } from '../../shared/model/letter.ts';
import type { Decision, Item } from '../../shared/model/letter-parse.ts';
import type { SecondOpinion } from '../../shared/model/second-opinion.ts';
import { citationInShort } from './citation-in-short.ts';
import { printableText } from './printable-text.ts';
import { printedTime } from './printed-time.ts';
import { type Paragraph, textParagraphs, textRuns } from './report-text.ts';

/** A person's verdict as it is printed. */
export interface ReportOpinion {
  /** Absent while only a reason is written. */
  readonly verdict?: 'agree' | 'disagree' | 'unsure';
  readonly reason: readonly Paragraph[];
  readonly byline: Paragraph;
  /** The title that the opinion was given for, when the letter's item is now called otherwise or is gone. */
  readonly givenFor?: Paragraph;
}

/** A row of the items table. */
export interface ReportItem {
  readonly ordinal: number;
  readonly title: Paragraph;
  readonly decision: Decision;
  /** The decision in the letter's own words, where they are none that the program knows. */
  readonly decisionText?: string;
  /** Its category, body parts, codes and doses. */
  readonly about?: Paragraph;
  /** What the parser had read where a reviewer corrected it, a line each. */
  readonly corrected: readonly Paragraph[];
  readonly claimsAdministrator: readonly Paragraph[];
  readonly reviewer: readonly Paragraph[];
  readonly opinions: readonly ReportOpinion[];
}

/** The items, and the second opinions on items that the letter no longer shows. */
export interface ReportItems {
  readonly items: readonly ReportItem[];
  readonly otherOpinions: readonly ReportOpinion[];
}

/** The items table of a case; every second opinion is in it or among the other opinions. `timeZone` is an IANA name. */
export function reportItems(view: CaseView, timeZone: string): ReportItems {
  const { items } = view.parse.case;
  const byOrdinal = Map.groupBy(view.secondOpinions, ({ ordinal }) => ordinal);
  const known = new Set(items.map(({ ordinal }) => ordinal));
  return {
    items: items.map((item) => reportItem(view, item, byOrdinal.get(item.ordinal) ?? [], timeZone)),
    otherOpinions: view.secondOpinions
      .filter(({ ordinal }) => ordinal === undefined || !known.has(ordinal))
      .map((opinion) => reportOpinion(opinion, undefined, timeZone)),
  };
}

function reportItem(
  { parse, corrected }: CaseView,
  item: Item,
  opinions: readonly SecondOpinion[],
  timeZone: string,
): ReportItem {
  const facts = parse.facts.items.find(({ ordinal }) => ordinal === item.ordinal);
  const about = facts ? itemFactNames(facts).join(' · ') : '';
  const sources = (side: Item['reviewer']): Paragraph[] =>
    [...new Set(side.citations.map(citationInShort))].map((source) => textRuns(source, 'column'));
  return {
    ordinal: item.ordinal,
    title: textRuns(item.title, 'column'),
    decision: item.decision,
    ...(item.decision === 'unknown' && item.decisionText !== '' && { decisionText: printableText(item.decisionText) }),
    ...(about !== '' && { about: textRuns(about, 'column') }),
    corrected: correctedLines(corrected, item.ordinal).map((line) => textRuns(line, 'column')),
    claimsAdministrator: sources(item.claimsAdministrator),
    reviewer: sources(item.reviewer),
    opinions: opinions.map((opinion) => reportOpinion(opinion, item.title, timeZone)),
  };
}

const partNames: Readonly<Record<string, string>> = {
  title: 'Title',
  decision: 'Decision',
  category: 'Category',
  claimsAdministrator: 'Claims administrator’s guideline',
  reviewer: 'Reviewer’s guideline',
  rationale: 'Rationale',
};

function correctedLines(corrected: CaseView['corrected'], ordinal: number): string[] {
  const ofItem = `items.${ordinal - 1}`;
  return corrected.flatMap(({ path, parsed }) => {
    if (path === ofItem) return ['The extent of this item was corrected.'];
    const part = path.startsWith(`${ofItem}.`) ? partNames[path.slice(ofItem.length + 1)] : undefined;
    if (part === undefined) return [];
    const short = parsed !== undefined && parsed.length <= 200;
    return [short ? `${part} corrected; read before as “${parsed}”.` : `${part} corrected.`];
  });
}

function reportOpinion(opinion: SecondOpinion, title: string | undefined, timeZone: string): ReportOpinion {
  const { verdict, reason, author, updatedAt, itemTitle, ordinal } = opinion;
  return {
    ...(verdict ? { verdict } : {}),
    reason: textParagraphs(reason),
    byline: textRuns(`${author || 'No name'} · ${printedTime(updatedAt, timeZone)}`),
    ...(itemTitle === title
      ? {}
      : { givenFor: textRuns(ordinal === undefined ? itemTitle : `${itemTitle} (item ${ordinal})`) }),
  };
}
