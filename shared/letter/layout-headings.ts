/**
 * Headings and labels of the layouts other than *issues*, as patterns that tolerate any white space between words and
 * are meant for the flags `iu`. Reflow uses them to know where a paragraph must start, the layouts to find their parts.
 * Sources: published letters; the item labels of the 2013 notice and everything about closings are recalled.
 */
import { endsPrintedLine } from './source-lines.ts';

const words = (text: string): string => text.split(' ').join('\\s{1,40}');
const fi = '(?:fi|\uFB01)';
/** An ending that may be printed in brackets: `DECISION(S)`, `DECISIONS`, `DECISION`. */
const plural = '(?:s|\\s?\\(\\s?s\\s?\\))?';
const reviewer = `(?:Expert|Physician|Medical|Professional)\\s{1,40}Reviewer${plural}`;
const apostrophe = "(?:['\u2019]s?)?";
const schedule = `(?:MTUS|${words('Medical Treatment Utilization Schedule')}(?:\\s{1,40}\\(MTUS\\))?)`;
const relied = `Relied\\s{1,40}Up\\s?on\\s{1,40}by\\s{1,40}(?:the\\s{1,40})?${reviewer}`;

/** The four parts of the decisions layout; the first and third it shares with the issues layout. */
export const decisionsHeadings = {
  'how-made': words('HOW THE IMR FINAL DETERMINATION WAS MADE'),
  documents: `DOCUMENT${plural}\\s{1,40}REVIEWED`,
  summary: words('CLINICAL CASE SUMMARY'),
  items: `IMR\\s{1,40}(?:ISSUE${plural},?\\s{1,40})?DECISION${plural}\\s{1,40}(?:AND|&)\\s{1,40}RATIONALE${plural}`,
} as const;

const requested = `THE\\s{1,40}REQUESTED\\s{1,40}(?:TREATMENT${plural}(?:\\s?/\\s?SERVICE${plural})?|SERVICE${plural})`;
const verb = '(?:IS|ARE|WAS|WERE)';

export const professionalReviewHeadings = {
  issue: `ISSUE${plural}\\s{1,40}(?:AT|IN)\\s{1,40}DISPUTE`,
  summary: `(?:CLINICAL\\s{1,40})?CASE\\s{1,40}SUMMARY`,
  documents: `DOCUMENT${plural}\\s{1,40}REVIEWED\\s{1,40}FOR\\s{1,40}(?:THE\\s{1,40})?DETERMINATION`,
  guidelines: `(?:MEDICAL\\s{1,40})?TREATMENT\\s{1,40}GUIDELINE${plural}\\s{1,40}${relied}(?:\\s{1,40}AND\\s{1,40}WHY)?`,
  rationale: `RATIONALE\\s{1,40}FOR\\s{1,40}WHY\\s{1,40}${requested}\\s{1,40}${verb}(?:\\s?/\\s?${verb})?\\s{1,40}(?:\\(?NOT\\)?\\s{0,40})?MEDICALLY\\s{1,40}NECESSARY(?:\\s{1,40}AND\\s{1,40}APPROPRIATE)?`,
  qualifications: `(?:${reviewer}|REVIEWER${plural})${apostrophe}\\s{1,40}(?:QUALI${fi}CATION|CREDENTIAL)${plural}`,
} as const;

export const noticeHeadings = {
  list: `INDEPENDENT\\s{1,40}MEDICAL\\s{1,40}REVIEW\\s{1,40}DECISION${plural}\\s{1,40}(?:AND|&)\\s{1,40}RATIONALE${plural}`,
  qualifications: `(?:Medical\\s{1,40})?Quali${fi}cation${plural}\\s{1,40}of\\s{1,40}(?:the\\s{1,40})?${reviewer}`,
  summary: `(?:${reviewer}\\s{1,40})?(?:Clinical\\s{1,40})?Case\\s{1,40}Summary`,
  documents: `Document${plural}\\s{1,40}Reviewed(?:\\s{1,40}for\\s{1,40}(?:the\\s{1,40})?Determination)?`,
} as const;

