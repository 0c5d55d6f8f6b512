import type { PageRect } from './pdfium.ts';

/** A rectangle on a page of the report; pages are counted from 0. */
export interface Placed extends PageRect {
  readonly page: number;
}

/** Rectangles closer than this many points, side by side on a line, are one: rounding, not a gap. */
const joinWithin = 0.75;
/** Narrower rectangles, in points, hold only a space that the line's end swallowed. */
const narrowest = 0.1;
/** A link reaches over half the space between lines; a highlight keeps within its line. Parts of the link's height. */
const inset = { top: 0.093, bottom: 0.054 };

/** The lines of a highlight, page by page, from the rectangles of its pieces in reading order. */
export function highlightLines(rects: readonly Placed[]): Map<number, PageRect[]> {
  const pages = new Map<number, PageRect[]>();
  for (const { page, left, bottom, right, top } of rects) {
    if (right - left < narrowest) continue;
    const lines = pages.get(page) ?? [];
    const last = lines.at(-1);
    if (last && onOneLine(last, { left, bottom, right, top })) {
      lines[lines.length - 1] = {
        left: Math.min(last.left, left),
        bottom: Math.min(last.bottom, bottom),
        right: Math.max(last.right, right),
        top: Math.max(last.top, top),
      };
    } else lines.push({ left, bottom, right, top });
    pages.set(page, lines);
  }
  return new Map([...pages].map(([page, lines]) => [page, lines.map(withinLine)]));
}

function onOneLine(a: PageRect, b: PageRect): boolean {
  const overlap = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  const height = Math.min(a.top - a.bottom, b.top - b.bottom);
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return overlap > height / 2 && gap < joinWithin;
}

function withinLine({ left, bottom, right, top }: PageRect): PageRect {
  const height = top - bottom;
  return { left, right, bottom: bottom + height * inset.bottom, top: top - height * inset.top };
}
