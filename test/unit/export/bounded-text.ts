import { openPdfium, type Pdfium } from '../../../electron/export/pdfium.ts';
import type { FoundHighlight } from './read-pdf.ts';

interface Character {
  text: string;
  x: number;
  y: number;
}

/** For each highlight in turn, the text that stands under its quads, as PDFium finds it. */
export async function textUnder(bytes: Uint8Array, found: readonly FoundHighlight[]): Promise<string[]> {
  const pdfium = await openPdfium();
  return pdfium.withDocument(bytes, (document) => {
    const pages = new Map<number, Character[]>();
    return found.map(({ page, quads }) => {
      const characters = pages.get(page) ?? charactersOf(pdfium, document.page(page - 1));
      pages.set(page, characters);
      const under = quads.map(({ left, top, right, bottom }) =>
        characters.filter(({ x, y }) => x > left && x < right && y > bottom && y < top).map(({ text }) => text),
      );
      return under.map((characters) => characters.join('')).join(' ');
    });
  });
}

/**
 * The characters of a page with the middle of their boxes. A letter such as f reaches over its neighbours, so that its
 * box meets a quad beside it; its middle never does.
 */
function charactersOf(pdfium: Pdfium, page: number): Character[] {
  const { api } = pdfium;
  const text = api.FPDFText_LoadPage(page);
  try {
    return pdfium.withMemory(4 * 8, (at) =>
      Array.from({ length: api.FPDFText_CountChars(text) }, (_, index) => {
        api.FPDFText_GetCharBox(text, index, at, at + 8, at + 16, at + 24);
        const [left = 0, right = 0, bottom = 0, top = 0] = [0, 8, 16, 24].map((i) =>
          api.pdfium.getValue(at + i, 'double'),
        );
        return {
          text: String.fromCodePoint(api.FPDFText_GetUnicode(text, index)),
          x: (left + right) / 2,
          y: (bottom + top) / 2,
        };
      }),
    );
  } finally {
    api.FPDFText_ClosePage(text);
  }
}
