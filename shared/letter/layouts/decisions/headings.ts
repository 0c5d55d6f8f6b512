/**
 * Headings of items in the decisions layout: `1. MRI of the lumbar spine: Overturned`, or a finding, `1. The request
 * for an MRI is not medically necessary and appropriate.` Rationales end with the same finding, so a heading must also
 * carry its number or be followed by the first part of an item.
 */
import type { Decision } from '../../../model/letter-parse.ts';
import type { Span } from '../../../model/span.ts';
import { classifyDecision, decisionAtEnd } from '../../decision.ts';
import { paragraphEnd, startsParagraph } from '../../paragraphs.ts';
import { capitalFollows } from '../../printed-labels.ts';
import { trimRange } from '../../white-space.ts';
import { afterSentence } from '../headed-parts.ts';
import { headingBefore } from '../issues/item-heading.ts';
import { findingSubject, necessities } from '../necessity.ts';
import type { PartMark } from './item-parts.ts';

/** A heading, from its number to the end of its decision. */
export interface DecisionHeading extends Span {
  readonly title: Span;
  readonly decision?: Span & { readonly decision: Decision };
}

/** A place where a decision is printed that may belong to a heading. */
interface Spot extends Span {
  readonly decision: Decision;
  /** Where what announces it starts, which is no part of the title: `(`, `Decision:`. */
  readonly from: number;
  /** Where what is printed with it ends: a bracket. */
  readonly to: number;
  /** It is a finding of medical necessity, not a word such as `Upheld`. */
  readonly finding: boolean;
}

const decisionWord =
  /\b(?:(?:partially|partly)[\s-]{1,3})?(?:overturned|upheld|modified)\b(?:,?\s{1,3}in\s{1,3}part\b)?(?:\s?[/,]\s?(?:(?:partially|partly)\s)?(?:overturned|upheld|modified)\b(?:\s{1,3}in\s{1,3}part\b)?)?/gi;
