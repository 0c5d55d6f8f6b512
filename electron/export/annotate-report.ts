import type { Annotation } from '../../shared/model/annotation.ts';
import { highlightLines, type Placed } from './highlight-lines.ts';
import type { NumberedNote } from './highlight-pieces.ts';
import {
  annotationTypes,
  openPdfium,
  type PageRect,
  type PdfDocument,
  type Pdfium,
  type Pointer,
  succeed,
} from './pdfium.ts';
import { printableText } from './printable-text.ts';
import type { Report } from './report-data.ts';

/** The colour of a highlight, 0-255: the lightest tint of case-report.typ. */
const tint = [255, 240, 179] as const;
const printed = 4;
const multiply = 1;
/** Points above a passage that a jump to it also shows. */
const headroom = 24;

/** A link of case-report.typ: a piece of a highlight, a note's number at its passage (`chip`) or among the notes. */
interface Marker extends Placed {
  readonly kind: 'piece' | 'chip' | 'note';
  /** The number of the piece or note. */
  readonly index: number;
  /** Its place among the page's annotations. */
  readonly annotation: number;
}

/**
 * Adds to a typeset report one PDF Highlight annotation for each note and page that its passage stands on, and makes
 * the template's links lead from passages to notes and back.
 */
export async function annotateReport(pdf: Uint8Array, report: Report): Promise<Uint8Array> {
  if (report.notes.length === 0) return pdf;
  const pdfium = await openPdfium();
  return pdfium.withDocument(pdf, (document) => {
    const markers = readMarkers(pdfium, document);
    const { piece: pieces = [], chip: chips = [], note: notes = [] } = Object.groupBy(markers, ({ kind }) => kind);
    const byPiece = Map.groupBy(pieces, ({ index }) => index);
    const chipOf = new Map(chips.map((chip) => [chip.index, chip]));
    const noteOf = new Map(notes.map((note) => [note.index, note]));

    for (const marker of markers) {
      const number = marker.kind === 'piece' ? (report.pieces[marker.index]?.innermost ?? 0) : marker.index;
      const target = (marker.kind === 'note' ? chipOf : noteOf).get(number);
      if (!target) throw new Error(`The report has no place for note ${number}.`);
      pdfium.withAnnotation(document, marker.page, marker.annotation, (link) => {
        jumpTo(pdfium, document, link, target);
        pdfium.setText(link, 'Contents', marker.kind === 'note' ? `To passage ${number}` : `To note ${number}`);
      });
    }
    for (const note of report.notes) {
      const [from, to] = report.ranges.get(note.number) ?? [0, 0];
      const lines = highlightLines(Array.from({ length: to - from }, (_, i) => byPiece.get(from + i) ?? []).flat());
      const chip = chipOf.get(note.number);
      // A highlight of nothing but white space covers no text; it stands on its number.
      const shown = lines.size > 0 || !chip ? lines : highlightLines([chip]);
      for (const [page, onPage] of shown) addHighlight(pdfium, document.page(page), note, onPage);
    }
    return pdfium.save(document);
  });
}

/** The links of the whole document, in the order they were set. */
function readMarkers(pdfium: Pdfium, document: PdfDocument): Marker[] {
  const markers: Marker[] = [];
  for (let page = 0; page < pdfium.api.FPDF_GetPageCount(document.pointer); page += 1) {
    const count = pdfium.api.EPDFPage_GetAnnotCountRaw(document.pointer, page);
    for (let i = 0; i < count; i += 1) {
      pdfium.withAnnotation(document, page, i, (link) => {
        const [, kind, index] = /^(piece|chip|note):(\d+)$/u.exec(pdfium.uriOf(document, link) ?? '') ?? [];
        if (kind !== 'piece' && kind !== 'chip' && kind !== 'note') return;
        markers.push({ kind, index: Number(index), annotation: i, page, ...pdfium.rectOf(link) });
      });
    }
  }
  return markers;
}

function jumpTo(pdfium: Pdfium, document: PdfDocument, link: Pointer, { page, top }: Placed): void {
  const destination = pdfium.api.EPDFDest_CreateXYZ(document.page(page), true, 0, true, top + headroom, false, 0);
  const action = pdfium.api.EPDFAction_CreateGoTo(document.pointer, destination);
  succeed(action !== 0 && pdfium.api.EPDFAnnot_SetAction(link, action), 'link a passage with its note');
}

function addHighlight(pdfium: Pdfium, page: Pointer, note: NumberedNote, lines: readonly PageRect[]): void {
  const { annotation, number } = note;
  const highlight = pdfium.api.FPDFPage_CreateAnnot(page, annotationTypes.highlight);
  if (!highlight) throw new Error('PDFium could not create a highlight.');
  try {
    for (const line of lines) pdfium.addQuad(highlight, line);
    pdfium.setRect(highlight, {
      left: Math.min(...lines.map(({ left }) => left)),
      bottom: Math.min(...lines.map(({ bottom }) => bottom)),
      right: Math.max(...lines.map(({ right }) => right)),
      top: Math.max(...lines.map(({ top }) => top)),
    });
    const interior = 0;
    succeed(pdfium.api.EPDFAnnot_SetColor(highlight, interior, ...tint), 'colour a highlight');
    succeed(pdfium.api.FPDFAnnot_SetFlags(highlight, printed), 'make a highlight printable');
    pdfium.setText(highlight, 'T', printableText(annotation.author));
    pdfium.setText(highlight, 'Contents', contents(annotation));
    pdfium.setText(highlight, 'Subj', `Note ${number}`);
    pdfium.setText(highlight, 'NM', annotation.id);
    pdfium.setText(highlight, 'CreationDate', pdfDate(annotation.createdAt));
    pdfium.setText(highlight, 'M', pdfDate(annotation.updatedAt));
    succeed(pdfium.api.EPDFAnnot_GenerateAppearanceWithBlend(highlight, multiply), 'draw a highlight');
  } finally {
    pdfium.api.FPDFPage_CloseAnnot(highlight);
  }
}

/** The note as other readers show it in their list of comments; empty for a bare highlight. */
function contents({ note, tags }: Annotation): string {
  const tagLine = tags.length > 0 ? `Tags: ${tags.join(', ')}` : '';
  return printableText([note, tagLine].filter((part) => part !== '').join('\n\n'));
}

/** An ISO timestamp in the notation of PDF (ISO 32000-2, 7.9.4), in UTC. */
function pdfDate(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return '';
  return `D:${moment.toISOString().replaceAll(/[-:T]/gu, '').slice(0, 14)}Z`;
}
