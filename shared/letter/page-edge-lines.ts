/**
 * Running headers and footers that their place tells: the same line at the same edge of page after page, whatever its
 * wording, with or without the number of the page.
 */
import { isFull, measureSpacing, type Spacing, startsSmall } from './line-breaks.ts';
import {
  isBareNumber,
  isOwnHeader,
  isPageOfPages,
  namesCase,
  namesPage,
  pageNumbersOf,
  partsSentence,
  runningKey,
  runningText,
  standsApart,
} from './running-text.ts';
import type { SourceLine } from './source-lines.ts';

/** One edge of one page, and the lines found there to return, from the edge inwards. */
interface Edge {
  /** The index of the next line inwards. */
  at: number;
  readonly taken: { readonly at: number; readonly key: string; readonly text: string }[];
  /** A form feed or known furniture says that a page ends here, or a gap that is unlike the letter's marked ones. */
  readonly certain: boolean;
  /** The start of the text. */
  readonly first: boolean;
}

interface Print {
  readonly source: string;
  readonly lines: readonly SourceLine[];
  readonly spacing: Spacing;
}

interface Bearing {
  readonly edge: Edge;
  readonly text: string;
}

/** The most lines of a header or footer. */
const mostLines = 8;
/** By how many code units a full line may be longer than most. */
const raggedEnd = 8;
/** Who sends the letters. */
const sender =
  /^(?:MAXIMUS Federal Services|Independent Medical Review|State of California|(?:DWC|Division of Workers)\b)/i;
const endedSentence = /\p{Ll}{2}[.!?]["'\u2019\u201D)\]]{0,3}$/u;

/**
 * The lines of a letter that are such headers or footers. A line counts where it returns on at least three pages, or on
 * two with its page or the case number; and where, besides, it names the page, the case or the sender, parts a sentence,
 * or stands on every page. Headings, labels and decisions never do. Without form feeds the page breaks are the gaps
 * wider than those between paragraphs.
 */
export function pageEdgeLines(source: string, lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  if (!lines.some((line) => line.pageBreak || (!line.marked && line.blankLines > 1))) return new Set();
  const print = { source, lines, spacing: measureSpacing(source, lines) };
  const breaks = pageBreaks(print);
  const edge = (at: number, certain: boolean): Edge => ({ at, taken: [], certain, first: at === 0 });
  const tops = [edge(0, true), ...breaks.map(({ index, certain }) => edge(index, certain))];
  const bottoms = [...breaks.map(({ index, certain }) => edge(index - 1, certain)), edge(lines.length - 1, true)];
  takeReturning(print, tops, 1);
  takeReturning(print, bottoms, -1);
  const parted = breaks.map((_, page) =>
    partsSentence(source, lines[bottoms[page]?.at ?? -1], lines[tops[page + 1]?.at ?? -1]),
  );
  const found = new Set([...sureLines(tops, [false, ...parted]), ...sureLines(bottoms, [...parted, false])]);
  return withCopies(print, breaks[0]?.index ?? 0, new Set(lines.filter((_, index) => found.has(index))));
}

/** Adds to running lines the same ones that stand apart elsewhere, the first page aside: not every page break shows. */
function withCopies({ source, lines, spacing }: Print, from: number, found: Set<SourceLine>): Set<SourceLine> {
  if (found.size === 0) return found;
  const keyOf = (line: SourceLine) => runningKey(runningText(source, line) ?? '');
  const keys = new Set([...found].map(keyOf));
  for (const [index, line] of lines.entries()) {
    if (index >= from && standsApart(line, lines[index + 1], spacing) && keys.has(keyOf(line))) found.add(line);
  }
  return found;
}

/** The indices of the lines that pages start with. */
function pageBreaks({ lines, spacing }: Print): { index: number; certain: boolean }[] {
  const certain = lines.flatMap(({ pageBreak }, index) => (pageBreak && index > 0 ? [{ index, certain: true }] : []));
  if (certain.length > 0) return certain;
  const pageGap = Math.max(0, spacing.blanksInWrap) + 2;
  return lines.flatMap(({ marked, blankLines }, index) =>
    index > 0 && !marked && blankLines >= pageGap ? [{ index, certain: spacing.marks }] : [],
  );
}

/** Moves the edges inwards, line by line, over what returns at enough of them; `inwards` is the step of an index. */
function takeReturning(print: Print, edges: readonly Edge[], inwards: 1 | -1): void {
  const accepted = new Set<string>();
  for (let depth = 0; depth < mostLines; depth++) {
    const groups = new Map<string, Bearing[]>();
    for (const edge of edges) {
      const line = print.lines[edge.at];
      if (line && isBareNumber(print.source, line)) edge.at += inwards;
      const text = candidateAt(print, edge);
      if (text === undefined) continue;
      const key = runningKey(text);
      const group = groups.get(key);
      if (group) group.push({ edge, text });
      else groups.set(key, [{ edge, text }]);
    }
    const returning = [...groups].filter(([key, group]) => accepted.has(key) || returns(group));
    if (returning.length === 0) return;
    for (const [key, group] of returning) {
      accepted.add(key);
      for (const { edge, text } of group) {
        edge.taken.push({ at: edge.at, key, text });
        edge.at += inwards;
      }
    }
  }
}

/** The text of an edge's next line, if it may be a header or footer. The first page keeps the letter's own header. */
function candidateAt(print: Print, { at, first }: Edge): string | undefined {
  const line = print.lines[at];
  const text = line && runningText(print.source, line);
  if (!line || text === undefined || (first && isOwnHeader(print.source, line))) return undefined;
  const isNamed = namesCase(text) || namesPage(text) || sender.test(text);
  return isNamed || !isWrapped(print, at) ? text : undefined;
}

/** True for a line that is plainly one of a wrapped paragraph: it goes on the line before, or fills its own. */
function isWrapped({ source, lines, spacing }: Print, at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || startsSmall(source, line)) return true;
  return (
    next !== undefined &&
    line.end - line.start <= spacing.width + raggedEnd &&
    startsSmall(source, next) &&
    isFull(source, line, next, spacing)
  );
}

