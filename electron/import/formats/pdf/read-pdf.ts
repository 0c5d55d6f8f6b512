import type { Diagnostic } from '../../../../shared/model/letter-parse.ts';
import { FailureError } from '../../../../shared/result.ts';
import { largestLetter, type ReadingLimits, tooMuchText } from '../../reading-limits.ts';
import type { ExtractedText } from '../extracted-text.ts';
import { joinPages } from './join-pages.ts';
import { type PageLine, readLines } from './page-text.ts';
import { type PdfDocument, withPdf } from './pdf-document.ts';

/** More than any letter has; what is longer is a book or made to do harm. */
const maxPages = 2_000;

/** PDFium's FPDF_PAGEOBJ_IMAGE and FPDF_PAGEOBJ_FORM, which may hold an image. */
const pictureObjects: ReadonlySet<number> = new Set([3, 5]);

/**
 * The text of a PDF in PDFium's reading order, line by line. A PDF without any text has the diagnostic `needs-ocr`;
 * pages that are damaged or pictures have one each.
 * @throws FailureError `password-protected`, `damaged-file`, `too-large`
 */
export function readPdf(bytes: Uint8Array, limits: ReadingLimits = largestLetter): Promise<ExtractedText> {
  const read = (document: PdfDocument): ExtractedText => {
    const { pageCount } = document;
    if (pageCount < 1) throw new FailureError('damaged-file', 'This PDF is damaged: no page of it can be found.');
    if (pageCount > maxPages) throw tooManyPages(pageCount);
    const pages: (PageLine[] | undefined)[] = [];
    const pictures: number[] = [];
    let characters = 0;
    let isBlank = true;
    for (let index = 0; index < pageCount; index++) {
      const found = readPage(document, index);
      pages.push(found?.lines);
      if (found?.isPicture) pictures.push(index + 1);
      isBlank &&= found?.isBlank ?? true;
      for (const { text } of found?.lines ?? []) characters += text.length;
      if (characters > limits.characters) throw tooMuchText('characters', limits.characters);
    }
    const damaged = pages.flatMap((lines, index) => (lines ? [] : [index + 1]));
    if (damaged.length === pageCount) {
      throw new FailureError('damaged-file', 'This PDF is damaged: none of its pages can be read.');
    }
    if (isBlank) throw new FailureError('empty-file', 'There is nothing on the pages of this PDF.');
    const joined = joinPages(pages.map((lines) => lines ?? []));
    const hasText = joined.text.trim() !== '';
    const diagnostics = [
      ...(hasText ? pictures.map(pictureOnPage) : [needsOcr]),
      ...damaged.map(damagedPage),
      ...(isComplete(bytes) ? [] : [incomplete]),
      ...(joined.text.includes('\uFFFD') ? [unknownCharacters] : []),
    ];
    return hasText ? { ...joined, diagnostics } : { text: '', pages: [], diagnostics };
  };
  return withPdf(bytes, read, limits.pdfMemory);
}

function readPage({ engine, readPage }: PdfDocument, index: number) {
  const { api } = engine;
  return readPage(index, (page) => {
    const lines = readLines(engine, page);
    const objects = lines.length > 0 ? 0 : api.FPDFPage_CountObjects(page.page);
    const isPicture = (object: number) =>
      pictureObjects.has(api.FPDFPageObj_GetType(api.FPDFPage_GetObject(page.page, object)));
    return {
      lines,
      isBlank: lines.length === 0 && objects <= 0,
      isPicture: Array.from({ length: Math.max(0, objects) }, (_, object) => object).some(isPicture),
    };
  });
}

/** A complete PDF ends with this mark, give or take what mail programs hang on. */
const isComplete = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(-2048)).includes('%%EOF');

const needsOcr: Diagnostic = {
  code: 'needs-ocr',
  severity: 'warning',
  message:
    'This PDF needs OCR: it holds no text, only pictures of it. The file is kept; run it through OCR and import the result to read and annotate it here.',
};

const pictureOnPage = (page: number): Diagnostic => ({
  code: 'page-needs-ocr',
  severity: 'warning',
  message: `Page ${page} of this PDF holds no text, only pictures. What they show is not in the text.`,
});

const damagedPage = (page: number): Diagnostic => ({
  code: 'page-damaged',
  severity: 'error',
  message: `Page ${page} of this PDF is damaged and could not be read.`,
});

const incomplete: Diagnostic = {
  code: 'file-incomplete',
  severity: 'error',
  message: 'The end of this PDF is missing: it was cut off, and part of the letter may be lost.',
};

const unknownCharacters: Diagnostic = {
  code: 'unknown-characters',
  severity: 'warning',
  message: 'This PDF does not say what some of its characters mean; they are shown as \uFFFD.',
};

const tooManyPages = (count: number): FailureError =>
  new FailureError('too-large', `This PDF has ${count} pages; letters of up to ${maxPages} can be imported.`);
