/**
 * The *notice* layout of 2013: "Notice of Independent Medical Review Determination", the list of determinations, which
 * is printed twice, the reviewer's qualifications, the case summary, the documents, then a block for each item.
 */
import type { Decision, Diagnostic, Item, ParsedCase } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { noticeHeadings, noticeItemLabels, titlePatterns } from '../layout-headings.ts';
import { trimRange } from '../white-space.ts';
import { caseFacts } from './case-facts.ts';
import { closingStart } from './closing.ts';
import { type HeadedPart, headedParts, headingFinder } from './headed-parts.ts';
import { ItemMaker, type PartName } from './item-maker.ts';
import { type LayoutParse, type LayoutParser, spokenOf } from './layout.ts';
import { letterStart } from './letter-start.ts';
import { necessities } from './necessity.ts';
import {
  type Determination,
  type DeterminedItem,
  determinations,
  determinedItems,
} from './notice-2013/determinations.ts';
import { type ItemBlock, itemBlocks } from './notice-2013/item-blocks.ts';
import { joinBlocks } from './notice-2013/join-blocks.ts';
import { PlaceList } from './place-list.ts';
import { SectionList } from './section-list.ts';

type PartKind = keyof typeof noticeHeadings;

const finder = headingFinder(noticeHeadings);
const partNames: Readonly<Partial<Record<PartKind, string>>> = {
  qualifications: "statement of the reviewer's qualifications",
  summary: 'case summary',
};
const expected: readonly PartName[] = ['claims', 'reviewer', 'rationale'];
/** The standing sentence before a summary that was copied from the utilization review. */
const summaryIntro =
  /Disclaimer\s{0,3}:\s{0,3}The\s{1,3}following\s{1,3}case\s{1,3}summary\s{1,3}was\s{1,3}taken\b(?:[^.:\n]|\.(?=\d)){0,300}[.:]/iy;
/** At least one of these is in every notice. */
const decisiveEvidence: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`(?<!${spokenOf})\\b${titlePatterns['notice-2013']}`, 'i'), 0.35],
  [/MAXIMUS\s{1,3}Federal\s{1,3}Services,?\s{1,3}Inc\.?,?\s{1,3}has\s{1,3}determined\b/i, 0.35],
  [new RegExp(noticeItemLabels.guidelines, 'i'), 0.2],
];
const evidence: readonly (readonly [RegExp, number])[] = [
  [new RegExp(noticeHeadings.list, 'i'), 0.2],
  [new RegExp(noticeHeadings.qualifications, 'i'), 0.2],
  [/Documents\s{1,3}Reviewed\s{1,3}for\s{1,3}(?:the\s{1,3})?Determination\b/i, 0.1],
  [/Regarding\s{1,3}the\s{1,3}request\s{1,3}for\b/i, 0.05],
];

export const notice2013Layout: LayoutParser = { name: 'notice-2013', recognise, parse };

function recognise(readingText: string): number {
  const decisive = weigh(readingText, decisiveEvidence);
  return decisive === 0 ? 0 : Math.min(1, decisive + weigh(readingText, evidence));
}

const weigh = (readingText: string, patterns: typeof evidence): number =>
  patterns.reduce((sum, [pattern, weight]) => (pattern.test(readingText) ? sum + weight : sum), 0);

