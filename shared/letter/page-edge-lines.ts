/**
 * Running headers and footers that their place tells: the same line at the same edge of page after page, whatever its
 * wording, with or without the number of the page.
 */
import { clauseEnd, endsWith, isFull, measureSpacing, type Spacing, startsSmall } from './line-breaks.ts';
import { labelAtLineStart } from './printed-labels.ts';
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
/** No header ends so, but for names of firms. */
const endsClause = /(?<!\b(?:Inc|Corp|Ltd|Co|LLC))[.,;!?]["'\u2019\u201D)\]]{0,3}$/i;
/** The part of the line width from which on, with the next word, a line may be one of a wrapped paragraph. */
const wrappedShare = 0.9;

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
  const parted = breaks.map((_, page) => {
    const [above, below] = [lines[bottoms[page]?.at ?? -1], lines[tops[page + 1]?.at ?? -1]];
    return partsSentence(source, above, below) ? 'plainly' : endsFull(print, above, below) ? 'perhaps' : 'no';
  });
  const found = new Set([...sureLines(tops, [undefined, ...parted]), ...sureLines(bottoms, [...parted, undefined])]);
  return withCopies(print, breaks[0]?.index ?? 0, new Set(lines.filter((_, index) => found.has(index))));
}

/** True when a page ends with a full line that ends no clause, and the next page starts with no label. */
const endsFull = ({ source, spacing }: Print, above: SourceLine | undefined, below: SourceLine | undefined): boolean =>
  above !== undefined &&
  below !== undefined &&
  spacing.blanksInWrap >= 0 &&
  !endsWith(source, above, clauseEnd) &&
  isFull(source, above, below, spacing) &&
  !labelAtLineStart(source, below.start);

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
    // Over a number two edges of one page may meet.
    const met = new Set<number>();
    for (const edge of edges) {
      const line = print.lines[edge.at];
      if (line && isBareNumber(print.source, line)) edge.at += inwards;
      const text = met.has(edge.at) ? undefined : candidateAt(print, edge, inwards);
      met.add(edge.at);
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
function candidateAt(print: Print, { at, first }: Edge, inwards: 1 | -1): string | undefined {
  const line = print.lines[at];
  const text = line && runningText(print.source, line);
  if (!line || text === undefined || (first && isOwnHeader(print.source, line))) return undefined;
  const named = namesCase(text) || namesPage(text) || sender.test(text);
  // No wrapped paragraph ends with its first line, or begins with its last, at the edge of page after page.
  const next = print.lines[at + 1];
  const [outer, inner] = inwards === 1 ? [at === 0 || line.pageBreak, next] : [!next || next.pageBreak, line];
  const alone = outer && inner !== undefined && inner.blankLines > Math.max(0, print.spacing.blanksInWrap);
  return named || alone || !isWrapped(print, at) ? text : undefined;
}

/** True for a line that may well be one of a wrapped paragraph: it goes on the line before, or fills its own. */
function isWrapped({ source, lines, spacing: { width } }: Print, at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || startsSmall(source, line)) return true;
  const length = line.end - line.start;
  const word = next
    ? (/^\S{1,30}/.exec(source.slice(next.start, Math.min(next.end, next.start + 30)))?.[0].length ?? 0)
    : 0;
  return length <= width + raggedEnd && length + 1 + word >= width * wrappedShare;
}

/** True for lines of two pages or more that are the same but for one number, which counts up. */
const returns = (group: readonly Bearing[]): boolean =>
  group.length >= 2 && pageNumbersOf(group.map(({ text }) => text)) !== undefined;

/** What the pages that bear a line say. */
interface Evidence {
  readonly text: string;
  readonly pages: number;
  /** Its number is that of the page. */
  readonly numbered: boolean;
  /** It parts a sentence. */
  readonly parts: Parted;
  /** All of the pages end there for certain. */
  readonly certain: boolean;
  /** The whole text starts with it as well. */
  readonly opening: boolean;
  /** The whole text ends with it as well. */
  readonly closing: boolean;
}

type Parted = 'plainly' | 'perhaps' | 'no';
const strength: readonly Parted[] = ['no', 'perhaps', 'plainly'];
const stronger = (a: Parted, b: Parted): Parted => (strength.indexOf(a) >= strength.indexOf(b) ? a : b);

/** The indices of the lines taken that are no part of the text beyond doubt; `parted` tells of each edge but the outermost. */
function sureLines(edges: readonly Edge[], parted: readonly (Parted | undefined)[]): number[] {
  const bearing = new Map<string, Evidence>();
  for (const [page, { taken, certain }] of edges.entries()) {
    for (const { key, text } of taken) {
      const one = bearing.get(key);
      bearing.set(key, {
        text: one?.text ?? text,
        pages: (one?.pages ?? 0) + 1,
        numbered: one !== undefined && (one.numbered || one.text !== text),
        parts: stronger(one?.parts ?? 'no', parted[page] ?? 'no'),
        certain: (one?.certain ?? true) && certain,
        opening: one?.opening === true || (parted[page] === undefined && page === 0),
        closing: one?.closing === true || (parted[page] === undefined && page > 0),
      });
    }
  }
  const sure = new Set([...bearing].filter(([, evidence]) => isSure(evidence, edges.length)).map(([key]) => key));
  // Between a sure one and its edge there is no text.
  return edges.flatMap(({ taken }) => {
    const last = taken.findLastIndex(({ key }) => sure.has(key));
    return taken.slice(0, last + 1).map(({ at }) => at);
  });
}

function isSure({ text, pages, numbered, parts, certain, opening, closing }: Evidence, allPages: number): boolean {
  if (pages < 2 || (pages === 2 && !certain && parts !== 'plainly')) return false;
  if (namesCase(text)) return true;
  if (namesPage(text))
    return numbered && (certain || !isPageOfPages(text) || Number.parseInt(text.replace(/^\D+/, ''), 10) <= 2);
  if (endsClause.test(text)) return pages > 2 && parts === 'plainly';
  if (pages === 2) return certain ? parts === 'plainly' || sender.test(text) : sender.test(text);
  if (parts !== 'no' || opening || sender.test(text)) return true;
  return (numbered && closing) || (certain && pages === allPages);
}
