import type { PdfPage } from './pdf-document.ts';
import type { PdfiumEngine, Pointer } from './pdfium-engine.ts';

/** A line of a page as PDFium gives it. */
export interface PageLine {
  /** Without line end; a hyphen at the end of the line is there as a hyphen. */
  readonly text: string;
  /** Height of the baseline above the page's origin, in points; undefined for a line that has none. */
  readonly baseline: number | undefined;
}

/** PDFium ends a line with CRLF, or with U+FFFE where it has taken a hyphen off its end. */
const lineEnd = /\r\n?|\n|\uFFFE(?:\r\n?|\n)?/g;

/**
 * Control characters stand for glyphs whose meaning the PDF does not give. Each becomes a replacement character, so
 * that it can be seen that something is printed there. Those that are white space become spaces: they would end lines.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\0-\x08\x0E-\x1F\x7F\uFFFF]/g;
const lineBreakingSpace = /[\v\f\u2028\u2029]/g;

/** The text of a page as PDFium gives it: its own line ends and hyphen marks, in its reading order. */
export function readRawText(engine: PdfiumEngine, { text }: PdfPage): string {
  const { api } = engine;
  const count = api.FPDFText_CountChars(text);
  if (count <= 0) return '';
  // A character outside the basic plane may take two code units, and a NUL ends the text.
  const room = 2 * count + 1;
  return engine.withMemory(2 * room, (at) => {
    const written = api.FPDFText_GetText(text, 0, count, at);
    return engine.readText(at, Math.max(0, Math.min(written, room) - 1));
  });
}

/** The lines of a page, those without print included. */
export function readLines(engine: PdfiumEngine, page: PdfPage): PageLine[] {
  const text = clean(readRawText(engine, page));
  if (text.trim() === '') return [];
  const lines: PageLine[] = [];
  let start = 0;
  engine.withMemory(16, (at) => {
    const addLine = (end: number, hyphen: string): void => {
      lines.push({ text: text.slice(start, end) + hyphen, baseline: baselineAt(engine, page, start, at) });
    };
    for (const { 0: mark, index } of text.matchAll(lineEnd)) {
      addLine(index, /^[\r\n]/.test(mark) ? '' : '-');
      start = index + mark.length;
    }
    if (start < text.length) addLine(text.length, '');
  });
  return lines;
}

/** Keeps every offset. */
const clean = (raw: string): string => raw.replace(control, '\uFFFD').replace(lineBreakingSpace, ' ').toWellFormed();

/** `room` is memory for two doubles. */
function baselineAt(engine: PdfiumEngine, { text }: PdfPage, offset: number, room: Pointer): number | undefined {
  const { api } = engine;
  const index = api.FPDFText_GetCharIndexFromTextIndex(text, offset);
  if (index < 0) return undefined;
  return api.FPDFText_GetCharOrigin(text, index, room, room + 8) ? engine.readDouble(room + 8) : undefined;
}
