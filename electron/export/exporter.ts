import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { CaseView } from '../../shared/model/letter.ts';
import { FailureError, type Result, unwrap } from '../../shared/result.ts';
import { threadFiles } from '../app-files.ts';
import type { ExportRequest } from './export-thread.ts';
import type { ExportContext } from './report-data.ts';

/** Makes reports in a thread of its own, one after the other. */
export interface Exporter {
  /** The annotated case as PDF. @throws FailureError `timed-out`, `internal` */
  pdf(view: CaseView, context: ExportContext): Promise<Uint8Array>;
  /** Ends the thread; what is still being made fails. Safe to call twice. */
  close(): Promise<void>;
}

/** A letter of 50 MB takes less; only a typesetter that hangs takes longer. In milliseconds, from its start on. */
const patience = 10 * 60_000;

/** An exporter whose thread starts with the first report. */
export function createExporter(): Exporter {
  let pool: Piscina<ExportRequest, Result<Uint8Array>> | undefined;
  let closing: Promise<void> | undefined;
  return {
    async pdf(view, context) {
      if (closing) throw new FailureError('cancelled', 'The program is closing, so no report was made.');
      pool ??= new Piscina({
        filename: fileURLToPath(threadFiles.exporting),
        minThreads: 0,
        maxThreads: 1,
        concurrentTasksPerWorker: 1,
      });
      const signal = AbortSignal.timeout(patience);
      try {
        return unwrap(await pool.run({ view, context }, { signal }));
      } catch (thrown) {
        if (!signal.aborted) throw thrown;
        throw new FailureError('timed-out', 'The report took too long and was given up.', { cause: thrown });
      }
    },
    close() {
      closing ??= pool?.destroy() ?? Promise.resolve();
      return closing;
    },
  };
}
