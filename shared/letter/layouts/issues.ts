/**
 * The *issues* layout, with or without a header and a credentials block: how the determination was made, the
 * clinical case summary, then the items. All five seed letters are laid out this way.
 */
import type { Diagnostic, ParsedCase, Section, SectionKind } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { withValuesBelow } from '../facts/header-labels.ts';
import { paragraphEnd } from '../paragraphs.ts';
import { credentialPatterns, headerLabelPattern, itemLabelPatterns, labelled } from '../printed-labels.ts';
import { trimRange } from '../white-space.ts';
import { caseFacts } from './case-facts.ts';
import { closingStart } from './closing.ts';
import { findHeading, findParts, type IssuesPart, type Part } from './issues/boundaries.ts';
import { itemValue } from './issues/item-value.ts';
import { findItems } from './issues/items.ts';
import { labelledBlock } from './issues/labelled-block.ts';
import { itemParts } from './issues/labels.ts';
import { titleMarkers } from './issues/title-markers.ts';
import { type LayoutParse, type LayoutParser, spokenOf } from './layout.ts';
import { letterheadStart } from './letter-start.ts';
import { PlaceList } from './place-list.ts';

const either = (patterns: Readonly<Record<string, string>>): RegExp =>
  new RegExp(labelled(`(?:${Object.values(patterns).join('|')})`), 'gi');
const headerLabel = new RegExp(headerLabelPattern, 'gi');
const credentialLabel = either(credentialPatterns);
/** What the labels start with: it keeps the slow look behind from most words. */
const initials: Readonly<Record<keyof typeof itemLabelPatterns, string>> = {
  claims: 'c',
  reviewer: '[miepr]',
  rationale: '[dr]',
};
/** A label that is quoted, or spoken of in a sentence, is no evidence of the layout. */
const itemLabelOnce = itemParts.map(
  (part) =>
    new RegExp(`\\b(?=${initials[part]})(?<!["\u201C\u2018]|${spokenOf})${labelled(itemLabelPatterns[part])}`, 'i'),
);

const partNames: Readonly<Record<IssuesPart, string>> = {
  'how-made': 'statement of how the determination was made',
  summary: 'clinical case summary',
  issues: 'section of issues, decisions and rationales',
};
/** The last words of the standing text on how the determination was made. */
const howMadeEnd = /Independent\s+Medical\s+Review\s+determinations?\b/i;
/** The standing sentence before the summary itself, and the one before the items. */
const summaryIntro = /The\s+\w+\s+reviewer\s+developed\s+the\s+following\s+clinical\s+case\s+summary\b[^:]{0,200}:/iy;
const issuesIntro = /The\s+Final\s+Determination\b[^:]{0,300}:/iy;

export const issuesLayout: LayoutParser = { name: 'issues', recognise, parse };

/** Each of the three headings and each of the three item labels is evidence; about half of it is enough. */
function recognise(readingText: string): number {
  const headings = (Object.keys(partNames) as IssuesPart[]).filter((kind) => findHeading(readingText, kind));
  const labels = itemLabelOnce.filter((label) => label.test(readingText));
  return Math.min(1, headings.length * 0.25 + labels.length * 0.2);
}