/** The labels of an item in the 2013 notice. */
export const noticeItemLabels = {
  guidelines: `Section${plural}\\s{1,40}of\\s{1,40}(?:the\\s{1,40})?${schedule}\\s{1,40}${relied}(?:\\s{1,40}to\\s{1,40}Make\\s{1,40}(?:His\\s?/\\s?Her|His|Her|Their|the)\\s{1,40}Decision${plural})?`,
  rationale: `Rationale\\s{1,40}for\\s{1,40}(?:the\\s{1,40})?Decision`,
} as const;

/** Titles and letterheads, which stand before the header's fields. */
export const titlePatterns = {
  letterhead: words('MAXIMUS FEDERAL SERVICES,? INC\\.?'),
  'professional-review': words('MEDICAL PROFESSIONAL REVIEW'),
  'notice-2013': words('Notice of Independent Medical Review Determination'),
  'final-determination': `(?<=^|\\n)${words('(?:IMR|Independent Medical Review) Final Determination(?: Letter)?')}(?=\\s{0,3}(?:\\n|$))`,
} as const;

/** What may open the closing of a letter; never part of an item. */
export const closingPattern = `E(?:ff|\uFB00)ect\\s{1,40}of\\s{1,40}the\\s{1,40}Decision${plural}|Sincerely,|cc:\\s{1,40}Department\\s{1,40}of\\s{1,40}Industrial|Disclaimer:\\s{1,40}MAXIMUS\\s{1,40}is\\s{1,40}providing`;

const colon = '\\s{0,40}[:\uFF1A]';
const either = (...groups: Readonly<Record<string, string>>[]): string =>
  groups.flatMap((group) => Object.values(group)).join('|');

const number = '\\(?\\d{1,2}\\s?[).]\\s{0,40}';
const headingAt = new RegExp(
  `(?:${either(decisionsHeadings, professionalReviewHeadings, noticeHeadings, noticeItemLabels)})(${colon})?`,
  'iuy',
);
const labelAt = new RegExp(
  `(?:${number})?MAXIMUS\\s{1,40}Federal\\s{1,40}Services,?\\s{1,40}Inc\\.?,?\\s{1,40}(?:has\\s{1,40})?determined|${number}Regarding\\s{1,40}the\\s{1,40}request|Dear\\b|Final\\s{1,40}Determination:|${closingPattern}`,
  'iuy',
);
const titleAt = new RegExp(`${either(titlePatterns)}`, 'iuy');

/** As in `printed-labels.ts`, which tells reflow of both. */
export interface LayoutHeading {
  readonly kind: 'heading' | 'label' | 'header-label';
  readonly end: number;
}

/**
 * The heading or label of one of these layouts that starts at `offset`, the start of a printed line. It counts where it
 * has its colon or, beginning with a capital, fills its line; text behind it on its line stays with it.
 */
export function layoutHeadingAtLineStart(text: string, offset: number): LayoutHeading | undefined {
  const first = text.charAt(offset);
  const capital = first !== first.toLowerCase();
  if (!capital && !/[\d(c]/.test(first)) return undefined;
  headingAt.lastIndex = offset;
  const heading = capital ? headingAt.exec(text) : null;
  if (heading) {
    const end = offset + heading[0].length;
    const alone = endsPrintedLine(text, end);
    if (alone || heading[1] !== undefined) return { kind: alone ? 'heading' : 'label', end };
  }
  labelAt.lastIndex = offset;
  const label = labelAt.exec(text);
  if (label && (capital || /^[\d(]|^cc/.test(label[0]))) return { kind: 'label', end: offset + label[0].length };
  titleAt.lastIndex = offset;
  const title = capital ? titleAt.exec(text) : null;
  if (!title) return undefined;
  const end = offset + title[0].length;
  const capitals = title[0] === title[0].toUpperCase();
  return capitals || endsPrintedLine(text, end) ? { kind: 'header-label', end } : undefined;
}
