import { isWhiteSpace } from '../../../../shared/letter/white-space.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { ExtractedText } from '../extracted-text.ts';
import { readRawText } from './page-text.ts';
import { type PdfPage, withPdf } from './pdf-document.ts';
import type { PdfiumEngine } from './pdfium-engine.ts';

/** A rectangle on a page, in points from the page's origin (its lower left corner, unless it is cropped). */
export interface PageRectangle {
  /** 1 for the first page. */
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Where a span of the source text is printed: the rectangles of its lines, page by page. `bytes` is the PDF that the
 * text was read from. Characters are found by counting printed ones from the top of their page, since line ends and
 * gaps between paragraphs are not PDFium's own.
 * @throws FailureError as `readPdf`; `invalid-input` when the text is not that of these bytes
 */
export function rectanglesOf(
  bytes: Uint8Array,
  { text, pages }: Pick<ExtractedText, 'text' | 'pages'>,
  { start, end }: Span,
): Promise<PageRectangle[]> {
  return withPdf(bytes, ({ engine, readPage }) =>
    pages
      .filter((range) => range.start < end && start < range.end)
      .flatMap((range) => {
        const first = countPrinted(text, range.start, Math.max(start, range.start));
        const count = countPrinted(text, Math.max(start, range.start), Math.min(end, range.end));
        if (count === 0) return [];
        const found = readPage(range.page - 1, (page) => rectanglesOnPage(engine, page, first, count));
        if (!found) throw new FailureError('invalid-input', 'This text was not read from this PDF.');
        return found.map((rectangle) => ({ page: range.page, ...rectangle }));
      }),
  );
}

/** The rectangles of the `count` printed characters of a page after its `first`. */
function rectanglesOnPage(engine: PdfiumEngine, page: PdfPage, first: number, count: number) {
  const { api } = engine;
  const raw = readRawText(engine, page);
  const start = skipPrinted(raw, 0, first);
  const end = skipPrinted(raw, start, count - 1) + 1;
  if (end > raw.length) throw new FailureError('invalid-input', 'This text was not read from this PDF.');
  const from = api.FPDFText_GetCharIndexFromTextIndex(page.text, start);
  const to = api.FPDFText_GetCharIndexFromTextIndex(page.text, end - 1) + 1;
  const rectangles = api.FPDFText_CountRects(page.text, from, to - from);
  return engine.withMemory(32, (at) => {
    const found: Omit<PageRectangle, 'page'>[] = [];
    for (let index = 0; index < rectangles; index++) {
      if (!api.FPDFText_GetRect(page.text, index, at, at + 8, at + 16, at + 24)) continue;
      const [left = 0, top = 0, right = 0, bottom = 0] = [0, 8, 16, 24].map((offset) => engine.readDouble(at + offset));
      found.push({ left, bottom, right, top });
    }
    return found;
  });
}

function countPrinted(text: string, start: number, end: number): number {
  let count = 0;
  for (let offset = start; offset < end; offset++) if (!isWhiteSpace(text.charCodeAt(offset))) count++;
  return count;
}

/** The offset of the printed character that has `count` others between `start` and itself. */
function skipPrinted(text: string, start: number, count: number): number {
  let left = count;
  let offset = start;
  for (; offset < text.length; offset++) {
    if (isWhiteSpace(text.charCodeAt(offset))) continue;
    if (left === 0) return offset;
    left--;
  }
  return offset;
}
