import { createHash } from 'node:crypto';
import { readPdf } from '../../../electron/import/formats/pdf/read-pdf.ts';
import type { Furniture } from '../../../shared/model/letter-parse.ts';
import type { GeneratedLetter } from '../generate-letter.ts';
import { type Gold, goldOf } from '../gold.ts';
import { rewrite } from '../marked-text.ts';
import { printPdf } from './print-pdf.ts';

export interface PdfLetter {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The gold of the PDF, named `NAME.pdf`. */
  readonly gold: Gold;
  /** What stands at the foot of each page before its number, where the layout has a footer. */
  readonly footer?: string;
}

/** A letter as a PDF, with the gold of that file: readers of PDFs spell ligatures out, and its pages are its own. */
export async function printPdfLetter({ name, written, style, footer: footerOf }: GeneratedLetter): Promise<PdfLetter> {
  const footer = footerOf?.(0).replace(/\s*0$/, '');
  const bytes = Uint8Array.from(printPdf(written.text, style, footer));
  const spelledOut = rewrite(written, /[\uFB00-\uFB06]/g, ([ligature]) => ligature.normalize('NFKD'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const furniture = footer === undefined ? [] : await footers(bytes, footer);
  return { bytes, gold: goldOf(spelledOut, `${name}.pdf`, sha256, furniture), ...(footer !== undefined && { footer }) };
}

/**
 * The footers at their offsets in the source text. What they say is known; where that is in the source text only the
 * reader of the PDF can tell. Throws where a page does not end in its footer.
 */
async function footers(bytes: Uint8Array, footer: string): Promise<Furniture[]> {
  const { text, pages } = await readPdf(bytes);
  return pages.map(({ page, start, end }) => {
    const at = start + text.slice(start, end).lastIndexOf(footer);
    const found = text.slice(at, end);
    if (at < start || found.replace(/\s+/g, '') !== `${footer}${page}`.replace(/\s+/g, '')) {
      throw new Error(`Page ${page} does not end in its footer.`);
    }
    return { text: found, start: at, end };
  });
}
