import { losesObjects } from './cross-references.ts';
import { hasTextOfMorePages } from './lost-pages.ts';
import type { PdfDocument } from './pdf-document.ts';
import { readTextStreams } from './text-streams.ts';

/**
 * Whether part of a PDF's text may be lost although PDFium read the file without complaint, as it does with what
 * remains of a damaged stream. Sees damage where streams are packed (the checksum of zlib), in the words and numbers
 * that lead to them, and where a page with text has become one of the `blankPages`; not damage in the middle of what
 * has no checksum, such as plain streams and the widths of fonts, nor in encrypted files.
 */
export function hasHiddenDamage(bytes: Uint8Array, document: PdfDocument, blankPages: number): boolean {
  if (document.isEncrypted) return false;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return (
    hasDamagedStream(file) ||
    (!document.isRebuilt && losesObjects(file)) ||
    (blankPages > 0 && hasTextOfMorePages(file, document.pageCount - blankPages))
  );
}

function hasDamagedStream(file: Buffer): boolean {
  for (const { number, content } of readTextStreams(file)) {
    if (number === undefined || content === 'damaged') return true;
  }
  return false;
}
