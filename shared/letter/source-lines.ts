import { isWhiteSpace } from './white-space.ts';

/** A line with something printed on it, without the white space at its ends, in source offsets. */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
  /** Lines without print between the last printed line and this one. */
  readonly blankLines: number;
  /** One of those blank lines held white space: the letters' own mark of a paragraph gap. */
  readonly marked: boolean;
  /** A form feed stands between the last printed line and this one. */
  readonly pageBreak: boolean;
}

const lineFeed = 0x0a;
const verticalTab = 0x0b;
const formFeed = 0x0c;
const carriageReturn = 0x0d;

const endsLine = (code: number): boolean =>
  code === lineFeed ||
  code === verticalTab ||
  code === formFeed ||
  code === carriageReturn ||
  code === 0x2028 ||
  code === 0x2029;

/** Cuts a source text into its printed lines. Any line ending counts, CRLF as one, a form feed as a page's end. */
export function sourceLines(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let lineStart = 0;
  let printStart = -1;
  let printEnd = 0;
  let blankLines = 0;
  let marked = false;
  let pageBreak = false;
  for (let offset = 0; offset <= source.length; offset++) {
    const code = offset < source.length ? source.charCodeAt(offset) : lineFeed;
    const isPlainPrint = code > 0x20 && code < 0x7f;
    if (isPlainPrint || !endsLine(code)) {
      if (isPlainPrint || !isWhiteSpace(code)) {
        if (printStart < 0) printStart = offset;
        printEnd = offset + 1;
      }
      continue;
    }
    if (printStart >= 0) {
      lines.push({ start: printStart, end: printEnd, blankLines, marked, pageBreak });
      blankLines = 0;
      marked = false;
      pageBreak = false;
    } else if (code !== formFeed) {
      blankLines++;
      if (offset > lineStart) marked = true;
    }
    if (code === formFeed) pageBreak = true;
    if (code === carriageReturn && source.charCodeAt(offset + 1) === lineFeed) offset++;
    lineStart = offset + 1;
    printStart = -1;
  }
  return lines;
}

const blankToLineEnd = /[^\S\n\r\f\v\u2028\u2029]*(?:[\n\r\f\v\u2028\u2029]|$)/y;

/** True when nothing more is printed on the line after `offset`. */
export function endsPrintedLine(source: string, offset: number): boolean {
  blankToLineEnd.lastIndex = offset;
  return blankToLineEnd.test(source);
}
