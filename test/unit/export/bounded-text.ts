import { openPdfium } from '../../../electron/export/pdfium.ts';
import type { FoundHighlight } from './read-pdf.ts';

/** Letters such as f reach over their neighbours by this many points; what only reaches in is not under a quad. */
const overhang = 0.9;

/** For each highlight in turn, the text that stands under its quads, as PDFium finds it. */
export async function textUnder(bytes: Uint8Array, found: readonly FoundHighlight[]): Promise<string[]> {
  const pdfium = await openPdfium();
  const { api } = pdfium;
  return pdfium.withDocument(bytes, (document) =>
    found.map(({ page, quads }) => {
      const text = api.FPDFText_LoadPage(document.page(page - 1));
      try {
        const under = quads.map(({ left, top, right, bottom }) => {
          const length = api.FPDFText_GetBoundedText(text, left + overhang, top, right - overhang, bottom, 0, 0);
          return pdfium.withMemory(2 * length + 2, (at) => {
            api.FPDFText_GetBoundedText(text, left + overhang, top, right - overhang, bottom, at, length);
            return api.pdfium.UTF16ToString(at, 2 * length);
          });
        });
        return under.join(' ');
      } finally {
        api.FPDFText_ClosePage(text);
      }
    }),
  );
}
