/** What lines that return from page to page have in common, and what they name. */
import { caseNumberPattern } from './case-number.ts';
import { decisionAtEnd } from './decision.ts';
import { clauseEnd, endsWith, type Spacing, startsSmall } from './line-breaks.ts';
import { labelAtLineStart } from './printed-labels.ts';
import type { SourceLine } from './source-lines.ts';

const longestLine = 120;
/** The most pages that may be missing between two numbers. */
const mostLeftOut = 20;
const caseNumber = new RegExp(caseNumberPattern, 'i');
const pageWord =
  /(?:^|[\s,|])(?:page|pg\.?|p\.)\s{0,3}[|:#]?\s{0,3}\d{1,3}(?:\s{0,3}(?:of|\/)\s{0,3}\d{1,3})?$|^\d{1,3}\s{0,3}\|\s{0,3}page\b|^page\s\d{1,3}\b/i;
const pageOfPages = /^\D{0,3}\d{1,3}\s{0,3}(?:\/|of)\s{0,3}\d{1,3}\D{0,3}$/;

/** The text of a line that may be a header or footer, with single spaces; headings, labels and decisions never are. */
export function runningText(source: string, line: SourceLine): string | undefined {
  if (line.end - line.start > longestLine) return undefined;
  const text = source.slice(line.start, line.end).replace(/\s+/g, ' ');
  if (text.endsWith(':') || decisionAtEnd(text)) return undefined;
  const label = labelAtLineStart(source, line.start)?.kind;
  return label === 'heading' || label === 'label' ? undefined : text;
}

/** True for a number alone, which `page-furniture.ts` tells from numbers of lists. */
export const isBareNumber = (source: string, { start, end }: SourceLine): boolean =>
  end - start <= 9 && /^[^\p{L}\d]{0,2}\d{1,3}[^\p{L}\d]{0,2}$/u.test(source.slice(start, end));

/** True for a line that is the letter's own header or title: the first copy of it is no running header. */
export const isOwnHeader = (source: string, line: SourceLine): boolean =>
  labelAtLineStart(source, line.start)?.kind === 'header-label';

/** What a text shares with the same line of other pages. */
export const runningKey = (text: string): string => text.replace(/\d+/g, '#');

export const namesCase = (text: string): boolean => caseNumber.test(text);
export const namesPage = (text: string): boolean => pageWord.test(text) || pageOfPages.test(text);
/** True for `2/4` and `2 of 4`, which may be a fraction as well. */
export const isPageOfPages = (text: string): boolean => pageOfPages.test(text);

/**
 * The numbers of the pages in texts of one key: the one number that is not the same in all of them. Empty when all
 * are the same; undefined when more than one is not, or when it does not count up. One in two may be out of order.
 */
export function pageNumbersOf(texts: readonly string[]): readonly number[] | undefined {
  const numbers = texts.map((text) => (text.match(/\d+/g) ?? []).map(Number));
  const slots = numbers[0]?.map((_, slot) => numbers.map((of) => of[slot] ?? 0)) ?? [];
  const varying = slots.filter((slot) => slot.some((number) => number !== slot[0]));
  const [pages = [], ...others] = varying;
  const steps = pages.slice(1).map((number, index) => number - (pages[index] ?? 0));
  const upwards = steps.filter((step) => step >= 1 && step <= mostLeftOut).length;
  const countsUp = new Set(pages).size === pages.length && upwards * 2 > steps.length;
  return others.length > 0 || (varying.length > 0 && !countsUp) ? undefined : pages;
}

/** True when a sentence runs on from the line `above` to the line `below`, over what stands between them. */
export const partsSentence = (source: string, above: SourceLine | undefined, below: SourceLine | undefined): boolean =>
  above !== undefined && below !== undefined && !endsWith(source, above, clauseEnd) && startsSmall(source, below);

/** True for a line with more space above it, or below it to the `next`, than lines of a paragraph have. */
export function standsApart(line: SourceLine, next: SourceLine | undefined, { blanksInWrap }: Spacing): boolean {
  const hasGap = ({ pageBreak, blankLines }: SourceLine) => pageBreak || blankLines > Math.max(0, blanksInWrap);
  return hasGap(line) || !next || hasGap(next);
}
