import type { Span } from '../../../model/span.ts';
import type { professionalReviewHeadings } from '../../layout-headings.ts';
import { trimRange } from '../../white-space.ts';
import { sideSentences, sidesOf } from '../guideline-sentences.ts';
import type { HeadedPart } from '../headed-parts.ts';
import type { ItemParts } from '../item-maker.ts';
import { findingSubject, type Necessity, necessities } from '../necessity.ts';
import { bulletedPieces, numberedPieces } from './numbered-pieces.ts';

export type ReviewPart = HeadedPart<keyof typeof professionalReviewHeadings>;

/** An item of a professional review, and those of its parts that are its own: others share the rest with it. */
export interface ReviewItem {
  readonly parts: ItemParts;
  readonly own: readonly ReviewPart[];
}

/**
 * The items of a review: one for each issue at dispute, or for each entry of its numbered or bulleted list. Guidelines and
 * rationale are printed for each item, or once with a numbered list of the same length, or once for all of them.
 */
export function reviewItems(readingText: string, parts: readonly ReviewPart[]): ReviewItem[] {
  const groups: ReviewPart[][] = [];
  for (const part of parts) {
    // What stands before the first issue belongs to it.
    const open = groups.at(-1);
    if (!open || (part.kind === 'issue' && open.some(({ kind }) => kind === 'issue'))) groups.push([part]);
    else open.push(part);
  }
  return groups.flatMap((own) => group(readingText, own));
}

function group(readingText: string, parts: readonly ReviewPart[]): ReviewItem[] {
  const issue = parts.find(({ kind }) => kind === 'issue');
  const start = (issue ?? parts.find(({ kind }) => kind === 'guidelines' || kind === 'rationale'))?.start;
  if (start === undefined) return [];
  const body = issue && bodyOf(readingText, issue);
  const numbered = body ? numberedPieces(readingText, body, false) : [];
  const listed = body && numbered.length === 0 ? bulletedPieces(readingText, body) : numbered;
  const titles = listed.length > 0 ? listed : body ? [body] : [undefined];
  const named = (kind: ReviewPart['kind']) => parts.filter((part) => part.kind === kind);
  const guidelines = spread(readingText, named('guidelines'), titles.length);
  const rationales = spread(readingText, named('rationale'), titles.length);
  return titles.map((title, index) => {
    const guideline = guidelines[index];
    const rationale = rationales[index];
    const decision = rationale && decisionOf(readingText, rationale);
    const own = [
      ...(titles.length === 1 && issue ? [issue] : []),
      ...[guideline, rationale].flatMap((one) => (one?.own ? [one.part] : [])),
    ];
    return {
      own,
      parts: {
        start: title?.start ?? start,
        title: title && titleOf(readingText, title),
        decision,
        ...(guideline && statements(readingText, guideline.span)),
        rationale: rationale?.span,
      },
    };
  });
}

interface PartShare {
  readonly part: ReviewPart;
  readonly span: Span;
  /** The part is this item's alone. */
  readonly own: boolean;
  /** The span is one entry of a list in the part. */
  readonly entry?: boolean;
}

/** Gives each of `count` items its stretch of the parts of one kind. */
function spread(readingText: string, parts: readonly ReviewPart[], count: number): (PartShare | undefined)[] {
  const share = (part: ReviewPart, span: Span, own: boolean): PartShare => ({ part, span, own });
  const [first, ...others] = parts;
  if (!first) return Array.from({ length: count }, () => undefined);
  if (count === 1) return [share(first, bodyOf(readingText, first), true)];
  if (others.length > 0) {
    return Array.from({ length: count }, (_, index) => {
      const part = parts[index];
      return part && share(part, bodyOf(readingText, part), true);
    });
  }
  const body = bodyOf(readingText, first);
  const pieces = numberedPieces(readingText, body, true);
  return Array.from({ length: count }, (_, index) => {
    const entry = pieces.length === count ? pieces[index] : undefined;
    return { ...share(first, entry ?? body, false), entry: entry !== undefined };
  });
}

const bodyOf = (readingText: string, part: ReviewPart): Span => trimRange(readingText, part.body, part.end);

function statements(readingText: string, span: Span): Pick<ItemParts, 'claims' | 'reviewer'> {
  const named = sideSentences(readingText, span.start, span.end).some(({ side }) => side === 'claims');
  return named ? sidesOf(readingText, span.start, span.end) : { reviewer: span };
}

/**
 * The heading of the rationale says what was decided; one that leaves it open, `IS/WAS (NOT)`, leaves it to the text,
 * and one over several items does not speak for an entry that finds otherwise.
 */
function decisionOf(readingText: string, { part, span, entry }: PartShare): Necessity | undefined {
  const found = necessities(readingText, span.start, span.end);
  const isOpen = /\(\s*not\s*\)/i.test(part.heading);
  const said = isOpen ? undefined : necessities(readingText, part.start, part.start + part.heading.length)[0];
  if (!said) return found.at(-1);
  const [own] = found;
  return entry && own && found.every(({ decision }) => decision === own.decision && decision !== said.decision)
    ? own
    : said;
}

const question =
  /^(?:(?:is|are|was|were|whether)\s{1,3}(?:or\s{1,3}not\s{1,3})?)?(?:the\s{1,3}(?:(?:retrospective|prospective|concurrent)\s{1,3})?request(?:s|ed)?\s{1,3}(?:for\s{1,3})?|(?<=\s)the\s{1,3})?/i;

/** The requested treatment, without the question around it and the full stop behind it. */
function titleOf(readingText: string, issue: Span): Span {
  const lead = question.exec(readingText.slice(issue.start, issue.start + 100))?.[0].length ?? 0;
  const start = Math.min(issue.start + lead, issue.end);
  const asked = necessities(readingText, start, issue.end)[0];
  let { end } = asked ? findingSubject(readingText, start, asked.start) : issue;
  while (end > start && /[\s?.:;,]/.test(readingText.charAt(end - 1))) end--;
  return trimRange(readingText, start, end);
}
