/**
 * Headings of items that are printed over several lines, `title⏎rest of the title: Decision`, found from the label of the
 * claims administrator's guideline that follows them. Only the space around a heading tells it from the text before, so
 * one counts only where the gap above its first line is wider than those between its lines, page ends apart.
 */
import { decisionAtEnd, isOutcome, outcomeAtEnd } from './decision.ts';
import { endsWith, type Spacing, sentenceEnd } from './line-breaks.ts';
import { closesIntroduction, labelAtLineStart, startsClaimsLabel } from './printed-labels.ts';
import type { SourceLine } from './source-lines.ts';

/** The first lines of such headings, where a paragraph must start, and the further ones, where none does. */
export interface ItemHeadingLines {
  readonly first: ReadonlySet<SourceLine>;
  readonly further: ReadonlySet<SourceLine>;
}

/** The most lines and code units that a heading is looked for in. */
const mostLines = 5;
const longestHeading = 300;
const listNumber = /^\(?\d{1,2}[.)]\s/;
/** `- 60 tablets: Upheld`, below the name of its drug, is no entry of a list. */
const isDashed = (source: string, line: SourceLine): boolean =>
  /^[-\u2013]\s/.test(source.slice(line.start, line.start + 3));

/** The item headings of more than one line in a letter whose lines are set with `spacing`. */
export function itemHeadingLines(source: string, lines: readonly SourceLine[], spacing: Spacing): ItemHeadingLines {
  const first = new Set<SourceLine>();
  const further = new Set<SourceLine>();
  for (const [index, line] of lines.entries()) {
    if (index < 2 || !startsClaimsLabel(source, line.start)) continue;
    const head = headingStart(source, lines, index - 1, spacing);
    if (head === undefined) continue;
    const [start, ...rest] = lines.slice(head, index);
    const before = lines[head - 1];
    if (start && before && endsWith(source, before, sentenceEnd)) first.add(start);
    for (const one of rest) further.add(one);
  }
  return { first, further };
}

/** The index of the first line of the heading that ends with line `last`; undefined where that is not plain. */
function headingStart(
  source: string,
  lines: readonly SourceLine[],
  last: number,
  spacing: Spacing,
): number | undefined {
  const end = lines[last];
  if (!end || gapAbove(end) === Number.POSITIVE_INFINITY || labelAtLineStart(source, end.start)) return undefined;
  let found: number | undefined;
  /** Wide gaps within the heading: where the line above is unfinished, or else a page must have ended. */
  const pageEnds: SourceLine[] = [];
  let unfinished = false;
  /** The line that the decision stands on, or that it should: a line below may hold nothing else. */
  const decided = decisionAtEnd(source.slice(end.start, end.end))?.start === 0 ? lines[last - 1] : end;
  /** The widest gap that is surely no paragraph's. */
  let within = Math.max(0, spacing.blanksInWrap);
  for (let index = last - 1; index >= 0 && last - index < mostLines; index--) {
    const line = lines[index];
    const next = lines[index + 1];
    if (!line || !next || end.end - line.start > longestHeading) break;
    if (endsWith(source, line, sentenceEnd) || listNumber.test(source.slice(next.start, next.start + 5))) break;
    if (labelAtLineStart(source, line.start) || opensItems(source, line)) break;
    if (next === decided && isDashed(source, next) && !isDashed(source, line)) unfinished = true;
    if (!(next.pageBreak || next.blankLines > 1)) within = Math.max(within, next.blankLines);
    else if (goesOn(source, line, next)) unfinished = true;
    else pageEnds.push(next);
    const before = lines[index - 1];
    const introduced = !before || opensItems(source, before);
    const afterSentence = introduced || endsWith(source, before, sentenceEnd);
    const wide = introduced || gapAbove(line) > within;
    const plain =
      pageEnds.length > 0
        ? wide &&
          afterSentence &&
          pageEnds.every((page) => page.pageBreak || line.marked || page.blankLines > line.blankLines)
        : introduced || gapAbove(line) > gapAbove(end) || (unfinished && afterSentence);
    if (plain && endsInDecision(source, line, end)) found = index;
    if (afterSentence || line.marked) break;
  }
  return found;
}

/** True for a heading of the letter, and for the end of a standing introduction. */
const opensItems = (source: string, line: SourceLine): boolean =>
  closesIntroduction(source, line) || labelAtLineStart(source, line.start)?.kind === 'heading';

/** How wide the gap above a line is; the letters' own mark of a paragraph gap is as wide as can be. */
const gapAbove = ({ marked, blankLines }: SourceLine): number => (marked ? Number.POSITIVE_INFINITY : blankLines);

/** True when `line` is plainly unfinished: it lacks the decision that is all of `next`, or a bracket. */
function goesOn(source: string, line: SourceLine, next: SourceLine): boolean {
  const text = source.slice(line.start, line.end);
  const following = source.slice(next.start, next.end);
  if (text.endsWith(':') && (decisionAtEnd(following)?.start === 0 || isOutcome(following))) return true;
  return text.lastIndexOf('(') > text.lastIndexOf(')') && /^[^()]*\)/.test(following);
}

function endsInDecision(source: string, line: SourceLine, end: SourceLine): boolean {
  const text = source.slice(line.start, end.end);
  const words = text.slice(text.lastIndexOf(':') + 1).trim();
  if (decisionAtEnd(text) || (words.length < text.length && isOutcome(words))) return true;
  return outcomeAtEnd(text) !== undefined;
}
