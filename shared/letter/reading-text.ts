/**
 * Reflow: from a source text, as it was printed line by line, to the reading text, paragraph by paragraph.
 * Every code unit of the source that is not white space stands in the reading text exactly once and in order, or
 * in the furniture; everything else in the reading text is white space. Linear in the source's length.
 */
import type { Furniture } from '../model/letter-parse.ts';
import { endsParagraph, measureSpacing } from './line-breaks.ts';
import { ListMarkers } from './list-markers.ts';
import { furnitureAtLineStart } from './page-furniture.ts';
import { labelAtLineStart, type PrintedLabel } from './printed-labels.ts';
import { ReadingTextBuilder } from './reading-text-builder.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import type { SourceMap } from './source-map.ts';
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
        listItem ||
        !previous ||
        closesIntroduction(source, previous) ||
        endsParagraph(source, previous, line, spacing);
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
  const lines: SourceLine[] = [];
  const furniture: Furniture[] = [];
  let setAside: { end: number; blankLines: number; marked: boolean } | undefined;
  for (const line of printed) {
    if (setAside && line.start < setAside.end) continue;
    const end = furnitureAtLineStart(source, line.start);
    const blankLines = (setAside?.blankLines ?? 0) + line.blankLines;
    const marked = (setAside?.marked ?? false) || line.marked;
    if (end !== undefined) {
      furniture.push({ start: line.start, end, text: source.slice(line.start, end) });
      setAside = { end, blankLines, marked };
    } else {
      lines.push(setAside ? { ...line, blankLines, marked, pageBreak: true } : line);
      setAside = undefined;
    }
  }
  return { lines, furniture };
}

const introduction = /(?:set\s+forth\s+below|medical\s+records|following\s+credentials)\s*:$/i;

/** True when a line ends one of the letters' standing introductions, which may be wrapped. A paragraph follows. */
function closesIntroduction(source: string, line: SourceLine): boolean {
  if (source.charCodeAt(line.end - 1) !== 0x3a) return false;
  return introduction.test(source.slice(Math.max(0, line.end - 60), line.end));
}
