import type { CaseView } from '../../shared/model/letter.ts';
import { annotateReport } from './annotate-report.ts';
import { compileReport } from './compile-report.ts';
import { type ExportContext, reportOf } from './report-data.ts';

/**
 * The annotated case as a PDF report: facts, items, the letter's full text with numbered highlights, and the notes.
 * Works in the caller's thread, tens of milliseconds for an ordinary letter; `createExporter` does it elsewhere.
 */
export async function exportCasePdf(view: CaseView, context: ExportContext): Promise<Uint8Array> {
  const report = reportOf(view, context);
  return annotateReport(compileReport(report.data, context.exportedAt), report);
}
