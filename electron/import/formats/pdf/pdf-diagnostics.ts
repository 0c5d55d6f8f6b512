import type { Diagnostic } from '../../../../shared/model/letter-parse.ts';

/** What reading a PDF found that is not as it should be. Pages are counted from 1. */
export interface PdfFindings {
  /** Pages that could not be read. */
  readonly damagedPages: readonly number[];
  readonly isComplete: boolean;
  /** Whether text may be missing although every page could be read. */
  readonly hasHiddenDamage: boolean;
  /** Pages that are pictures of text. */
  readonly pictures: readonly number[];
  /** Whether no page has text but such pictures. */
  readonly needsOcr: boolean;
  readonly text: string;
}

/** What a reviewer should know of a PDF, the worst first. */
export function pdfDiagnostics(found: PdfFindings): Diagnostic[] {
  const { damagedPages, isComplete, hasHiddenDamage, pictures, text } = found;
  return [
    ...damagedPages.map(damagedPage),
    ...(isComplete ? [] : [incomplete]),
    ...(isComplete && hasHiddenDamage ? [partDamaged] : []),
    ...(found.needsOcr ? [needsOcr(text)] : pictures.map(pictureOnPage)),
    ...(text.includes('\uFFFD') ? [unknownCharacters] : []),
  ];
}

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

const partDamaged: Diagnostic = {
  code: 'file-damaged',
  severity: 'error',
  message:
    'Part of this PDF is damaged: words of the letter may be missing or wrong. Compare it with the original, or get the file again and import that.',
};

const needsOcr = (text: string): Diagnostic => ({
  code: 'needs-ocr',
  severity: 'warning',
  message: `This PDF needs OCR: it holds ${text === '' ? 'no text' : 'hardly any text'}, only pictures of it. The file is kept; run it through OCR and import the result to read and annotate it here.`,
});

const pictureOnPage = (page: number): Diagnostic => ({
  code: 'page-needs-ocr',
  severity: 'warning',
  message: `Page ${page} of this PDF is a picture with no text or hardly any. What it shows is not in the text.`,
});

const unknownCharacters: Diagnostic = {
  code: 'unknown-characters',
  severity: 'warning',
  message: 'This PDF does not say what some of its characters mean; they are shown as \uFFFD.',
};