/** True for lines on enough pages that are the same but for one number, which counts up. */
function returns(group: readonly Bearing[]): boolean {
  if (group.length < 2) return false;
  const pages = pageNumbersOf(group.map(({ text }) => text));
  if (!pages) return false;
  return group.length >= 3 || group.every(({ edge }) => edge.certain);
}

/** The indices of the lines taken that are no part of the text beyond doubt; `parted` tells of each edge. */
function sureLines(edges: readonly Edge[], parted: readonly boolean[]): number[] {
  const bearing = new Map<string, { text: string; pages: number; parts: boolean; certain: boolean }>();
  for (const [page, { taken, certain }] of edges.entries()) {
    for (const { key, text } of taken) {
      const one = bearing.get(key) ?? { text, pages: 0, parts: false, certain: true };
      const parts = one.parts || parted[page] === true;
      bearing.set(key, { text, pages: one.pages + 1, parts, certain: one.certain && certain });
    }
  }
  const isSure = (key: string): boolean => {
    const { text = '', pages = 0, parts = false, certain = false } = bearing.get(key) ?? {};
    if (namesCase(text) || (parts && (pages > 2 || !endedSentence.test(text)))) return true;
    if (namesPage(text)) return certain || !isPageOfPages(text) || Number.parseInt(text.replace(/^\D+/, ''), 10) <= 2;
    return certain && !endedSentence.test(text) && pages > 2 && (sender.test(text) || pages === edges.length);
  };
  const unsure = new Set([...bearing.keys()].filter((key) => !isSure(key)));
  return edges.flatMap(({ taken }) => {
    const stop = taken.findIndex(({ key }) => unsure.has(key));
    return taken.slice(0, stop < 0 ? taken.length : stop).map(({ at }) => at);
  });
}
