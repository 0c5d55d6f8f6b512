/**
 * The headings and labels that IMR letters print, as patterns that tolerate any white space between words. Reflow
 * uses them to know where a paragraph must start, the layouts to find the parts of a letter.
 * Sources: the five seed letters; header labels from published letters.
 */
import { caseNumberPattern } from './case-number.ts';
import { decisionAnnounced } from './decision.ts';
import { datePattern } from './facts/dates.ts';
import { layoutHeadingAtLineStart } from './layout-headings.ts';
import { endsPrintedLine, type SourceLine } from './source-lines.ts';

const space = '\\s+';
const words = (text: string): string => text.split(' ').join(space);
const apostrophe = "['\u2019]";
const fi = '(?:fi|\uFB01)';
const colon = '\\s*[:\uFF1A]';
/** What may be printed in the place of the colon; it counts only before a capital. */
const dash = '(?:\\s{0,3}[-\u2013\u2014]{1,2}|;|\\*{1,3})(?=\\s)';
/** The white space between the words of an item's label may be lost. */
const gap = '\\s*';
const plural = '(?:s|\\s?\\(s\\))?';

export const headingPatterns = {
  'how-made': words('HOW THE IMR FINAL DETERMINATION WAS MADE'),
  summary: words('CLINICAL CASE SUMMARY'),
  issues: words('IMR ISSUES?,? DECISIONS? (?:AND|&) RATIONALES?'),
} as const;

/** Also as letters misspell it. */
const guideline = 'guid(?:e\\s?)?lines?(?:\\s?\\(s\\))?';

export const itemLabelPatterns = {
  claims: `Claims?${gap}Admini?strators?(?:${apostrophe}s?)?${gap}${guideline}`,
  reviewer: `(?:MAXIMUS(?:${gap}Federal${gap}Services)?|IMR(?:${gap}(?:Expert|Physician))?(?:${gap}reviewer)?|(?:(?:Expert|Physician)${gap})?reviewer)s?(?:${apostrophe}s?)?${gap}${guideline}`,
  rationale: `(?:Decision${gap}rationale?|Rationale${space}for${space}(?:the${space})?decision)${plural}|Rationale(?=${colon})`,
} as const;

export const credentialPatterns = {
  intro: words('The (?:Expert|Physician) Reviewer has the following credentials'),
  licensedIn: `States?(?:\\s?\\(s\\))?${space}of${space}Licensure`,
  certifications: `Certi${fi}cations?(?:\\s?\\(s\\))?\\s?/\\s?Special(?:ty|ties)`,
} as const;

export const headerPatterns = {
  number: `(?:(?:IMR|MAXIMUS)${space})?Case${space}Number`,
  assigned: words('(?:Date Assigned|Assignment Date|Date of Assignment)'),
  injury: words('Date of Injury'),
  decision: words('(?:Decision Date|Dated)'),
  urDenial: words('(?:UR (?:Denial|Decision) Date|Date of UR (?:Denial|Decision))'),
  received: words('(?:IMR )?Application Received'),
  priority: 'Priority',
  claim: words('Claim Number'),
  employee: '(?:Employee|Injured\\s+Worker|Applicant)(?:\\s+Name)?',
} as const;

const either = (patterns: Readonly<Record<string, string>>): string => `(?:${Object.values(patterns).join('|')})`;

/** What may stand behind an item's label: a colon and a full stop are groups, a dash is in none. */
export const labelStop = `(?:(\\*{0,3}${colon}\\*{0,3})|(\\.)(?=\\s)|${dash})?`;

/** A label with its colon. */
export const labelled = (pattern: string): string => `(?:${pattern})${colon}`;

const headingAt = new RegExp(`${either(headingPatterns)}(?:${colon})?`, 'iy');
const labelAt = new RegExp(`${either({ ...itemLabelPatterns, ...credentialPatterns })}${labelStop}`, 'iy');
const headerLabelAt = new RegExp(labelled(either(headerPatterns)), 'iy');
/** A label of the header without its colon counts before a value or another label. */
const openHeaderLabel = `${either(headerPatterns)}(?=[^\\S\\n\\r]{1,40}(?:${caseNumberPattern}|${datePattern}|${either(headerPatterns)}(?:\\s|$)|(?:Standard|Expedited)(?:\\s|$)))`;
const openHeaderLabelAt = new RegExp(openHeaderLabel, 'iy');

