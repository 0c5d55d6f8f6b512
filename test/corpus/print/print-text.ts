import type { Furniture } from '../../../shared/model/letter-parse.ts';
import { gap, tight } from '../marked-text.ts';
import type { PageFurniture } from '../noise/page-furniture.ts';
import type { Random } from '../random.ts';
import type { PrintStyle } from './print-style.ts';
import { wrapParagraph } from './wrap-paragraph.ts';

/** A letter as a text file, with the headers and footers that its pages carry at their offsets in it. */
export interface PrintedText {
  readonly source: string;
  readonly pages: number;
  readonly furniture: readonly Furniture[];
}

/**
 * Sets `text` in lines and pages, with what stands at the head and foot of each. `random` decides how many lines of text
 * each page holds.
 */
export function printText(
  text: string,
  style: PrintStyle,
  random: Random,
  { header, footer }: PageFurniture,
): PrintedText {
  let source = '';
  let page = 1;
  let printed = 0;
  let room = pageRoom(style, random);
  let pageOpen = false;
  const furniture: Furniture[] = [];
  const write = (line: string): void => {
    source += style.blanks ? line : line.trimEnd();
    source += style.lineEnd.repeat(1 + style.emptyLines);
  };
  const writeFurniture = (lines: readonly string[]): void => {
    for (const line of lines) {
      furniture.push({ text: line, start: source.length, end: source.length + line.length });
      write(`${line} `);
    }
  };
  const writeHeader = (): void => {
    writeFurniture(header(page));
    if (header(page).length > 0) source += style.lineEnd;
  };
  const writeFooter = (): void => {
    if (footer(page).length > 0) source += style.lineEnd;
    writeFurniture(footer(page));
  };
  const endPage = (): void => {
    writeFooter();
    source += style.pageEnd === 'form-feed' ? '\f' : style.lineEnd.repeat(2);
    page++;
    printed = 0;
    room = pageRoom(style, random);
    pageOpen = false;
    writeHeader();
  };
  const writeLine = (line: string): void => {
    if (printed >= room) endPage();
    write(' '.repeat(style.indent) + line);
    printed++;
    pageOpen = true;
  };
  const writeGap = (): void => {
    // A gap at the head of a page is not printed; 003 breaks that way.
    if (printed >= room || !pageOpen || style.gap === 'none') return;
    source += style.gap === 'marked' ? ` ${style.lineEnd}` : style.lineEnd;
    if (style.gap === 'marked') source += style.lineEnd.repeat(style.emptyLines);
    printed++;
  };
  writeHeader();
  for (const [index, block] of text.split(gap).entries()) {
    if (index > 0) writeGap();
    for (const paragraph of block.split(tight)) {
      const lines = wrapParagraph(paragraph, style.width);
      const last = lines.length - 1;
      for (const [n, line] of lines.entries()) writeLine(n === last ? `${line} ` : line);
    }
  }
  writeFooter();
  return { source, pages: page, furniture };
}

const pageRoom = ({ pageLines: [least, most] }: PrintStyle, random: Random): number =>
  Number.isFinite(most) ? random.int(least, most) : Number.POSITIVE_INFINITY;
