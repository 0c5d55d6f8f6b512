import { FailureError } from '../../../../shared/result.ts';
import { type PdfiumEngine, type Pointer, withPdfium } from './pdfium-engine.ts';

/** PDFium's FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY. */
const errors = { password: 4, security: 5 } as const;

/** PDFium's FLATTEN_SUCCESS. */
const flattened = 1;

/** An open PDF. */
export interface PdfDocument {
  readonly engine: PdfiumEngine;
  readonly pageCount: number;
  readonly isEncrypted: boolean;
  /** Whether its cross-reference table was of no use, so that PDFium looked for the objects itself. */
  readonly isRebuilt: boolean;
  /** What `read` finds on a page, counted from 0; undefined for a page that PDFium cannot read. */
  readonly readPage: <T>(index: number, read: (page: PdfPage) => T) => T | undefined;
}

/** A loaded page. */
export interface PdfPage {
  readonly page: Pointer;
  /** The page for the FPDFText_… functions. */
  readonly text: Pointer;
}

/**
 * Opens a PDF and closes it after `work`; `memory` as for `withPdfium`.
 * @throws FailureError `password-protected`, `damaged-file`, `too-large`
 */
export function withPdf<T>(bytes: Uint8Array, work: (document: PdfDocument) => T, memory?: number): Promise<T> {
  const open = (engine: PdfiumEngine): T =>
    engine.withMemory(bytes.length, (data) => {
      const { api } = engine;
      engine.write(data, bytes);
      const document = api.FPDF_LoadMemDocument(data, bytes.length, '');
      if (!document) throw openFailure(api.FPDF_GetLastError());
      return engine.scoped(
        () =>
          work({
            engine,
            pageCount: api.FPDF_GetPageCount(document),
            isEncrypted: api.EPDF_IsEncrypted(document),
            isRebuilt: !api.FPDF_DocumentHasValidCrossReferenceTable(document),
            readPage: (index, read) => readPage(engine, document, index, read),
          }),
        () => api.FPDF_CloseDocument(document),
      );
    });
  return withPdfium(open, memory);
}

function readPage<T>(engine: PdfiumEngine, document: Pointer, index: number, read: (page: PdfPage) => T) {
  const { api } = engine;
  const page = loadPage(engine, document, index);
  if (!page) return undefined;
  return engine.scoped(
    () => {
      const text = api.FPDFText_LoadPage(page);
      if (!text) return undefined;
      return engine.scoped(
        () => read({ page, text }),
        () => api.FPDFText_ClosePage(text),
      );
    },
    () => api.FPDF_ClosePage(page),
  );
}

/** The page with what is typed into its form and written over it made part of it; PDFium reads no text there. */
function loadPage({ api }: PdfiumEngine, document: Pointer, index: number): Pointer {
  const page = api.FPDF_LoadPage(document, index);
  if (!page || api.FPDFPage_GetAnnotCount(page) <= 0 || api.FPDFPage_Flatten(page, 0) !== flattened) return page;
  api.FPDF_ClosePage(page);
  return api.FPDF_LoadPage(document, index);
}

function openFailure(error: number): FailureError {
  if (error === errors.password) {
    return new FailureError(
      'password-protected',
      'This PDF is protected by a password. Save a copy without the password and import that.',
    );
  }
  if (error === errors.security) {
    return new FailureError('password-protected', 'This PDF is protected in a way that the program cannot open.');
  }
  return new FailureError('damaged-file', 'This PDF is damaged: it cannot be opened.');
}