/** A label of the header in a reading text, with its colon or, at the start of a paragraph, without it. */
export const headerLabelPattern = `(?:${labelled(either(headerPatterns))}|(?<![^\\n])${openHeaderLabel})`;

/** A heading or label found at the start of a printed line. */
export interface PrintedLabel {
  readonly kind: 'heading' | 'label' | 'header-label';
  /** Where it ends in the text, after its colon. */
  readonly end: number;
}

/**
 * The heading or label that starts at `offset`, which must be the start of a printed line; it may run over line
 * ends. A heading in capitals may be followed by anything; in other writing it must fill its line, so that the
 * words "clinical case summary" in a sentence are none. A label without its colon must be followed by a capital; it may
 * stand behind a bullet.
 */
export function labelAtLineStart(text: string, offset: number): PrintedLabel | undefined {
  const upper = startsUpper(text, offset);
  headingAt.lastIndex = offset;
  const heading = upper ? headingAt.exec(text) : null;
  if (heading) {
    const end = offset + heading[0].length;
    if (isCapitals(heading[0]) || endsPrintedLine(text, end)) return { kind: 'heading', end };
  }
  const from = afterMarker(text, offset);
  labelAt.lastIndex = from;
  const label = labelAt.exec(text);
  if (label) {
    const end = from + label[0].length;
    const colon = label[1] !== undefined;
    const counts = startsUpper(text, from) ? colon || capitalFollows(text, end) : !colon && wordFollows(text, end);
    if (counts) return { kind: 'label', end };
  }
  const announced = upper ? decisionAnnounced(text, offset) : undefined;
  if (announced !== undefined) return { kind: 'label', end: announced };
  headerLabelAt.lastIndex = offset;
  openHeaderLabelAt.lastIndex = offset;
  const header = headerLabelAt.exec(text) ?? (upper ? openHeaderLabelAt.exec(text) : null);
  return header ? { kind: 'header-label', end: offset + header[0].length } : layoutHeadingAtLineStart(text, offset);
}

const marker = /(?:[\u2022\u25CF\u25AA\u25E6\u2023\u00B7]|\*{1,3}|[-\u2013](?=\s))\s{0,3}/y;

/** Where the text starts behind a bullet, a dash or asterisks at `offset`; `offset` itself where there is none. */
function afterMarker(text: string, offset: number): number {
  if (/[A-Za-z]/.test(text.charAt(offset))) return offset;
  marker.lastIndex = offset;
  return marker.test(text) ? marker.lastIndex : offset;
}

const claimsAt = new RegExp(itemLabelPatterns.claims, 'iy');

/** True when the label of the claims administrator's guideline, the first of an item's, starts at `offset`. */
export function startsClaimsLabel(text: string, offset: number): boolean {
  const from = afterMarker(text, offset);
  claimsAt.lastIndex = from;
  return text.charAt(from) === 'C' && claimsAt.test(text);
}

/** True for a text without small letters. */
export const isCapitals = (text: string): boolean => text === text.toUpperCase();

/** True when only white space stands between `offset` and the next capital letter, with at least one space. */
export const capitalFollows = (text: string, offset: number): boolean => {
  const next = /\s+\p{Lu}/uy;
  next.lastIndex = offset;
  return next.test(text);
};

/** As {@link capitalFollows}, with a small letter behind the capital: what goes on behind a label in small letters. */
const wordFollows = (text: string, offset: number): boolean => {
  const next = /\s+\p{Lu}\p{Ll}/uy;
  next.lastIndex = offset;
  return next.test(text);
};

function startsUpper(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /\p{Lu}/u.test(text.charAt(offset));
}

const introduction = /(?:set\s+forth\s+below|medical\s+records|following\s+credentials)\s*:$/i;

/** True when a line ends one of the letters' standing introductions, which may be wrapped. A paragraph follows. */
export function closesIntroduction(source: string, line: SourceLine): boolean {
  if (source.charCodeAt(line.end - 1) !== 0x3a) return false;
  return introduction.test(source.slice(Math.max(0, line.end - 60), line.end));
}
