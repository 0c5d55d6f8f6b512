import type { SourceLine } from './source-lines.ts';

const longestRow = 240;
const wideGap = /\s{3,}/g;
/** A tab parts cells where words are parted by spaces. */
const tabGap = /\s{3,}|\t/g;

/**
 * The lines that are rows of a table: at least two such lines in a row, each of three or more cells with wide gaps
 * between them. They are no wrapped text, and each is a paragraph.
 */
export function tableRows(source: string, lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const rows = new Set<SourceLine>();
  let previous: SourceLine | undefined;
  for (const line of lines) {
    const text = line.end - line.start <= longestRow ? source.slice(line.start, line.end) : '';
    const mayBe = text.includes('   ') || text.includes('\t');
    const isRow = mayBe && [...text.matchAll(/\S \S/.test(text) ? tabGap : wideGap)].length >= 2;
    if (isRow && previous) rows.add(previous).add(line);
    previous = isRow ? line : undefined;
  }
  return rows;
}
