/**
 * Reading a letter from its PDF, beside pdf.js and beside PDFium without anything of ours around it, on the same
 * files: `npm run -s bench -- pdf [--json]`. All are run in turn, round after round; the medians are compared.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPdf } from '../../electron/import/formats/pdf/read-pdf.ts';
import { parseExtracted } from '../../electron/import/parse-extracted.ts';
import { generateLetter } from '../corpus/generate-letter.ts';
import { printPdf } from '../corpus/print/print-pdf.ts';
import { type Bench, benchLine } from './bench-line.ts';

const rounds = 15;
const warmUp = 5;

type Reader = (bytes: Uint8Array<ArrayBuffer>) => Promise<number>;

/** Text of every page through PDFium's plain C interface; the number of characters. */
async function barePdfium(): Promise<Reader> {
  const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const api = await init({ wasmBinary: Uint8Array.from(await readFile(wasm)).buffer });
  api.PDFiumExt_Init();
  // The wrapper does not declare the memory that Emscripten's module has.
  const pdfium = api.pdfium as typeof api.pdfium & { readonly HEAPU8: Uint8Array<ArrayBuffer> };
  return async (bytes) => {
    const file = pdfium.wasmExports.malloc(bytes.length);
    pdfium.HEAPU8.set(bytes, file);
    const document = api.FPDF_LoadMemDocument(file, bytes.length, '');
    let characters = 0;
    for (let index = 0; index < api.FPDF_GetPageCount(document); index++) {
      const page = api.FPDF_LoadPage(document, index);
      const text = api.FPDFText_LoadPage(page);
      const count = api.FPDFText_CountChars(text);
      const buffer = pdfium.wasmExports.malloc(2 * count + 2);
      const written = api.FPDFText_GetText(text, 0, count, buffer);
      characters += Buffer.from(pdfium.HEAPU8.buffer, buffer, 2 * Math.max(0, written - 1)).toString('utf16le').length;
      pdfium.wasmExports.free(buffer);
      api.FPDFText_ClosePage(text);
      api.FPDF_ClosePage(page);
    }
    api.FPDF_CloseDocument(document);
    pdfium.wasmExports.free(file);
    return characters;
  };
}

const pdfJs: Reader = async (bytes) => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: true });
  const document = await task.promise;
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) characters += item.str.length;
  }
  await task.destroy();
  return characters;
};

const ours: Reader = async (bytes) => (await readPdf(bytes)).text.length;
const oursParsed: Reader = async (bytes) => parseExtracted(await readPdf(bytes)).parse.readingText.length;

export const pdfImport: Bench = async () => {
  const files = Array.from({ length: 20 }, (_, index) => {
    const { written, style } = generateLetter(11, index, { noise: 0 });
    return Uint8Array.from(printPdf(written.text, style));
  });
  const readers = { bare: await barePdfium(), ours, oursParsed, pdfJs };
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [name, read] of Object.entries(readers)) {
      const start = performance.now();
      for (const file of files) if ((await read(file)) === 0) throw new Error(`${name} read nothing.`);
      if (round >= warmUp) times[name]?.push((performance.now() - start) / files.length);
    }
  }
  const median = (name: keyof typeof readers) => times[name]?.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
  const lines = [
    benchLine('pdf text, against pdf.js', 'ms a letter', median('ours'), median('pdfJs'), { most: 0.7 }),
    benchLine('pdf text, against bare PDFium', 'ms a letter', median('ours'), median('bare'), { most: 1.2 }),
    benchLine('pdf text and parse, against pdf.js', 'ms a letter', median('oursParsed'), median('pdfJs'), {
      most: 0.7,
    }),
    benchLine('pdf text and parse, against bare PDFium', 'ms a letter', median('oursParsed'), median('bare'), {
      most: 1.2,
    }),
  ];
  const text = lines.map(
    ({ bench, ours: mine, reference, ratio }) =>
      `${bench}: ${mine.toFixed(2)} ms against ${reference.toFixed(2)} ms, ratio ${ratio.toFixed(2)}`,
  );
  return { lines, text: text.join('\n') };
};
