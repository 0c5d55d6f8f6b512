/**
 * Running headers and footers. Only what is one beyond doubt is set aside: the published footer, on lines of its
 * own, and page numbers that count up from page to page. Anything else stays in the reading text, since a lost line
 * is worse than a stray one.
 */
import { measureSpacing } from './line-breaks.ts';
import { endsPrintedLine, type SourceLine } from './source-lines.ts';

const footer =
  /(?:\d{1,4}\s+)?Final\s+Determination\s+Letter\s+for\s+IMR\s+Case\s+Number:?\s+CM\s?\d{2}\s?-\s?\d{5,9}(?:[^\S\n\r]+(?:Page[^\S\n\r]+)?\d{1,4}(?:[^\S\n\r]+of[^\S\n\r]+\d{1,4})?)?/iy;

/** Where the footer that starts at `offset`, the start of a printed line, ends; undefined if there is none. */
export function furnitureAtLineStart(source: string, offset: number): number | undefined {
  const first = source.charCodeAt(offset) | 0x20;
  if (first !== 0x66 && !(first >= 0x30 && first <= 0x39)) return undefined;
  footer.lastIndex = offset;
  const match = footer.exec(source);
  if (!match) return undefined;
  const end = offset + match[0].length;
  return endsPrintedLine(source, end) ? end : undefined;
}

const pageNumber = /^(?:[-\u2013]\s?)?(?:page\s{1,3})?(\d{1,3})(?:\s{1,3}of\s{1,3}(\d{1,3}))?(?:\s?[-\u2013])?$/i;
const footerPage = /^(\d{1,4})\s|\s(\d{1,4})(?:\s{1,9}of\s{1,9}(\d{1,4}))?$/i;

/** The number of its page that a piece of furniture prints. */
export interface PrintedPage {
  readonly number: number;
  /** How many pages the letter says it has. */
  readonly total?: number;
  /** It is part of the running footer with the case number. */
  readonly footer: boolean;
}

/** The page number in the text of a piece of furniture; undefined when it prints none. */
export function printedPage(furniture: string): PrintedPage | undefined {
  const alone = pageNumber.exec(furniture);
  const match = alone ?? footerPage.exec(furniture);
  const number = match?.[1] ?? (alone ? undefined : match?.[2]);
  if (number === undefined) return undefined;
  const total = match?.[alone ? 2 : 3];
  return { number: Number(number), ...(total !== undefined && { total: Number(total) }), footer: !alone };
}

const longestPageNumber = 16;
/** Code units that a page surely holds, unless it is the last: lists of bare numbers stand closer together. */
const shortestPage = 800;
/** The most pages that a bare number may leave out and still be taken for one. */
const mostLeftOut = 20;

/**
 * The lines that print nothing but the number of their page (`2`, `Page 2`, `Page 2 of 7`, `- 2 -`). Such numbers
 * start at 1 or 2 and count up from page to page, with more space beside them than lines have between them; a
 * number that is alone in its letter has it on both sides. `Page 5 of 7` may leave pages out or go back, and so may, once
 * two numbers have counted up, a higher one next to a page break.
 */
export function pageNumberLines(source: string, lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const short = lines.flatMap((line, index) => (line.end - line.start <= longestPageNumber ? [index] : []));
  const printed = short.flatMap((index) => {
    const line = lines[index];
    const match = line && pageNumber.exec(source.slice(line.start, line.end));
    return match ? [{ index, line, number: Number(match[1]), total: Number(match[2] ?? Number.NaN) }] : [];
  });
  if (printed.length === 0) return new Set();
  const blanksInWrap = Math.max(0, measureSpacing(source, lines).blanksInWrap);
  const gapBefore = (line: SourceLine | undefined): boolean =>
    line === undefined || line.pageBreak || line.blankLines > blanksInWrap;
  const found = new Map<SourceLine, number>();
  let last = { number: 0, end: 0 };
  let isBareOne = false;
  for (const { index, line, number, total } of printed) {
    const gaps = Number(gapBefore(line)) + Number(gapBefore(lines[index + 1]));
    const next = last.number === 0 ? number <= 2 : number === last.number + 1;
    const leavesOut = found.size >= 2 && number > last.number && number <= last.number + mostLeftOut;
    const atPageBreak = line.pageBreak || lines[index + 1]?.pageBreak === true;
    const continues = next || number <= total || (leavesOut && atPageBreak);
    const farEnough = line.start - last.end >= shortestPage || (found.size > 0 && index === lines.length - 1);
    const isValue = source.charAt((lines[index - 1]?.end ?? 0) - 1) === ':';
    if (gaps === 0 || !continues || !farEnough || (isValue && gaps < 2)) continue;
    found.set(line, gaps);
    isBareOne = number === 1 && !(number <= total);
    last = { number, end: line.end };
  }
  // A page number 1 is followed by others, unless the rest of the letter is no page.
  const lacksOthers = isBareOne && (lines.at(-1)?.end ?? 0) - last.end >= shortestPage;
  const alone = found.size === 1 && ([...found.values()][0] !== 2 || lacksOthers);
  return new Set(alone ? [] : found.keys());
}
