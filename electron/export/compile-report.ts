import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { reportTemplate } from '../app-files.ts';
import type { ReportData } from './report-data.ts';
import { readReportFonts } from './report-fonts.ts';

let compiler: NodeCompiler | undefined;
let template: string | undefined;

/**
 * Typesets a report: a tagged PDF with bookmarks and embedded fonts, dated `exportedAt` (ISO). Highlighted runs are
 * and the notes' numbers are links to `piece:N`, `chip:N` and `note:N`, which the annotation pass replaces.
 */
export function compileReport(data: ReportData, exportedAt: string): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: readReportFonts() }] });
  template ??= readFileSync(reportTemplate, 'utf8');
  const compiled = compiler.compile({ mainFileContent: template, inputs: { report: JSON.stringify(data) } });
  const document = compiled.result;
  if (!document) {
    const reasons = compiled.takeError()?.shortDiagnostics ?? [];
    throw new Error(`The report could not be typeset: ${JSON.stringify(reasons)}`);
  }
  const creationTimestamp = Math.floor(new Date(exportedAt).getTime() / 1000);
  const pdf = compiler.pdf(document, { creationTimestamp });
  // What is kept would only help a report of the same text; a library is exported letter by letter.
  compiler.evictCache(0);
  return Uint8Array.from(pdf);
}