/** Also where the space is missing: `was seen.As such`. */
const sentenceEnd = /[.?!]["'\u2019\u201D)]{0,2}\s+(?=[\p{Lu}\d("\u201C])|(?<=\p{Ll}{3})\.(?=\p{Lu}\p{Ll})/gu;
const number = /(?<=^|\s)(?:(?:issue|item|request)\s{0,3}(?:#|no\.)?\s{0,3})?\(?(\d{1,3})\s{0,3}[.):]\s{1,3}(?=\S)/gi;
const titleLead =
  /^(?:decision\s{1,3}(?:for|regarding)\s{0,3}:?\s{1,3})?(?:(?:the|this)\s{1,3}(?:(?:retrospective|prospective|concurrent)\s{1,3})?(?:requests?\s{1,3}(?:for|of)|requested)\s{1,3})?/i;
const longestHeading = 700;

/** The headings in `[start, end)`, in order; `marks` are the marks of item parts in it. */
export function decisionHeadings(
  readingText: string,
  start: number,
  end: number,
  marks: readonly PartMark[],
): DecisionHeading[] {
  const found: DecisionHeading[] = [];
  const spots = decisionSpots(readingText, start, end, marks);
  const plain = marks.length === 0 && !/(?:^|\n)\(?1\s?[.):]\s/.test(readingText.slice(start, end));
  let next = 0;
  let previousMark: PartMark | undefined;
  for (const spot of spots) {
    for (let mark = marks[next]; mark && mark.start < spot.end; mark = marks[++next]) previousMark = mark;
    const from = Math.max(found.at(-1)?.end ?? start, spot.start - longestHeading, previousMark?.end ?? start);
    const heading = headingAt(readingText, from, spot, found.length + 1, start);
    if (!heading) continue;
    const following = marks[next];
    const introduces =
      following !== undefined &&
      following.start - spot.end <= longestHeading &&
      !/[^\s.;,]/.test(readingText.slice(heading.end, following.start)) &&
      !(previousMark && previousMark.start > (found.at(-1)?.end ?? start) && isDue(previousMark, following));
    const opens = found.length === 0 && trimRange(readingText, start, end).start === heading.start;
    if (heading.numbered || introduces || opens || standsAlone(readingText, heading, spot, plain, found.at(-1), end))
      found.push(heading);
  }
  return found;
}

const order = ['claims', 'reviewer', 'rationale'];
/** `later` goes on with the item in which `earlier` stands. */
const isDue = (earlier: PartMark, later: PartMark): boolean => order.indexOf(later.part) > order.indexOf(earlier.part);

/** The decisions in `[start, end)` that end a paragraph or stand before a mark, and all findings. */
function decisionSpots(readingText: string, start: number, end: number, marks: readonly PartMark[]): Spot[] {
  const marked = new Set(marks.map((mark) => mark.start));
  const spots: Spot[] = necessities(readingText, start, end).map((finding) => ({
    ...finding,
    from: finding.start,
    to: finding.end,
    finding: true,
  }));
  for (const match of readingText.slice(start, end).matchAll(decisionWord)) {
    const at = start + match.index;
    const after = trimRange(readingText, at + match[0].length, Math.min(end, at + match[0].length + 100));
    const behind =
      /^(?:[)\]]|\([^()\n]{1,80}\))?[.;,*]{0,2}/.exec(readingText.slice(after.start, after.end))?.[0].length ?? 0;
    const stop = trimRange(readingText, after.start + behind, Math.max(after.start + behind, end)).start;
    const ends = stop >= end || startsParagraph(readingText, stop) || marked.has(stop);
    if (!ends && !/[:\uFF1A\u2013\u2014]\s{0,3}$/.test(readingText.slice(Math.max(start, at - 4), at))) continue;
    const before = Math.max(start, at - longestHeading);
    const to = ends && behind > 0 ? after.start + behind : at + match[0].length;
    const printed = decisionAtEnd(readingText.slice(before, to));
    const announced = printed !== undefined && before + printed.start === at;
    if (!announced && behind > 2) continue;
    spots.push({
      start: at,
      end: at + match[0].length,
      from: announced ? before + printed.from : at,
      to: announced ? to : at + match[0].length,
      decision: classifyDecision(match[0]),
      finding: false,
    });
  }
  for (const mark of marks) {
    if (mark.part === 'claims') spots.push(...unknownDecision(readingText, start, mark.start));
  }
  let taken = start;
  return spots
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((spot) => {
      if (spot.start < taken) return false;
      taken = spot.end;
      return true;
    });
}

/** A heading before the first part whose decision is in words that letters are not known to use. */
function unknownDecision(readingText: string, start: number, mark: number): Spot[] {
  const heading = headingBefore(readingText, start, mark, true);
  if (!heading?.decision || heading.known) return [];
  const text = readingText.slice(heading.decision.start, heading.decision.end);
  if (
    decisionAtEnd(text)?.start === 0 ||
    necessities(readingText, heading.decision.start, heading.decision.end).length > 0
  )
    return [];
  const { start: at, end } = heading.decision;
  const bracket = /^\s?[)\]]/.exec(readingText.slice(end, end + 2))?.[0].length ?? 0;
  const from = bracket > 0 ? heading.title.end : at;
  const to = end + bracket;
  return [{ ...heading.decision, from, to, decision: classifyDecision(text), finding: false }];
}

interface FoundHeading extends DecisionHeading {
  readonly numbered: boolean;
}

