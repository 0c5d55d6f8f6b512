import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** An address in the memory of PDFium. */
export type Pointer = number;
/** PDFium's file annotation types (FPDF_ANNOT_…) that reports have. */
export const annotationTypes = { link: 2, highlight: 9 } as const;

/** A rectangle on a page, in points from its lower left corner. */
export interface PageRect {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

type Heap = WrappedPdfiumModule['pdfium'] & { readonly HEAPU8: Uint8Array };

/** An open document. `page` loads a page, counted from 0; it stays loaded as long as the document. */
export interface PdfDocument {
  readonly pointer: Pointer;
  readonly page: (index: number) => Pointer;
}

let engine: Promise<Pdfium> | undefined;

/** The PDF engine of this thread, started when it is first asked for. */
export function openPdfium(): Promise<Pdfium> {
  engine ??= start();
  return engine;
}

async function start(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const settings = { wasmBinary: readFileSync(path) };
  const api = await init(settings as Parameters<typeof init>[0]);
  api.PDFiumExt_Init();
  return new Pdfium(api);
}

/** PDFium's functions (`api`) with its memory made easy to use. Every pointer lives as long as its callback runs. */
export class Pdfium {
  readonly api: WrappedPdfiumModule;
  readonly #heap: Heap;

  constructor(api: WrappedPdfiumModule) {
    this.api = api;
    this.#heap = api.pdfium as Heap;
  }

  /** Opens a document, and closes it after `work`. Throws when the bytes are no PDF. */
  withDocument<T>(bytes: Uint8Array, work: (document: PdfDocument) => T): T {
    return this.withBytes(bytes, (data) => {
      const pointer = this.api.FPDF_LoadMemDocument(data, bytes.length, '');
      if (!pointer) throw new Error(`PDFium could not open the document (error ${this.api.FPDF_GetLastError()}).`);
      const pages = new Map<number, Pointer>();
      const page = (index: number): Pointer => {
        const known = pages.get(index);
        if (known) return known;
        const loaded = this.api.FPDF_LoadPage(pointer, index);
        if (!loaded) throw new Error(`PDFium could not open page ${index + 1}.`);
        pages.set(index, loaded);
        return loaded;
      };
      try {
        return work({ pointer, page });
      } finally {
        for (const loaded of pages.values()) this.api.FPDF_ClosePage(loaded);
        this.api.FPDF_CloseDocument(pointer);
      }
    });
  }

  /** An annotation of a page, for as long as `work` runs. The page need not be loaded. */
  withAnnotation<T>({ pointer }: PdfDocument, page: number, index: number, work: (annotation: Pointer) => T): T {
    const annotation = this.api.EPDFPage_GetAnnotRaw(pointer, page, index);
    if (!annotation) throw new Error(`PDFium could not read an annotation of page ${page + 1}.`);
    try {
      return work(annotation);
    } finally {
      this.api.FPDFPage_CloseAnnot(annotation);
    }
  }

  rectOf(annotation: Pointer): PageRect {
    return this.withMemory(16, (at) => {
      succeed(this.api.FPDFAnnot_GetRect(annotation, at), 'read a rectangle');
      const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((i) => this.#heap.getValue(at + i, 'float'));
      return { left, top, right, bottom };
    });
  }

  setRect(annotation: Pointer, { left, top, right, bottom }: PageRect): void {
    this.withFloats([left, top, right, bottom], (at) =>
      succeed(this.api.FPDFAnnot_SetRect(annotation, at), 'place an annotation'),
    );
  }

  /** Adds a quadrilateral to a highlight: one line of the text that it covers. */
  addQuad(annotation: Pointer, { left, top, right, bottom }: PageRect): void {
    this.withFloats([left, top, right, top, left, bottom, right, bottom], (at) =>
      succeed(this.api.FPDFAnnot_AppendAttachmentPoints(annotation, at), 'mark a line'),
    );
  }

  /** Sets a text of an annotation. The text must not contain NUL. */
  setText(annotation: Pointer, key: string, text: string): void {
    const size = 2 * text.length + 2;
    this.withMemory(size, (at) => {
      this.#heap.stringToUTF16(text, at, size);
      succeed(this.api.FPDFAnnot_SetStringValue(annotation, key, at), `set ${key}`);
    });
  }

  /** The address that a link annotation leads to, if it is an address. */
  uriOf({ pointer }: PdfDocument, annotation: Pointer): string | undefined {
    const link = this.api.FPDFAnnot_GetLink(annotation);
    const action = link && this.api.FPDFLink_GetAction(link);
    if (!action) return undefined;
    const size = this.api.FPDFAction_GetURIPath(pointer, action, 0, 0);
    return this.withMemory(size + 1, (at) => {
      this.api.FPDFAction_GetURIPath(pointer, action, at, size);
      return this.#heap.UTF8ToString(at);
    });
  }

  /** The document as a complete file. */
  save({ pointer }: PdfDocument): Uint8Array {
    const noIncremental = 2;
    const writer = this.api.PDFiumExt_OpenFileWriter();
    try {
      succeed(this.api.FPDF_SaveAsCopy(pointer, writer, noIncremental), 'save the document');
      const size = this.api.PDFiumExt_GetFileWriterSize(writer);
      return this.withMemory(size, (at) => {
        this.api.PDFiumExt_GetFileWriterData(writer, at, size);
        return this.#heap.HEAPU8.slice(at, at + size);
      });
    } finally {
      this.api.PDFiumExt_CloseFileWriter(writer);
    }
  }

  withBytes<T>(bytes: Uint8Array, work: (at: Pointer) => T): T {
    return this.withMemory(bytes.length, (at) => {
      this.#heap.HEAPU8.set(bytes, at);
      return work(at);
    });
  }

  withFloats<T>(values: readonly number[], work: (at: Pointer) => T): T {
    return this.withBytes(new Uint8Array(Float32Array.from(values).buffer), work);
  }

  withMemory<T>(size: number, work: (at: Pointer) => T): T {
    const at = this.#heap.wasmExports.malloc(Math.max(1, size));
    if (!at) throw new Error('PDFium ran out of memory.');
    try {
      return work(at);
    } finally {
      this.#heap.wasmExports.free(at);
    }
  }
}

/** Throws when PDFium reports that it could not do what was asked. */
export function succeed(done: boolean, what: string): void {
  if (!done) throw new Error(`PDFium could not ${what}.`);
}
