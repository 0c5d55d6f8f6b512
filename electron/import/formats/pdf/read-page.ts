import { type PageLine, readLines } from './page-text.ts';
import type { PdfDocument } from './pdf-document.ts';
import { readPictures } from './picture-cover.ts';

export interface ReadPage {
  readonly lines: readonly PageLine[];
  /** Whether there is nothing on it. */
  readonly isBlank: boolean;
  /** Whether it shows a picture of text that nobody has read: it has pictures and no text, or is one with a stamp on it. */
  readonly isPicture: boolean;
}

/** A stamp of a scanner, the lines that a fax machine adds: fewer characters than this, and a picture behind them. */
const stamp = 200;
/** The least share of a page that the picture of a page covers. */
const picturePage = 0.6;

/** Page `index`, from 0; undefined when PDFium cannot read it. */
export function readPage({ engine, readPage }: PdfDocument, index: number): ReadPage | undefined {
  return readPage(index, (page) => {
    const lines = readLines(engine, page);
    if (hasMoreThanStamp(lines)) return { lines, isBlank: false, isPicture: false };
    const { isAny, share, hasInvisibleText } = readPictures(engine, page);
    const hasText = lines.length > 0;
    return {
      lines,
      isBlank: !hasText && engine.api.FPDFPage_CountObjects(page.page) <= 0,
      isPicture: hasText ? share >= picturePage && !hasInvisibleText : isAny,
    };
  });
}

function hasMoreThanStamp(lines: readonly PageLine[]): boolean {
  let characters = 0;
  return lines.some(({ text }) => {
    characters += text.replace(/\s/g, '').length;
    return characters >= stamp;
  });
}
