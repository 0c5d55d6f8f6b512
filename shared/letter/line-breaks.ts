/**
 * What the end of a printed line means: the line was merely full, or its paragraph ended. Letters come double
 * spaced, single spaced, wrapped at any width or not at all, with or without the space that marks a paragraph
 * gap, so the letter's own habits are measured first.
 */
import type { SourceLine } from './source-lines.ts';
import { isWhiteSpace } from './white-space.ts';

/** How a letter sets its lines. */
export interface Spacing {
  /** The number of blank lines between two lines of one paragraph; -1 when every line is a paragraph. */
  readonly blanksInWrap: number;
  /** Blank lines with white space mean a paragraph gap, and those without a page break. */
  readonly marks: boolean;
  /** The length of a full line, in code units. */
  readonly width: number;
}

/**
 * The share of line ends followed by a small letter from which on lines are taken as wrapped. In a letter all in
 * capitals, line ends without punctuation stand for them.
 */
const wrappedShare = 0.15;
/** The part of the line width from which on a line counts as full: proportional type leaves ragged ends. */
const fullShare = 0.7;

/** Measures the habits of a letter from all of its printed lines. */
export function measureSpacing(source: string, lines: readonly SourceLine[]): Spacing {
  const ends = [0, 0];
  const wraps = [0, 0];
  let marked = 0;
  let markedSingle = 0;
  const lengths = new Uint32Array(lines.length);
  const capitals = !/\p{Ll}/u.test(source);
  for (const [index, line] of lines.entries()) {
    lengths[index] = line.end - line.start;
    if (index === 0 || line.pageBreak) continue;
    if (line.marked) marked++;
    if (line.blankLines > 1) continue;
    if (line.marked) markedSingle++;
    ends[line.blankLines] = (ends[line.blankLines] ?? 0) + 1;
    const previous = lines[index - 1];
    if (capitals ? previous && !endsWith(source, previous, clauseEnd) : startsSmall(source, line))
      wraps[line.blankLines] = (wraps[line.blankLines] ?? 0) + 1;
  }
  const [single = 0, double = 0] = ends;
  const isWrapped = (blanks: number): boolean =>
    (wraps[blanks] ?? 0) > 0 && (wraps[blanks] ?? 0) >= wrappedShare * (ends[blanks] ?? 0);
  const blanksInWrap = double > single && isWrapped(1) ? 1 : isWrapped(0) ? 0 : -1;
  const unmarked = lines.filter((line) => !line.marked && line.blankLines > Math.max(0, blanksInWrap)).length;
  const marksMeanGaps = blanksInWrap === 1 ? markedSingle * 2 <= double : true;
  lengths.sort();
  return {
    blanksInWrap,
    marks: blanksInWrap >= 0 && marked > 0 && marksMeanGaps && marked >= unmarked,
    width: lengths[Math.floor(lengths.length * 0.9)] ?? 0,
  };
}

/**
 * True when the paragraph of line `a` ends with it and `b`, the next printed line, starts another. Headings,
 * labels and lists are not its business.
 */
export function endsParagraph(source: string, a: SourceLine, b: SourceLine, spacing: Spacing): boolean {
  const ended = endsWith(source, a, clauseEnd);
  const full = isFull(source, a, b, spacing);
  const small = startsSmall(source, b);
  const unmarkedWrap = !b.pageBreak && b.blankLines <= spacing.blanksInWrap && !(b.marked && spacing.marks);
  if (unmarkedWrap) return endsWith(source, a, sentenceEnd) && !small && (!full || endsWithDecision(source, b));
  if (b.marked && spacing.marks) return true;
  if (spacing.blanksInWrap < 0) return ended || !(small || endsWith(source, a, goesOn));
  if (spacing.marks) return ended && (!full || endsWithDecision(source, b));
  return ended || !(small || full) || (!small && endsWithDecision(source, a));
}

/** True when the first word of `b` would not have fitted on line `a`. */
export function isFull(source: string, a: SourceLine, b: SourceLine, spacing: Spacing): boolean {
  const needed = fullShare * spacing.width - (a.end - a.start + 1);
  let word = b.start;
  while (word < b.end && word - b.start < needed && !isWhiteSpace(source.charCodeAt(word))) word++;
  return word - b.start >= needed;
}

export const startsSmall = (source: string, line: SourceLine): boolean => /^\p{Ll}/u.test(source.charAt(line.start));

/** The end of a sentence; clauses end in more ways. */
export const sentenceEnd = /[.!?]["'\u2019\u201D)\]]{0,3}$/;
export const clauseEnd = /[.!?:;]["'\u2019\u201D)\]]{0,3}$/;
/** No paragraph ends like this, whatever the setting. */
const goesOn = /[-\u2010-\u2014\u00AD,&(]$/;
export const endsWith = (source: string, line: SourceLine, pattern: RegExp): boolean =>
  pattern.test(source.slice(Math.max(line.start, line.end - 4), line.end));

const decisionEnd =
  /(?::|[-\u2013\u2014]\s)\s{0,4}(?:(?:partially\s)?(?:upheld|overturned|modi(?:fi|\uFB01)ed)|overturned\sin\spart)$/i;
function endsWithDecision(source: string, line: SourceLine): boolean {
  return decisionEnd.test(source.slice(Math.max(line.start, line.end - 40), line.end));
}
