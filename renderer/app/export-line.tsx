import { cancelExport } from '../services/export-service.ts';
import { useBatchExport } from '../stores/batch-export.ts';
import { ProgressLine } from './progress-line.tsx';

/** The export of several cases in the status bar, while it runs. */
export function ExportLine() {
  const progress = useBatchExport((state) => state.progress);
  if (!progress) return null;
  const { total, done, failed } = progress;
  return (
    <ProgressLine done={done} total={total} onCancel={() => void cancelExport()}>
      Exporting {done} of {total}
      {failed > 0 && `: ${failed} failed`}
    </ProgressLine>
  );
}
