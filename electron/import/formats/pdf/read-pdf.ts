import { FailureError } from '../../../../shared/result.ts';
import { largestLetter, type ReadingLimits, tooMuchText } from '../../reading-limits.ts';
import type { ExtractedText } from '../extracted-text.ts';
import { hasHiddenDamage } from './hidden-damage.ts';
import { isCutOff } from './is-cut-off.ts';
import { joinPages } from './join-pages.ts';
import { pdfDiagnostics } from './pdf-diagnostics.ts';
import { type PdfDocument, withPdf } from './pdf-document.ts';
import { type ReadPage, readPage } from './read-page.ts';

/** More than any letter has; what is longer is a book or made to do harm. */
const maxPages = 2_000;

/**
 * The text of a PDF in PDFium's reading order, line by line. A PDF whose pages are pictures has the diagnostic
 * `needs-ocr`, one of whose text a part may be missing `page-damaged`, `file-incomplete` or `file-damaged`.
 * @throws FailureError `password-protected`, `damaged-file`, `empty-file`, `too-large`
 */
export function readPdf(bytes: Uint8Array, limits: ReadingLimits = largestLetter): Promise<ExtractedText> {
  return withPdf(bytes, (document) => readDocument(document, bytes, limits), limits.pdfMemory);
}

function readDocument(document: PdfDocument, bytes: Uint8Array, limits: ReadingLimits): ExtractedText {
  const pages = readPages(document, limits);
  const numbers = (which: (page: ReadPage | undefined) => boolean): number[] =>
    pages.flatMap((page, index) => (which(page) ? [index + 1] : []));
  const damagedPages = numbers((page) => page === undefined);
  if (damagedPages.length === pages.length) {
    throw new FailureError('damaged-file', 'This PDF is damaged: none of its pages can be read.');
  }
  const blank = numbers((page) => page?.isBlank === true);
  const pictures = numbers((page) => page?.isPicture === true);
  const joined = joinPages(pages.map((page) => page?.lines ?? []));
  const hasText = joined.text.trim() !== '';
  const findings = {
    damagedPages,
    isComplete: !isCutOff(bytes),
    hasHiddenDamage: hasHiddenDamage(bytes, document, blank.length),
    pictures,
    needsOcr: !hasText || pictures.length + blank.length + damagedPages.length === pages.length,
    text: joined.text,
  };
  if (blank.length + damagedPages.length === pages.length) {
    throw nothingOnPages(findings.hasHiddenDamage || damagedPages.length > 0);
  }
  const diagnostics = pdfDiagnostics(findings);
  return hasText ? { ...joined, diagnostics } : { text: '', pages: [], diagnostics };
}

/** Undefined for those that PDFium cannot read. */
function readPages(document: PdfDocument, limits: ReadingLimits): (ReadPage | undefined)[] {
  const { pageCount } = document;
  if (pageCount < 1) throw new FailureError('damaged-file', 'This PDF is damaged: no page of it can be found.');
  if (pageCount > maxPages) throw tooManyPages(pageCount);
  const pages: (ReadPage | undefined)[] = [];
  let characters = 0;
  for (let index = 0; index < pageCount; index++) {
    const page = readPage(document, index);
    pages.push(page);
    for (const { text } of page?.lines ?? []) characters += text.length;
    if (characters > limits.characters) throw tooMuchText('characters', limits.characters);
  }
  return pages;
}

const nothingOnPages = (isDamaged: boolean): FailureError =>
  isDamaged
    ? new FailureError('damaged-file', 'This PDF is damaged: nothing on its pages can be read.')
    : new FailureError('empty-file', 'There is nothing on the pages of this PDF.');

const tooManyPages = (count: number): FailureError =>
  new FailureError('too-large', `This PDF has ${count} pages; letters of up to ${maxPages} can be imported.`);
