/**
 * The *decisions* layout: letterhead and header, how the determination was made, the documents reviewed, the clinical
 * case summary, then the decisions with their rationales.
 */
import type { Diagnostic } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { decisionsHeadings, titlePatterns } from '../layout-headings.ts';
import { paragraphEnd } from '../paragraphs.ts';
import { credentialPatterns, labelled } from '../printed-labels.ts';
import { trimRange } from '../white-space.ts';
import { caseFacts } from './case-facts.ts';
import { closingStart } from './closing.ts';
import { decisionHeadings } from './decisions/headings.ts';
import { itemParts, partMarks } from './decisions/item-parts.ts';
import { type HeadedPart, headedParts, headingFinder } from './headed-parts.ts';
import { labelledBlock } from './issues/labelled-block.ts';
import { ItemMaker, type PartName } from './item-maker.ts';
import type { LayoutParse, LayoutParser } from './layout.ts';
import { letterStart } from './letter-start.ts';
import { PlaceList } from './place-list.ts';
import { SectionList } from './section-list.ts';

type PartKind = keyof typeof decisionsHeadings;
type Part = HeadedPart<PartKind>;

const finder = headingFinder(decisionsHeadings);
const partNames: Readonly<Record<PartKind, string>> = {
  'how-made': 'statement of how the determination was made',
  documents: 'list of the documents reviewed',
  summary: 'clinical case summary',
  items: 'section of decisions and rationales',
};
const expected: readonly PartName[] = ['rationale'];
const issuesHeading = /\bIMR\s{1,40}ISSUES?,?\s{1,40}DECISIONS?\s/i;
const letterhead = new RegExp(
  `^\\s{0,3}${titlePatterns.letterhead}\\s{1,3}Independent\\s{1,3}Medical\\s{1,3}Review\\b`,
  'i',
);
const credentialLabel = new RegExp(labelled(`(?:${Object.values(credentialPatterns).join('|')})`), 'gi');
/** The standing sentences before the summary, the items and the list of documents. */
const summaryIntro =
  /The\s{1,3}\w{1,20}\s{1,3}reviewer\s{1,3}developed\s{1,3}the\s{1,3}following\s{1,3}clinical\s{1,3}case\s{1,3}summary\b[^:]{0,200}:/iy;
const itemsIntro = /The\s{1,3}Final\s{1,3}Determination\b[^:]{0,300}:/iy;
/** The last words of the standing text on how the determination was made. */
const howMadeEnd = /Independent\s{1,3}Medical\s{1,3}Review\s{1,3}determinations?\b/i;

export const decisionsLayout: LayoutParser = { name: 'decisions', recognise, parse };

/** The heading of the decisions with any other heading is proof; without it, the rest of the frame is enough. */
function recognise(readingText: string): number {
  if (issuesHeading.test(readingText)) return 0;
  const kinds = new Set(headedParts(readingText, finder).map(({ kind }) => kind));
  if (kinds.has('items')) return kinds.size > 1 ? 1 : 0.6;
  return kinds.has('documents') && letterhead.test(readingText) ? 0.25 + kinds.size * 0.2 : 0;
}

function parse(readingText: string): LayoutParse {
  const sections = new SectionList(readingText);
  const places = new PlaceList();
  const diagnostics: Diagnostic[] = [];
  const parts = headedParts(readingText, finder);
  const part = (kind: PartKind): Part | undefined => parts.find((candidate) => candidate.kind === kind);
  for (const [kind, name] of Object.entries(partNames) as [PartKind, string][]) {
    if (part(kind)) continue;
    diagnostics.push({ code: 'missing-section', severity: 'warning', message: `The letter has no ${name}.` });
  }

  const bodyStart = parts[0]?.start ?? readingText.length;
  const header = { start: letterStart(readingText, bodyStart), end: bodyStart };
  sections.add('header', header.start, header.end);

  // Without the heading of the decisions, they are looked for in the last part there is.
  const itemPart = part('items') ?? parts.at(-1);
  const itemsFrom = itemPart?.kind === 'items' ? afterIntro(readingText, itemPart, itemsIntro) : (itemPart?.body ?? 0);
  const partEnd = itemPart?.end ?? readingText.length;
  const lastMark = partMarks(readingText, itemsFrom, partEnd).at(-1)?.end ?? itemsFrom;
  const closing = closingStart(readingText, lastMark, partEnd);
  const marks = partMarks(readingText, itemsFrom, closing);
  const headings = decisionHeadings(readingText, itemsFrom, closing, marks);
  const itemsStart = headings[0]?.start ?? closing;
  const endOf = (one: Part): number => (one === itemPart ? Math.min(one.end, itemsStart) : one.end);
  if (itemPart?.kind === 'items') sections.add('issues-intro', itemPart.start, itemsFrom);
  sections.add('closing', closing, partEnd);
  if (headings.length === 0) {
    const message = 'No disputed item was found in the letter.';
    diagnostics.push({ code: 'missing-items', severity: 'error', message });
  }

  const documents = part('documents');
  if (documents) sections.add('documents', documents.start, endOf(documents));
  const howMade = part('how-made');
  const credentials = howMade && addHowMade(readingText, { ...howMade, end: endOf(howMade) }, sections);
  const summaryPart = part('summary');
  if (summaryPart) sections.add('summary', summaryPart.start, endOf(summaryPart));
  const summary = summaryPart
    ? trimRange(
        readingText,
        Math.min(afterIntro(readingText, summaryPart, summaryIntro), endOf(summaryPart)),
        endOf(summaryPart),
      )
    : { start: 0, end: 0 };
  const facts = caseFacts(readingText, { header, reviewer: howMade, credentials, summary }, places);

  const maker = new ItemMaker(readingText, expected, places, diagnostics);
  let next = 0;
  const items = headings.map((heading, index) => {
    const end = headings[index + 1]?.start ?? closing;
    const own = [];
    for (let mark = marks[next]; mark && mark.start < end; mark = marks[++next]) {
      if (mark.start >= heading.end) own.push(mark);
    }
    sections.add('item', heading.start, end, index + 1);
    const stop = /^[.;,*\s]*/.exec(readingText.slice(heading.end, heading.end + 8))?.[0].length ?? 0;
    const text = itemParts(readingText, own, Math.min(heading.end + stop, end), end);
    return maker.make({ ...heading, ...text }, index + 1);
  });
  return { case: { ...facts, items }, sections: sections.inOrder(), places: places.places, diagnostics };
}

function afterIntro(readingText: string, part: Part, intro: RegExp): number {
  intro.lastIndex = part.body;
  return intro.test(readingText) && intro.lastIndex <= part.end ? intro.lastIndex : part.body;
}

/** Adds the standing text and, apart from it, the block of credentials, which it returns. */
function addHowMade(readingText: string, part: Part, sections: SectionList): Span | undefined {
  const credentials = labelledBlock(readingText, part, credentialLabel);
  const last = readingText.slice(part.start, part.end).search(howMadeEnd);
  const standing =
    last < 0 ? (credentials?.start ?? part.end) : Math.min(part.end, paragraphEnd(readingText, part.start + last));
  sections.add('how-made', part.start, credentials ? Math.min(standing, credentials.start) : standing);
  if (credentials) {
    sections.add('credentials', credentials.start, credentials.end);
    sections.add('how-made', credentials.end, standing);
  }
  return credentials;
}
