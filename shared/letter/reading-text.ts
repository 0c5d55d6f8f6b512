/**
 * Reflow: from a source text, as it was printed line by line, to the reading text, paragraph by paragraph.
 * Every code unit of the source that is not white space stands in the reading text exactly once and in order, or
 * in the furniture; everything else in the reading text is white space. Linear in the source's length.
 */
import type { Furniture } from '../model/letter-parse.ts';
import { itemHeadingLines } from './item-heading-lines.ts';
import { endsParagraph, measureSpacing } from './line-breaks.ts';
import { ListMarkers } from './list-markers.ts';
import { furnitureAtLineStart, pageNumberLines } from './page-furniture.ts';
import { closesIntroduction, labelAtLineStart, type PrintedLabel } from './printed-labels.ts';
import { ReadingTextBuilder } from './reading-text-builder.ts';
import { runningLines } from './running-lines.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import type { SourceMap } from './source-map.ts';
import { tableRows } from './table-rows.ts';
import { trimRange } from './white-space.ts';

export interface ReflowedText {
  /** Paragraphs with one empty line between them and no white space at either end. */
  readonly readingText: string;
  readonly sourceMap: SourceMap;
  /** What was set aside, in source offsets. */
  readonly furniture: readonly Furniture[];
}

/** Reflows a source text. Any string will do. */
export function reflow(source: string): ReflowedText {
  const { lines, furniture } = setFurnitureAside(source, sourceLines(source));
  const spacing = measureSpacing(source, lines);
  const lists = new ListMarkers(source, spacing);
  const headings = itemHeadingLines(source, lines, spacing);
  const rows = tableRows(source, lines);
  const text = new ReadingTextBuilder(source);
  /** The last heading or label, which may run over line ends. */
  let label: PrintedLabel | undefined;
  let beforeHeadings = true;
  let previous: SourceLine | undefined;
  for (const line of lines) {
    const insideLabel = label !== undefined && line.start < label.end;
    let starts = false;
    if (!insideLabel) {
      const afterHeading = label?.kind === 'heading' && previous !== undefined && previous.end <= label.end;
      const found = labelAtLineStart(source, line.start);
      const isLabel = found !== undefined && (found.kind !== 'header-label' || beforeHeadings);
      if (isLabel) label = found;
      const listItem = lists.startsItem(line, previous);
      starts =
        afterHeading ||
        isLabel ||
        !previous ||
        closesIntroduction(source, previous) ||
        headings.first.has(line) ||
        rows.has(line) ||
        (rows.has(previous) && /^\p{Lu}/u.test(source.charAt(line.start))) ||
        (!headings.further.has(line) && (listItem || endsParagraph(source, previous, line, spacing)));
    }
    const append = starts ? text.appendParagraph.bind(text) : text.appendLine.bind(text);
    if (label?.kind === 'heading') beforeHeadings = false;
    if (label?.kind === 'heading' && label.end > line.start && label.end < line.end) {
      append(line.start, label.end);
      text.appendParagraph(trimRange(source, label.end, line.end).start, line.end);
    } else append(line.start, line.end);
    previous = line;
  }
  return { readingText: text.toString(), sourceMap: text.sourceMap, furniture };
}

function setFurnitureAside(source: string, printed: readonly SourceLine[]) {
  const furniture: Furniture[] = [];
  const withoutFooter = setAside(source, printed, furniture, ({ start }) => furnitureAtLineStart(source, start));
  const running = runningLines(source, withoutFooter);
  const withoutFooters =
    running.size === 0
      ? withoutFooter
      : setAside(source, withoutFooter, furniture, (line) => (running.has(line) ? line.end : undefined));
  const numbers = pageNumberLines(source, withoutFooters);
  const lines =
    numbers.size === 0
      ? withoutFooters
      : setAside(source, withoutFooters, furniture, (line) => (numbers.has(line) ? line.end : undefined));
  furniture.sort((a, b) => a.start - b.start);
  return { lines, furniture };
}

/** The lines that are no furniture; `endOf` gives the end of the furniture that starts with a line. */
function setAside(
  source: string,
  printed: readonly SourceLine[],
  furniture: Furniture[],
  endOf: (line: SourceLine) => number | undefined,
): SourceLine[] {
  const lines: SourceLine[] = [];
  let skipped: { end: number; blankLines: number; marked: boolean } | undefined;
  for (const line of printed) {
    if (skipped && line.start < skipped.end) continue;
    const end = endOf(line);
    const blankLines = (skipped?.blankLines ?? 0) + line.blankLines;
    const marked = (skipped?.marked ?? false) || line.marked;
    if (end !== undefined) {
      furniture.push({ start: line.start, end, text: source.slice(line.start, end) });
      skipped = { end, blankLines, marked };
    } else {
      lines.push(skipped ? { ...line, blankLines, marked, pageBreak: true } : line);
      skipped = undefined;
    }
  }
  return lines;
}
