/** True for the UTF-16 code units that JavaScript's `\s` matches: what the text model calls white space. */
export function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The half-open range inside `[start, end)` without the white space at its two ends; empty at `start` if all is white. */
export function trimRange(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from < end && isWhiteSpace(text.charCodeAt(from))) from++;
  if (from === end) return { start, end: start };
  let to = end;
  while (isWhiteSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

const irregularSpace = /\s\s|[^\S ]/;

/** One space for every stretch of white space, none at the ends. */
export const normaliseSpace = (text: string): string =>
  (irregularSpace.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
