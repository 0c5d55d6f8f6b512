/**
 * Running headers and footers. Only what is one beyond doubt is set aside: the published footer, on lines of its
 * own, page numbers that count up from page to page, and lines that return on every page (`running-lines.ts`).
 * Anything else stays in the reading text, since a lost line is worse than a stray one.
 */
import { measureSpacing } from './line-breaks.ts';
import { partsSentence } from './running-text.ts';
import { endsPrintedLine, type SourceLine } from './source-lines.ts';

const footer =
  /(?:\d{1,4}\s+)?Final\s+Determination\s+Letter\s+for\s+IMR\s+Case\s+Number:?\s+CM\s?\d{2}\s?[-\u2010-\u2015\u2212]\s?\d{5,9}(?:[^\S\n\r]{0,40}[-\u2013|,]?[^\S\n\r]{1,40}(?:(?:Page|Pg\.?|p\.)[^\S\n\r]{0,3}[|:#]?[^\S\n\r]{0,3})?\d{1,4}(?:[^\S\n\r]{0,3}(?:of|\/)[^\S\n\r]{0,3}\d{1,4})?)?/iy;

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

/** `2`, `- 2 -`, `[2]`, `Page 2`, `Pg. 2 of 7`, `2/7`, `2 | Page`. */
const pageNumber =
  /^[-\u2013[]?\s?((?:page|pg\.?|p\.)\s{0,3}[|:#]?\s{0,3})?(\d{1,3})(?:\s{0,3}(?:of|\/)\s{0,3}(\d{1,3}))?(\s{0,3}\|\s{0,3}page)?\s?[-\u2013\]]?$/i;
const footerPage =
  /^(\d{1,4})\s|(?:^|[\s#|:-])(\d{1,4})(?:\s{0,9}(?:\/|of)\s{0,9}(\d{1,4}))?$|\s(\d{1,4})\s{0,3}\|\s{0,3}page$/i;

/** The number of its page that a piece of furniture prints. */
export interface PrintedPage {
  readonly number: number;
  /** How many pages the letter says it has. */
  readonly total?: number;
}

/** The page number in the text of a piece of furniture; undefined when it prints none. */
export function printedPage(furniture: string): PrintedPage | undefined {
  const alone = pageNumber.exec(furniture);
  const match = alone ?? footerPage.exec(furniture);
  const number = alone ? alone[2] : (match?.[1] ?? match?.[2] ?? match?.[4]);
  if (number === undefined) return undefined;
  const total = match?.[3];
  return { number: Number(number), ...(total !== undefined && { total: Number(total) }) };
}

const longestPageNumber = 18;
/** Code units that a page surely holds, unless it is the last: lists of bare numbers stand closer together. */
export const shortestPage = 800;
/** The most pages that a bare number may leave out and still be taken for one. */
const mostLeftOut = 20;

interface NumberLine {
  readonly line: SourceLine;
  readonly number: number;
  /** How many pages the letter says it has, else NaN. */
  readonly total: number;
  /** Nothing but the number: a list may print it as well. */
  readonly bare: boolean;
  /** At how many of its sides, of two, there is more space than between lines. */
  readonly gaps: number;
  /** A page ends or starts here: by a form feed, or by the widest gaps of the letter. */
  readonly pageBreak: 'certain' | 'likely' | 'none';
  /** A sentence runs on over it. */
  readonly parts: boolean;
}

/**
 * The lines that print nothing but the number of their page (`2`, `Page 2`, `Page 2 of 7`, `- 2 -`). Such numbers
 * start at 1 or 2 and count up from page to page, with more space beside them than lines have between them, bare ones
 * beside a page break; a number that is alone in its letter has it on both sides. `Page 5 of 7` may leave pages out or
 * go back, and so may, once two numbers have counted up, a higher one next to a page break.
 */
export function pageNumberLines(source: string, lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const found: NumberLine[] = [];
  let last = { number: 0, end: 0 };
  for (const printed of numberLines(source, lines)) {
    const { line, number, total, bare, gaps, pageBreak } = printed;
    const next = last.number === 0 ? number <= 2 : number === last.number + 1;
    const leavesOut = found.length >= 2 && number > last.number && number <= last.number + mostLeftOut;
    const continues = next || number <= total || (leavesOut && pageBreak === 'certain');
    const farEnough =
      line.start - last.end >= (pageBreak === 'none' ? shortestPage : shortestPage / 3) ||
      line === lines[found.length === 0 ? 0 : lines.length - 1];
    if (!(gaps > 0 || !bare) || !continues || !(farEnough || pageBreak === 'certain')) continue;
    found.push(printed);
    last = { number, end: line.end };
  }
  const bare = found.filter((one) => one.bare);
  const atBreaks = bare.filter(({ pageBreak }) => pageBreak !== 'none');
  // The numbers of a list have gaps beside them too, but no sentence runs on over them, and a list ends in text.
  const isPage = (one: NumberLine) => one.pageBreak === 'certain' || one.parts || one.line === lines.at(-1);
  const isList = bare.length > atBreaks.length * 2 || !atBreaks.some(isPage);
  if (bare.length > 0 && isList) return new Set(found.filter((one) => !one.bare).map(({ line }) => line));
  const [first] = found;
  // A page number 1 is followed by others, unless the rest of the letter is no page.
  const lacksOthers =
    first?.number === 1 && !(first.number <= first.total) && (lines.at(-1)?.end ?? 0) - last.end >= shortestPage;
  const alone = found.length === 1 && (first?.gaps !== 2 || lacksOthers);
  return new Set(alone ? [] : found.map(({ line }) => line));
}

function numberLines(source: string, lines: readonly SourceLine[]): NumberLine[] {
  const short = lines.flatMap((line, index) => {
    const match =
      line.end - line.start <= longestPageNumber ? pageNumber.exec(source.slice(line.start, line.end)) : null;
    return match ? [{ index, line, match }] : [];
  });
  if (short.length === 0) return [];
  const wrap = Math.max(0, measureSpacing(source, lines).blanksInWrap);
  const hasPages = lines.some(({ pageBreak }) => pageBreak);
  return short.flatMap(({ index, line, match: [printed, word, number, total, after] }) => {
    const slash = printed.includes('/');
    const previous = lines[index - 1];
    const next = lines[index + 1];
    const certain = line.pageBreak || next?.pageBreak === true || (hasPages && (!previous || !next));
    const likely = !previous || [line, next].some((one) => !one || (!one.marked && one.blankLines >= wrap + 2));
    const gaps = [previous && line, next].filter((one) => !one || one.pageBreak || one.blankLines > wrap).length;
    // The value of a label is no page number.
    if (!certain && !likely && gaps < 2 && source.charAt((previous?.end ?? 0) - 1) === ':') return [];
    return {
      line,
      number: Number(number),
      // `2/5` may be a fraction.
      total: word === undefined && slash ? Number.NaN : Number(total ?? Number.NaN),
      bare: word === undefined && total === undefined && after === undefined,
      gaps,
      pageBreak: certain ? 'certain' : likely ? 'likely' : 'none',
      parts: partsSentence(source, previous, next),
    };
  });
}