function parse(readingText: string): LayoutParse {
  const sections: Section[] = [];
  const diagnostics: Diagnostic[] = [];
  const places = new PlaceList();
  const parts = findParts(readingText);
  for (const kind of Object.keys(partNames) as IssuesPart[]) {
    if (parts.some((part) => part.kind === kind)) continue;
    const message = `The letter has no ${partNames[kind]}.`;
    diagnostics.push({ code: 'missing-section', severity: 'warning', message });
  }
  const part = (kind: IssuesPart): Part | undefined => parts.find((candidate) => candidate.kind === kind);
  const section = (kind: SectionKind, start: number, end: number, ordinal?: number): void => {
    const span = trimRange(readingText, start, end);
    if (span.end > span.start) sections.push({ kind, ...span, ...(ordinal !== undefined && { ordinal }) });
  };

  // Under a letterhead stands all that comes before the first part: fields, salutation and cover letter.
  const bodyStart = parts[0]?.start ?? 0;
  const letterhead = letterheadStart(readingText, bodyStart);
  const fields =
    letterhead === undefined ? labelledBlock(readingText, { start: 0, end: bodyStart }, headerLabel) : undefined;
  const header =
    letterhead === undefined
      ? fields && withValuesBelow(readingText, fields, bodyStart)
      : { start: letterhead, end: bodyStart };
  if (header) section('header', header.start, header.end);

  // Without the heading of the items, they are looked for in the last part there is.
  const itemPart = part('issues') ?? parts.at(-1) ?? { body: 0, start: 0, end: readingText.length, kind: 'issues' };
  const introEnd =
    itemPart.kind === 'issues' ? afterIntro(readingText, itemPart.body, issuesIntro, itemPart.end) : itemPart.body;
  const listed = findItems(readingText, introEnd, itemPart.end);
  const lastLabel = Math.max(introEnd, ...Object.values(listed.at(-1)?.parts ?? {}).map(({ start }) => start));
  const closing = closingStart(readingText, lastLabel, itemPart.end);
  const found = closing < itemPart.end ? findItems(readingText, introEnd, closing) : listed;
  const itemsStart = found[0]?.start ?? closing;
  const endOf = (one: Part): number => (one === itemPart ? Math.min(itemsStart, one.end) : one.end);
  if (itemPart.kind === 'issues') section('issues-intro', itemPart.start, introEnd);
  for (const [index, item] of found.entries()) section('item', item.start, item.end, index + 1);
  section('closing', closing, itemPart.end);
  if (found.length === 0) {
    diagnostics.push({
      code: 'missing-items',
      severity: 'error',
      message: 'No disputed item was found in the letter.',
    });
  }

  const howMade = part('how-made');
  const credentials = howMade && labelledBlock(readingText, { ...howMade, end: endOf(howMade) }, credentialLabel);
  if (howMade) {
    const end = endOfHowMade(readingText, howMade.start, endOf(howMade), credentials);
    section('how-made', howMade.start, credentials ? Math.min(end, credentials.start) : end);
    if (credentials) {
      section('credentials', credentials.start, credentials.end);
      section('how-made', credentials.end, Math.max(end, credentials.end));
    }
  }

  const summaryPart = part('summary');
  const summaryEnd = summaryPart ? endOf(summaryPart) : 0;
  const summary = summaryPart
    ? trimRange(readingText, afterIntro(readingText, summaryPart.body, summaryIntro, summaryEnd), summaryEnd)
    : emptyAt(howMade?.end ?? 0);
  if (summaryPart) section('summary', summaryPart.start, summaryEnd);

  const facts = caseFacts(readingText, { header, summary, reviewer: howMade, credentials }, places);
  const markers = titleMarkers(found.map(({ heading: { title } }) => readingText.slice(title.start, title.end)));
  const parsed: ParsedCase = {
    ...facts,
    items: found.map((item, index) =>
      itemValue(readingText, item, index + 1, markers[index] ?? 0, places, diagnostics),
    ),
  };
  sections.sort((a, b) => a.start - b.start);
  return { case: parsed, sections, places: places.places, diagnostics };
}

const emptyAt = (offset: number): Span => ({ start: offset, end: offset });

/** Where the text after a standing sentence starts: at `body` when the sentence is not there. */
function afterIntro(readingText: string, body: number, intro: RegExp, end: number): number {
  intro.lastIndex = body;
  return intro.test(readingText) && intro.lastIndex <= end ? intro.lastIndex : body;
}

/** The standing text ends with its last sentence's paragraph; without that sentence, with its part. */
function endOfHowMade(readingText: string, start: number, end: number, credentials: Span | undefined): number {
  const last = readingText.slice(start, end).search(howMadeEnd);
  if (last < 0) return credentials?.start ?? end;
  return Math.min(end, paragraphEnd(readingText, start + last));
}
