import type { PageRange } from '../../../../shared/model/extraction.ts';
import type { PageLine } from './page-text.ts';

/** What stands between two paragraphs, as the letters themselves print it: a line with one space. */
const paragraphGap = '\n \n';

/** A distance of this many line pitches or more from one line to the next is a gap between paragraphs. */
const gapPitches = 1.3;

/** Joins the lines of pages to a source text, with a form feed between pages and gaps where the print has them. */
export function joinPages(pages: readonly (readonly PageLine[])[]): { text: string; pages: PageRange[] } {
  const pitch = linePitch(pages);
  const texts = pages.map((lines) => joinLines(lines, pitch));
  let start = 0;
  const ranges = texts.map((text, index) => {
    const range = { page: index + 1, start, end: start + text.length };
    start = range.end + 1;
    return range;
  });
  return { text: texts.join('\f'), pages: ranges };
}

function joinLines(lines: readonly PageLine[], pitch: number): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous) text += distance(previous, line) >= gapPitches * pitch ? paragraphGap : '\n';
    text += line.text;
  }
  return text;
}

/** Points from the baseline of a line down to that of the next; 0 where the next does not stand below. */
function distance(a: PageLine, b: PageLine): number {
  if (a.baseline === undefined || b.baseline === undefined) return 0;
  return Math.max(0, a.baseline - b.baseline);
}

/** The distance that lines most often have from each other, in points; Infinity where no line stands below another. */
function linePitch(pages: readonly (readonly PageLine[])[]): number {
  const counts = new Map<number, number>();
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const previous = lines[index - 1];
      const halfPoints = previous ? Math.round(2 * distance(previous, line)) : 0;
      if (halfPoints > 0) counts.set(halfPoints, (counts.get(halfPoints) ?? 0) + 1);
    }
  }
  let best = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [halfPoints, count] of counts) {
    if (count > most || (count === most && halfPoints < best)) [best, most] = [halfPoints, count];
  }
  return best / 2;
}