function parse(readingText: string): LayoutParse {
  const sections = new SectionList(readingText);
  const places = new PlaceList();
  const diagnostics: Diagnostic[] = [];
  const parts = headedParts(readingText, finder);
  const part = (kind: PartKind) => parts.find((candidate) => candidate.kind === kind);
  for (const [kind, name] of Object.entries(partNames) as [PartKind, string][]) {
    if (part(kind)) continue;
    diagnostics.push({ code: 'missing-section', severity: 'warning', message: `The letter has no ${name}.` });
  }

  const listed = determinations(readingText);
  const items = determinedItems(readingText, listed, part('list')?.start);
  const lastPart = parts.filter(({ kind }) => kind !== 'list').at(-1);
  const blocksFrom = lastPart?.body ?? listed.at(-1)?.end ?? 0;
  const closing = closingStart(
    readingText,
    Math.max(blocksFrom, lastLabelEnd(readingText, blocksFrom)),
    readingText.length,
  );
  const blocks = itemBlocks(readingText, Math.min(blocksFrom, closing), closing);
  const itemsStart = blocks[0]?.start ?? closing;
  const endOf = (one: HeadedPart<PartKind>) => (one === lastPart ? Math.min(one.end, itemsStart) : one.end);

  const bodyStart = Math.min(listed[0]?.start ?? closing, parts[0]?.start ?? closing, itemsStart);
  const headerStart = letterStart(readingText, bodyStart);
  const header = { start: headerStart, end: bodyStart };
  sections.add('header', header.start, header.end);
  const list = part('list');
  const listEnd = list ? lastEndWithin(listed, list) : 0;
  if (list) sections.add('determinations', list.start, listed.length > 0 ? Math.min(listEnd, list.end) : list.end);
  for (const { start, end } of runs(readingText, listed)) {
    if (!list || start < list.start || start >= list.end) sections.add('determinations', start, end);
  }
  const section = (
    kind: 'qualifications' | 'summary' | 'documents',
    as: 'how-made' | 'summary' | 'documents',
  ): void => {
    const found = part(kind);
    if (found) sections.add(as, found.start, endOf(found));
  };
  section('qualifications', 'how-made');
  section('documents', 'documents');
  section('summary', 'summary');
  sections.add('closing', closing, readingText.length);

  const summary = summaryOf(readingText, part('summary'), endOf);
  const qualifications = part('qualifications');
  const facts = caseFacts(
    readingText,
    // The heading speaks of an expert reviewer in every notice; the sentences below it say who it was.
    {
      header,
      reviewer: qualifications && { ...qualifications, start: qualifications.body },
      summary,
      proceedings: list ?? { start: 0, end: bodyStart },
    },
    places,
  );
  const maker = new ItemMaker(readingText, expected, places, diagnostics);
  const found: Item[] = [];
  const joined = joinBlocks(readingText, items, blocks);
  for (const [index, { item, block }] of joined.entries()) {
    const ordinal = index + 1;
    if (block) sections.add('item', block.start, block.end, ordinal);
    found.push(itemValue(readingText, item, block, ordinal, maker, places, diagnostics));
  }
  if (found.length === 0) {
    const message = 'No disputed item was found in the letter.';
    diagnostics.push({ code: 'missing-items', severity: 'error', message });
  }
  const parsed: ParsedCase = { ...facts, items: found };
  return { case: parsed, sections: sections.inOrder(), places: places.places, diagnostics };
}

const anyLabel = new RegExp(Object.values(noticeItemLabels).join('|'), 'gi');

/** Where the last item label ends: the closing stands behind it. */
function lastLabelEnd(readingText: string, from: number): number {
  let end = from;
  for (const match of readingText.slice(from).matchAll(anyLabel)) end = from + match.index + match[0].length;
  return end;
}

/** The stretches of determinations with nothing printed between them. */
function runs(readingText: string, listed: readonly Determination[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of listed) {
    const last = found.at(-1);
    if (last && readingText.slice(last.end, start).trim() === '') last.end = end;
    else found.push({ start, end });
  }
  return found;
}

/** Where the last determination in a part ends; where the part's text starts when there is none. */
function lastEndWithin(listed: readonly Determination[], part: HeadedPart<PartKind>): number {
  const within = listed.findLast(({ start }) => start >= part.start && start < part.end);
  return within?.end ?? part.body;
}

function summaryOf(
  readingText: string,
  part: HeadedPart<PartKind> | undefined,
  endOf: (part: HeadedPart<PartKind>) => number,
): Span {
  if (!part) return { start: 0, end: 0 };
  const end = endOf(part);
  summaryIntro.lastIndex = part.body;
  const start = summaryIntro.test(readingText) && summaryIntro.lastIndex <= end ? summaryIntro.lastIndex : part.body;
  return trimRange(readingText, Math.min(start, end), end);
}

function itemValue(
  readingText: string,
  item: DeterminedItem | undefined,
  block: ItemBlock | undefined,
  ordinal: number,
  maker: ItemMaker,
  places: PlaceList,
  diagnostics: Diagnostic[],
): Item {
  const title = item?.first.title ?? block?.title;
  const decision: (Span & { decision: Decision }) | undefined =
    item?.first.finding ??
    (block?.rationale && necessities(readingText, block.rationale.start, block.rationale.end).at(-1));
  const { sides, rationale } = block ?? { sides: {} };
  const start = item?.first.start ?? block?.start ?? 0;
  const value = maker.make({ start, title, decision, ...sides, rationale }, ordinal);
  for (const again of item?.repeated ?? []) {
    if (again.finding.decision !== item?.first.finding.decision) {
      diagnostics.push({
        code: 'conflicting-decision',
        severity: 'warning',
        message: `The letter decides item ${ordinal} in two ways; its first list is followed.`,
        start: again.finding.start,
        end: again.finding.end,
      });
    }
    if (readingText.slice(again.title.start, again.title.end) === value.title)
      places.add(`items.${ordinal - 1}.title`, again.title);
  }
  return value;
}
