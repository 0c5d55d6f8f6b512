import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readReportFonts } from '../../../electron/export/report-fonts.ts';

let compiler: NodeCompiler | undefined;

/** A PDF from Typst markup; `inputs` are its `sys.inputs`. */
export function typesetPdf(markup: string, inputs: Record<string, string> = {}): Uint8Array<ArrayBuffer> {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: readReportFonts() }] });
  const compiled = compiler.compile({ mainFileContent: markup, inputs });
  const document = compiled.result;
  if (!document) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
  return Uint8Array.from(compiler.pdf(document, { creationTimestamp: 0 }));
}

const letter = `#set page(paper: "us-letter", margin: 1in, footer: context align(center, sys.inputs.footer.replace("#", counter(page).display())))
#set text(font: "Source Serif 4", size: 12pt, hyphenate: false)
#set par(justify: sys.inputs.justify == "yes", spacing: 1.7em)
#for paragraph in json(bytes(sys.inputs.paragraphs)) { par(paragraph) }`;

/** A letter as a PDF. In the footer of its pages, `#` is the page number. */
export const letterPdf = (text: string, { footer = '', justify = false } = {}): Uint8Array<ArrayBuffer> =>
  typesetPdf(letter, {
    paragraphs: JSON.stringify(text.split('\n\n')),
    footer,
    justify: justify ? 'yes' : 'no',
  });
