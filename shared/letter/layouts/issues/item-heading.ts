/**
 * The heading of an item, `title: Decision`, read backwards from the label that follows it: a title may hold
 * anything, colons and parentheses included, but the decision is the last thing before the label.
 */
import type { Span } from '../../../model/span.ts';
import { decisionAtEnd, isDecisionPhrase, isOutcome, outcomeAtEnd, type PrintedDecision } from '../../decision.ts';
import { paragraphGap, startsParagraph as startsOwn } from '../../paragraphs.ts';
import { startsClaimsLabel } from '../../printed-labels.ts';
import { trimRange } from '../../white-space.ts';

export interface ItemHeading {
  readonly title: Span;
  /** The decision as printed; absent when the heading has none. */
  readonly decision?: Span;
  /** The decision is in words that letters are known to use. */
  readonly known: boolean;
  /** The heading is a paragraph of its own, apart from the text of the item before. */
  readonly alone: boolean;
}

/** The longest headings that are looked for, in code units: they keep the search linear on hostile texts. */
const usualHeading = 1000;
const longestHeading = 30_000;
/** From this length on a paragraph with full stops is a text with a heading at its end. */
const longestTitle = 300;
/** The full stop after an item's own number ("2. MRI") ends none. */
const sentenceEnd =
  /(?<!(?:^|[.?!]["'\u2019\u201D)]{0,2}\s{1,3})\d{1,3})[.?!]["'\u2019\u201D)]{0,2}\s+(?=[\p{Lu}\d("\u201C])/gu;
/** What parts a title from its decision. */
const separator = /(?:[:=]|[\u2013\u2014]|\s-{1,2})$/;
/** A sentence with its verb ("the denial is upheld") is no heading. */
const verbBefore =
  /\b(?:is|are|was|were|be|been|being|has|have|had|not|therefore|thus|hereby|so|and|or|that|i|we|reviewer)$/i;

/**
 * The heading that ends where the label at `labelStart` begins. `lower` is where the text before it may start: the
 * end of the last label, or of the section's introduction, when `first` is true.
 */
export function headingBefore(
  readingText: string,
  lower: number,
  labelStart: number,
  first: boolean,
): ItemHeading | undefined {
  const { from, startsParagraph } = headingLimit(readingText, lower, labelStart);
  const block = trimRange(readingText, from, labelStart);
  if (block.end === block.start) return undefined;
  const text = readingText.slice(block.start, block.end);
  const gap = text.lastIndexOf(paragraphGap);
  const decision = decisionAtEnd(text);
  const follows = decision !== undefined && followsEmptyLabel(readingText, block, text, decision, labelStart);
  const alone = startsParagraph || gap >= 0 || (first && from === lower) || follows;
  let start = gap < 0 ? 0 : gap + paragraphGap.length;
  if (decision && decision.from <= start) {
    // The decision is a paragraph of its own: the title is the one before.
    const before = gap < 0 ? -1 : text.lastIndexOf(paragraphGap, gap - 1);
    start = before < 0 ? 0 : before + paragraphGap.length;
    if (before < 0 && !(first && from === lower)) return undefined;
  } else if (gap >= 0 && isOutcome(text.slice(start))) {
    start = titleBefore(text, gap, first && from === lower) ?? start;
  }
  let bare = false;
  const runsOn = endsSentence(text.slice(start, decision?.from));
  if (!alone || text.length - start > longestTitle || runsOn) {
    const separated = decision && isSeparated(text, start, decision);
    if (alone && decision && !separated && !runsOn) return plain(block.start, text, start, alone);
    const afterSentence = lastSentenceStart(text.slice(start, separated ? decision.from : text.length));
    if (!alone && afterSentence === 0) return undefined;
    start += afterSentence;
    bare = decision !== undefined && afterSentence > 0 && isBareDecision(text, start, decision);
    if (!separated && !bare) return plain(block.start, text, start, alone && afterSentence === 0);
  }
  if (decision && (bare || isHeadingDecision(text, start, decision, alone)) && !saysMore(text, start, decision))
    return build(block.start, text, start, decision, true, alone, decision.from);
  return plain(block.start, text, start, alone);
}

/** Behind a label without a text of its own, and before an item's first label, stands the heading of that item. */
function followsEmptyLabel(
  readingText: string,
  block: Span,
  text: string,
  decision: PrintedDecision,
  labelStart: number,
): boolean {
  const apart = startsOwn(readingText, block.start) || isSeparated(text, 0, decision);
  const first = startsOwn(readingText, labelStart) && startsClaimsLabel(readingText, labelStart);
  return apart && first && lastSentenceStart(text) === 0;
}

/** True when a separator or an announcement stands between the title and its decision. */
const isSeparated = (text: string, start: number, decision: PrintedDecision): boolean =>
  decision.from < decision.start || separator.test(text.slice(start, decision.from).trimEnd());

/** A decision without separator after a title that has no verb; in small letters it also ends its text. */
function isBareDecision(text: string, start: number, decision: PrintedDecision): boolean {
  const title = text.slice(start, decision.from).trimEnd();
  if (isCapital(text.charAt(decision.start))) return !verbBefore.test(title);
  return decision.end === text.length && title !== '' && !verbBefore.test(title) && !finiteVerb.test(title);
}

/** In small letters a decision has its separator, or ends a paragraph that is no sentence. */
function isHeadingDecision(text: string, start: number, decision: PrintedDecision, alone: boolean): boolean {
  const title = text.slice(start, decision.from).trimEnd();
  if (isCapital(text.charAt(decision.start)) || isSeparated(text, start, decision)) return true;
  return alone && decision.end === text.length && !verbBefore.test(title);
}

/** `: Upheld as modified` is decided by all of these words, not by the last one. */
function saysMore(text: string, start: number, decision: PrintedDecision): boolean {
  if (isSeparated(text, start, decision)) return false;
  const outcome = outcomeAtEnd(text.slice(start));
  const printed = outcome && text.slice(start + outcome.start, decision.start);
  return printed !== undefined && /^(?:upheld|overturned|modi(?:fi|\uFB01)ed)\b/i.test(printed);
}

/** Where the last paragraph of `text` but one starts, when it is a title that ends in a colon; undefined when it is none. */
function titleBefore(text: string, gap: number, isFirst: boolean): number | undefined {
  const before = text.lastIndexOf(paragraphGap, gap - 1);
  if (before < 0 && !isFirst) return undefined;
  const start = before < 0 ? 0 : before + paragraphGap.length;
  const title = text.slice(start, gap);
  return title.endsWith(':') && title.length <= longestTitle && lastSentenceStart(title) === 0 ? start : undefined;
}

/** Where the search for a heading may begin: further back only when a decision stands there and no paragraph starts. */
function headingLimit(readingText: string, lower: number, labelStart: number) {
  const usual = Math.max(lower, labelStart - usualHeading);
  const tail = readingText.slice(usual, labelStart).trimEnd();
  if (usual === lower || tail.includes(paragraphGap) || !decisionAtEnd(tail)) {
    return { from: usual, startsParagraph: false };
  }
  const furthest = Math.max(lower, labelStart - longestHeading);
  const gap = readingText.slice(furthest, usual).lastIndexOf(paragraphGap);
  return { from: Math.max(furthest, furthest + gap), startsParagraph: gap >= 0 };
}

function plain(offset: number, text: string, start: number, alone: boolean): ItemHeading {
  const outcome = outcomeAtEnd(text.slice(start));
  if (outcome && outcome.from > 0) {
    const decision = { start: start + outcome.start, end: start + outcome.end };
    return build(offset, text, start, decision, false, alone, start + outcome.from);
  }
  const colon = text.lastIndexOf(':');
  const words = trimRange(text, colon + 1, text.length);
  if (colon > start && isDecisionPhrase(text.slice(words.start, words.end))) {
    const end = text.endsWith('.') ? words.end - 1 : words.end;
    return build(offset, text, start, { start: words.start, end }, false, alone);
  }
  return build(offset, text, start, undefined, false, alone);
}

function build(
  offset: number,
  text: string,
  start: number,
  decision: Span | undefined,
  known: boolean,
  alone: boolean,
  titleEnd = decision?.start ?? text.length,
): ItemHeading {
  const title = trimRange(text, start, titleEnd);
  let end = title.end;
  while (end > title.start && /[\s:;=*\u2013\u2014]/.test(text.charAt(end - 1))) end--;
  const dash = /\s-{1,2}$/.exec(text.slice(Math.max(title.start, end - 3), end))?.[0].length ?? 0;
  end = trimRange(text, title.start, Math.max(title.start, end - dash)).end;
  return {
    title: { start: offset + title.start, end: offset + end },
    ...(decision && { decision: { start: offset + decision.start, end: offset + decision.end } }),
    known,
    alone,
  };
}

function lastSentenceStart(text: string): number {
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) start = match.index + match[0].length;
  return start;
}

const finiteVerb = /\b(?:is|are|was|were|has|have|had|does|do|did)\b/i;

/** True when a whole sentence stands before the title: the end of the rationale before it. */
function endsSentence(text: string): boolean {
  const start = lastSentenceStart(text);
  return start > 0 && finiteVerb.test(text.slice(0, start));
}

const isCapital = (character: string): boolean => /\p{Lu}/u.test(character);
