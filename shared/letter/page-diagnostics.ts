/** What the running headers, footers and page numbers of a letter tell about its pages. */
import type { Diagnostic, Furniture } from '../model/letter-parse.ts';
import { type PrintedPage, printedPage } from './page-furniture.ts';
import { runningKey } from './running-text.ts';
import { type SourceMap, toReading } from './source-map.ts';
import { trimRange } from './white-space.ts';
import { wordNear } from './word-near.ts';

/**
 * One remark that furniture was set aside, and one for each place where the numbers of the pages leave some out, go
 * back, or end before the last page they promise. Each place is the first word after the gap, or else the last before
 * it, in offsets of the reading text.
 */
export function pageDiagnostics(
  source: string,
  furniture: readonly Furniture[],
  readingText: string,
  sourceMap: SourceMap,
): Diagnostic[] {
  if (furniture.length === 0) return [];
  const pages = furniture.flatMap(({ start, end, text }) => {
    const page = printedPage(text);
    return page ? [{ ...page, start, end, wording: runningKey(text) }] : [];
  });
  const wordAt = (offset: number) => wordNear(readingText, toReading(sourceMap, offset));
  const gaps = leastGaps(source, pages).map(({ message, at }) => ({
    code: 'page-sequence-gap',
    severity: 'warning' as const,
    message,
    ...wordAt(at),
  }));
  return [setAside(furniture.length), ...gaps];
}

/**
 * A letter may number its pages in two ways, and a fax once more; or in turn at the left and the right. So the numbers
 * are read as one sequence or as one for each wording, whichever leaves fewer gaps. A number that is always the same
 * is no page's.
 */
function leastGaps(source: string, pages: readonly NumberedPage[]): Gap[] {
  const wordings = [...Map.groupBy(pages, ({ wording }) => wording).values()].filter(
    ([first, ...others]) => others.length === 0 || others.some(({ number }) => number !== first?.number),
  );
  const numbered = new Set(wordings.flat());
  const together = gapsIn(
    source,
    pages.filter((page) => numbered.has(page)),
  );
  const apart = wordings.flatMap((wording) => gapsIn(source, wording));
  return apart.length < together.length ? apart : together;
}

const setAside = (count: number): Diagnostic => ({
  code: 'furniture-set-aside',
  severity: 'info',
  message:
    count === 1
      ? 'One running header, footer or page number was set aside; it is not part of the text.'
      : `${count} running headers, footers and page numbers were set aside; they are not part of the text.`,
});

interface NumberedPage extends PrintedPage {
  /** In the source, as `end`. */
  readonly start: number;
  readonly end: number;
  /** Its text but for the numbers. */
  readonly wording: string;
}

/** A remark and its place in the source. */
interface Gap {
  readonly message: string;
  readonly at: number;
}

/** The gaps in one sequence of page numbers, with their places in the source. */
function gapsIn(source: string, pages: readonly NumberedPage[]): Gap[] {
  const [first] = pages;
  const last = pages.at(-1);
  if (!first || !last) return [];
  const atTop = isAtTop(source, first);
  const gaps = pages.flatMap((page, index) => {
    const before = pages[index - 1];
    if (!before || page.number === before.number || page.number === before.number + 1) return [];
    const message =
      page.number > before.number
        ? `After page ${before.number} comes page ${page.number}: ${missing(before.number + 1, page.number - 1)}.`
        : `After page ${before.number} comes page ${page.number}: pages may be missing, or in the wrong order.`;
    return [{ message, at: atTop ? page.start : before.end }];
  });
  const present = !atTop && trimRange(source, last.end, source.length).end > last.end ? last.number + 1 : last.number;
  if (last.total !== undefined && present < last.total) {
    const message = `The letter says that it has ${last.total} pages, and ends with page ${present}: ${missing(present + 1, last.total)}.`;
    gaps.push({ message, at: source.length });
  }
  return gaps;
}

const missing = (from: number, to: number): string =>
  from === to ? `page ${from} seems to be missing` : `pages ${from} to ${to} seem to be missing`;

/** True for a number at the top of its page: nothing is printed above it, or a page ends right above it. */
const isAtTop = (source: string, { start }: NumberedPage): boolean =>
  trimRange(source, 0, start).end === 0 || /\f\s{0,20}$/.test(source.slice(Math.max(0, start - 21), start));
