/** A PDF written by hand, for what a typesetter does not write. */

const escapeString = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** Lines of Helvetica at 12 points, 20 points apart, as the content of a page. */
export const textContent = (...lines: string[]): string =>
  `BT /F1 12 Tf 72 720 Td ${lines.map((line) => `(${escapeString(line)}) Tj 0 -20 Td`).join(' ')} ET`;

/**
 * A PDF with pages of these contents, undefined for one whose `pageEntries` say where its content is. `more` are objects, numbered from 10, and `pageEntries` further entries of each page's
 * dictionary that may refer to them.
 */
export function writePdf(
  pages: readonly (string | undefined)[],
  { more = [], pageEntries = '' }: { more?: readonly string[]; pageEntries?: string } = {},
): Uint8Array<ArrayBuffer> {
  const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const first = 10 + more.length;
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    ...more.map((object, i) => [10 + i, object] as const),
    ...pages.flatMap((content, i) => [
      [
        first + 2 * i,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> /XObject << /X1 10 0 R >> >> ${content === undefined ? '' : `/Contents ${first + 2 * i + 1} 0 R`} ${pageEntries} >>`,
      ] as const,
      [first + 2 * i + 1, stream(content ?? '')] as const,
    ]),
  ]);
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 1\n0000000000 65535 f \n${[...offsets]
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('')}trailer\n<< /Size ${first + 2 * pages.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** An object that holds a grey picture, for `more`; a page draws it with `pictureContent`. */
export const picture =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream';
export const pictureContent = 'q 500 0 0 700 50 50 cm /X1 Do Q';