/** The heading whose decision is `spot`: from its number, or else from the start of its sentence. */
function headingAt(
  readingText: string,
  from: number,
  spot: Spot,
  ordinal: number,
  regionStart: number,
): FoundHeading | undefined {
  const text = readingText.slice(from, Math.max(from, spot.from)).trimEnd();
  const announced = spot.from < spot.start;
  const own = [...text.matchAll(number)].findLast(
    (match) =>
      Number(match[1]) === ordinal &&
      // An entry of a list that a sentence gives, `(1) Alpha; (2) Beta`.
      !/;\s{1,3}$/.test(text.slice(Math.max(0, match.index - 4), match.index)) &&
      (from + match.index === regionStart || afterSentence(readingText, from + match.index)),
  );
  const sentence = lastStart(text);
  // "2. The patient failed therapy. The MRI is not medically necessary." is an entry of a list in a rationale.
  const afterColon = announced || (!spot.finding && /[:\uFF1A\u2013\u2014-]$/.test(text.slice(-4)));
  const numbered = own !== undefined && (afterColon || sentencesEnd(text, own.index + own[0].length) === undefined);
  if (!spot.finding && !afterColon && /\s(?:is|are|was|were|be|been)$/.test(text.slice(-8))) return undefined;
  const start = trimRange(readingText, from + (numbered ? own.index : sentence), spot.start).start;
  const body = start + (numbered ? own[0].length : 0);
  const lead = titleLead.exec(readingText.slice(body, Math.min(body + 90, spot.start)))?.[0].length ?? 0;
  const title = spot.finding
    ? findingSubject(readingText, body + lead, spot.start)
    : withoutColon(readingText, body + lead, Math.max(body + lead, spot.from));
  if (title.end <= title.start) return undefined;
  return {
    title,
    decision: { start: spot.start, end: spot.end, decision: spot.decision },
    start,
    end: spot.to,
    numbered,
  };
}

/** Where the sentence or paragraph starts in which `text` ends. */
function lastStart(text: string): number {
  const paragraph = text.lastIndexOf('\n') + 1;
  return sentencesEnd(text, paragraph) ?? paragraph;
}

/** Where the last sentence after `from` starts, if one ends there before it. */
function sentencesEnd(text: string, from: number): number | undefined {
  let start: number | undefined;
  for (const match of text.slice(from).matchAll(sentenceEnd)) {
    const at = from + match.index + match[0].length;
    // The full stop of the item's own number ends no sentence.
    if (!/(?:^|\n|\s)\(?\d{1,3}\s?\.\s+$/.test(text.slice(Math.max(0, at - 8), at))) start = at;
  }
  return start;
}

function withoutColon(readingText: string, start: number, end: number): Span {
  let stop = trimRange(readingText, start, end).end;
  while (stop > start && /[\s:\uFF1A;\u2013\u2014]/.test(readingText.charAt(stop - 1))) stop--;
  stop -= /\s-{1,2}$/.exec(readingText.slice(Math.max(start, stop - 3), stop))?.[0].length ?? 0;
  return trimRange(readingText, start, stop);
}

/**
 * Without a number and a label: a decision word after a colon that ends a short paragraph; or, in letters that have
 * neither numbers nor labels (`plain`), a paragraph that is nothing but the finding on a request not yet decided.
 */
function standsAlone(
  readingText: string,
  heading: FoundHeading,
  spot: Spot,
  plain: boolean,
  previous: DecisionHeading | undefined,
  end: number,
): boolean {
  const afterColon =
    !spot.finding && /[:\uFF1A\u2013\u2014-]\s{0,3}$/.test(readingText.slice(heading.title.end, spot.start));
  // In a letter whose lines were all joined, a sentence follows.
  if (afterColon && plain && capitalFollows(readingText, spot.end) && heading.title.end - heading.title.start <= 300)
    return true;
  if (!startsParagraph(readingText, heading.start)) return false;
  const paragraph = paragraphEnd(readingText, heading.start);
  if (spot.end > paragraph || /[^\s.;,*]/.test(readingText.slice(spot.end, paragraph))) return false;
  if (!spot.finding) return afterColon;
  const words = (span: Span) => readingText.slice(span.start, span.end).toLowerCase().replace(/\W+/g, '');
  const asksFor = /^(?:the\s+)?(?:\w+\s+)?request/i.test(readingText.slice(heading.start, heading.start + 60));
  return plain && asksFor && paragraph < end && !(previous && words(previous.title) === words(heading.title));
}
