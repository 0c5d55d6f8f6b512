import type { PdfPage } from './pdf-document.ts';
import type { PdfiumEngine, Pointer } from './pdfium-engine.ts';

/** PDFium's FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_IMAGE and FPDF_PAGEOBJ_FORM, and its FPDF_TEXTRENDERMODE_INVISIBLE. */
const kind = { text: 1, image: 3, form: 5 } as const;
const invisible = 3;

/** What a page shows besides its words. */
export interface PagePictures {
  /** Whether there are any, or forms, in which there may be some. */
  readonly isAny: boolean;
  /** Of the page's area, from 0 to 1, how much lies under pictures. */
  readonly share: number;
  /** Whether it has text that is not to be seen, as OCR puts over the picture that it was read from. */
  readonly hasInvisibleText: boolean;
}

/** PDF's `[a b c d e f]` (ISO 32000-1, 8.3.3). */
type Matrix = readonly number[];

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A page is looked at in this many rows and columns. */
const cells = 16;
/** Bounds for files made to do harm. */
const most = { objects: 20_000, depth: 8 } as const;

/** How much of a page its pictures cover, those in its form objects included. */
export function readPictures(engine: PdfiumEngine, { page }: PdfPage): PagePictures {
  const { api } = engine;
  const covered = new Uint8Array(cells * cells);
  let objects = 0;
  let isAny = false;
  let hasInvisibleText = false;
  engine.withMemory(24, (room) => {
    const floats = (count: number) => Array.from({ length: count }, (_, n) => engine.readFloat(room + 4 * n));
    const look = (count: number, objectAt: (index: number) => Pointer, matrices: readonly Matrix[]): void => {
      for (let index = 0; index < count && objects < most.objects; index++, objects++) {
        const object = objectAt(index);
        const type = api.FPDFPageObj_GetType(object);
        isAny ||= type === kind.image || type === kind.form;
        if (type === kind.text) hasInvisibleText ||= api.FPDFTextObj_GetTextRenderMode(object) === invisible;
        if (type === kind.image && api.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)) {
          cover(covered, within(pageBox, boxOnPage(floats(4), matrices)));
        }
        if (type === kind.form && matrices.length < most.depth && api.FPDFPageObj_GetMatrix(object, room)) {
          const inner = (n: number) => api.FPDFFormObj_GetObject(object, n);
          look(api.FPDFFormObj_CountObjects(object), inner, [floats(6), ...matrices]);
        }
      }
    };
    if (!api.FPDF_GetPageBoundingBox(page, room)) return;
    const [left = 0, top = 0, right = 0, bottom = 0] = floats(4);
    const pageBox = { left, bottom, right, top };
    look(api.FPDFPage_CountObjects(page), (index) => api.FPDFPage_GetObject(page, index), []);
  });
  return { isAny, share: covered.reduce((sum, cell) => sum + cell, 0) / covered.length, hasInvisibleText };
}

/** The box on the page of `[left, bottom, right, top]` inside forms with these matrices, the innermost first. */
function boxOnPage(bounds: readonly number[], matrices: readonly Matrix[]): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = bounds;
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map((corner) => matrices.reduce(transform, corner));
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

const transform = ([x = 0, y = 0]: readonly number[], [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix) => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** `box` in cells of the page. */
function within(page: Box, box: Box): Box {
  const x = (at: number) => (cells * (at - page.left)) / (page.right - page.left);
  const y = (at: number) => (cells * (at - page.bottom)) / (page.top - page.bottom);
  return { left: x(box.left), bottom: y(box.bottom), right: x(box.right), top: y(box.top) };
}

/** Marks the cells whose middle is in the box. */
function cover(covered: Uint8Array, { left, bottom, right, top }: Box): void {
  const rows = [Math.max(0, Math.ceil(bottom - 0.5)), Math.min(cells, Math.ceil(top - 0.5))] as const;
  const columns = [Math.max(0, Math.ceil(left - 0.5)), Math.min(cells, Math.ceil(right - 0.5))] as const;
  for (let row = rows[0]; row < rows[1]; row++) covered.fill(1, cells * row + columns[0], cells * row + columns[1]);
}
