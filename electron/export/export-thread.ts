/** The export worker's entry: typesets one case at a time, away from the main process. */
import type { CaseView } from '../../shared/model/letter.ts';
import { attempt, type Result } from '../../shared/result.ts';
import { exportCasePdf } from './export-case-pdf.ts';
import type { ExportContext } from './report-data.ts';

/** One request to the worker. */
export interface ExportRequest {
  readonly view: CaseView;
  readonly context: ExportContext;
}

/** The report's bytes, or why there are none: an error would lose its class on the way out of the thread. */
export default function exportInThread({ view, context }: ExportRequest): Promise<Result<Uint8Array>> {
  return attempt(() => exportCasePdf(view, context));
}
