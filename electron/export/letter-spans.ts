import type { Section } from '../../shared/model/letter-parse.ts';
import type { Span } from '../../shared/model/span.ts';

/** Where a paragraph or a heading line of the letter stands; `level` is that of a heading. */
export interface LetterSpan extends Span {
  readonly level?: 2 | 3;
}

/** Longer first lines than this are prose, not a heading. */
const longestHeading = 240;

/**
 * The reading text's paragraphs in order, without the white space around them. The first line of every known section
 * is a span of its own: 2 for the letter's sections, 3 for its items.
 */
export function letterSpans(text: string, sections: readonly Section[]): LetterSpan[] {
  const levels = headingLevels(text, sections);
  const heads = [...levels.keys()].sort((a, b) => a - b);
  const spans: LetterSpan[] = [];
  const add = (start: number, end: number, level?: 2 | 3): void => {
    const trimmed = withoutOuterSpace(text, start, end);
    if (trimmed.start < trimmed.end) spans.push(level ? { ...trimmed, level } : trimmed);
  };
  for (const paragraph of paragraphSpans(text)) {
    let at = paragraph.start;
    while ((heads[0] ?? Number.POSITIVE_INFINITY) < paragraph.end) {
      const head = heads.shift() ?? paragraph.end;
      add(at, head);
      at = lineEnd(text, head, paragraph.end);
      add(head, at, levels.get(head));
    }
    add(at, paragraph.end);
  }
  return spans;
}

function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n[^\S\n]*\n\s*/gu)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...spans, { start, end: text.length }];
}

function headingLevels(text: string, sections: readonly Section[]): Map<number, 2 | 3> {
  const levels = new Map<number, 2 | 3>();
  for (const section of sections) {
    if (section.kind === 'header') continue;
    const { start } = withoutOuterSpace(text, section.start, section.end);
    const isLineStart = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
    const length = lineEnd(text, start, section.end) - start;
    if (isLineStart && length <= longestHeading) levels.set(start, section.kind === 'item' ? 3 : 2);
  }
  return levels;
}

function lineEnd(text: string, from: number, limit: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? limit : Math.min(found, limit);
}

function withoutOuterSpace(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  const trimmedStart = slice.trimStart();
  const from = start + slice.length - trimmedStart.length;
  return { start: from, end: from + trimmedStart.trimEnd().length };
}
