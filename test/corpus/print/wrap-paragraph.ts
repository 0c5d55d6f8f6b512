/** A character's width in a proportional type, in tenths of the width of a small letter. */
function widthOf(char: string): number {
  if (/[ijlft.,;:'|()[\]\-! ]/.test(char)) return 6;
  if (/[mwMW@%]/.test(char)) return 16;
  return /[A-Z&0-9]/.test(char) ? 12 : 10;
}
const measure = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0) / 9.2;

/**
 * The lines of `paragraph`, at most `width` average characters each where its words allow. A line breaks at spaces,
 * which stay at its end, and after a hyphen within a word, as word processors do; a line feed always breaks it.
 */
export function wrapParagraph(paragraph: string, width: number): string[] {
  return paragraph.split('\n').flatMap((stretch) => {
    if (!Number.isFinite(width)) return [stretch];
    const lines: string[] = [];
    let line = '';
    let length = 0;
    for (const piece of stretch.match(/\S+?(?<=[\p{L}\d])-(?=[\p{L}\d])|\S+\s*|\s+/gu) ?? []) {
      const wide = measure(piece.trimEnd());
      if (line.trim() !== '' && length + wide > width) {
        lines.push(line);
        line = '';
        length = 0;
      }
      line += piece;
      length += measure(piece);
    }
    if (line !== '' || lines.length === 0) lines.push(line);
    return lines;
  });
}
