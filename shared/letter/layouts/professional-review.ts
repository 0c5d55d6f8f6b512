/**
 * The *professional review* layout: labelled sections in capitals, from the issue at dispute to the reviewer's
 * qualifications. Most have one item. The claims administrator's guideline has no place in it.
 */
import type { Diagnostic } from '../../model/letter-parse.ts';
import { professionalReviewHeadings, titlePatterns } from '../layout-headings.ts';
import { trimRange } from '../white-space.ts';
import { caseFacts } from './case-facts.ts';
import { closingStart } from './closing.ts';
import { headedParts, headingFinder } from './headed-parts.ts';
import { ItemMaker, type PartName } from './item-maker.ts';
import type { LayoutParse, LayoutParser } from './layout.ts';
import { letterStart } from './letter-start.ts';
import { PlaceList } from './place-list.ts';
import { type ReviewPart, reviewItems } from './professional-review/review-items.ts';
import { SectionList } from './section-list.ts';

const finder = headingFinder(professionalReviewHeadings, ['issue', 'guidelines', 'rationale']);
const expected: readonly PartName[] = ['reviewer', 'rationale'];
const partNames: Readonly<Partial<Record<ReviewPart['kind'], string>>> = {
  issue: 'issue at dispute',
  summary: 'case summary',
  qualifications: "statement of the reviewer's qualifications",
};
const title = new RegExp(titlePatterns['professional-review'], 'i');
/** Together the title and two headings, or the three long headings alone, are enough. */
const weights: Readonly<Record<ReviewPart['kind'], number>> = {
  issue: 0.25,
  guidelines: 0.3,
  rationale: 0.3,
  qualifications: 0.2,
  documents: 0.1,
  summary: 0.05,
};

export const professionalReviewLayout: LayoutParser = { name: 'professional-review', recognise, parse };

/** Without one of these no text has enough of the headings. */
const decisive =
  /ISSUES?\s{0,40}(?:\(S\)\s{1,40})?(?:AT|IN)\s{1,40}DISPUTE|RELIED\s{1,40}UP\s?ON\s{1,40}BY|RATIONALE\s{1,40}FOR\s{1,40}WHY/i;

function recognise(readingText: string): number {
  if (!decisive.test(readingText)) return 0;
  let score = title.test(readingText) ? 0.35 : 0;
  const kinds = new Set(headedParts(readingText, finder).map(({ kind }) => kind));
  for (const kind of kinds) score += weights[kind];
  return Math.min(1, score);
}

function parse(readingText: string): LayoutParse {
  const sections = new SectionList(readingText);
  const places = new PlaceList();
  const diagnostics: Diagnostic[] = [];
  const printed = headedParts(readingText, finder);
  const last = printed.at(-1);
  const closing = closingStart(readingText, last?.body ?? 0, readingText.length);
  const parts = printed.map((part) => (part === last ? { ...part, end: closing } : part));
  const part = (kind: ReviewPart['kind']) => parts.find((candidate) => candidate.kind === kind);
  for (const [kind, name] of Object.entries(partNames) as [ReviewPart['kind'], string][]) {
    if (part(kind)) continue;
    diagnostics.push({ code: 'missing-section', severity: 'warning', message: `The letter has no ${name}.` });
  }

  const bodyStart = parts[0]?.start ?? closing;
  const header = { start: letterStart(readingText, bodyStart), end: bodyStart };
  sections.add('header', header.start, header.end);
  sections.add('closing', closing, readingText.length);
  const found = reviewItems(readingText, parts);
  const ordinals = new Map(found.flatMap(({ own }, index) => own.map((one) => [one, index + 1])));
  for (const one of parts) {
    if (one.kind === 'summary' || one.kind === 'documents') sections.add(one.kind, one.start, one.end);
    else if (one.kind === 'qualifications') sections.add('credentials', one.start, one.end);
    else sections.add('item', one.start, one.end, ordinals.get(one));
  }
  if (found.length === 0) {
    const message = 'No disputed item was found in the letter.';
    diagnostics.push({ code: 'missing-items', severity: 'error', message });
  }

  const summary = part('summary');
  const qualifications = part('qualifications');
  const facts = caseFacts(
    readingText,
    {
      header,
      reviewer: qualifications,
      credentials: qualifications,
      summary: summary ? trimRange(readingText, summary.body, summary.end) : { start: 0, end: 0 },
    },
    places,
  );
  const maker = new ItemMaker(readingText, expected, places, diagnostics);
  const items = found.map(({ parts: own }, index) => maker.make(own, index + 1));
  return { case: { ...facts, items }, sections: sections.inOrder(), places: places.places, diagnostics };
}
