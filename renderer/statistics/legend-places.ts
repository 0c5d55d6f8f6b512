/** Between two entries, and from one line to the next, in px. */
const gap = 18;
const lineHeight = 18;

/** Where the entries of a legend go in `room`: one after the other, in as many lines as they need. All in px. */
export function legendPlaces(widths: readonly number[], room: number): { readonly x: number; readonly y: number }[] {
  let x = 0;
  let y = 0;
  return widths.map((width) => {
    if (x > 0 && x + width > room) {
      x = 0;
      y += lineHeight;
    }
    const place = { x, y };
    x += width + gap;
    return place;
  });
}
