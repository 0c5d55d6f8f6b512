import type { ImportProgress, InterruptedImport } from '../../shared/model/import-report.ts';
import { Button } from '../components/button.tsx';
import {
  cancelImport,
  dismissInterrupted,
  goOnImport,
  pauseImport,
  resumeInterrupted,
} from '../services/import-service.ts';
import { useImports } from '../stores/imports.ts';
import { paceOf } from './import-pace.ts';
import { ProgressLine } from './progress-line.tsx';
import styles from './status-bar.module.css';

/** The imports in the status bar: those under way, one that was interrupted, and a report that waits to be read. */
export function ImportLines() {
  const { underWay, interrupted, reportState, setReportState } = useImports();
  return (
    <>
      {underWay.map((progress) => (
        <ImportLine key={progress.importId} progress={progress} />
      ))}
      <span role="status" className="visually-hidden">
        {reportState === 'waiting' && 'The import has ended.'}
      </span>
      {interrupted && underWay.length === 0 && <InterruptedLine interrupted={interrupted} />}
      {reportState === 'waiting' && (
        <Button look="quiet" onPress={() => setReportState('open')}>
          The import has ended: show the report…
        </Button>
      )}
    </>
  );
}

function ImportLine({ progress }: { progress: ImportProgress }) {
  const { importId, state, total, done, imported, already, failed, heldBy } = progress;
  const isPaused = state === 'paused';
  const pace = paceOf(progress);
  const onChange = (paused: boolean) => void (paused ? pauseImport(importId) : goOnImport(importId));
  return (
    <ProgressLine done={done} total={total} onCancel={() => void cancelImport(importId)} hold={{ isPaused, onChange }}>
      {isPaused ? 'Import paused at' : 'Importing'} {done} of {total}: {imported} new, {already} already here, {failed}{' '}
      failed{pace && ` · ${pace}`}
      {heldBy !== undefined && ` · ${heldBy}`}
    </ProgressLine>
  );
}

function InterruptedLine({ interrupted }: { interrupted: InterruptedImport }) {
  return (
    <div className={styles['import']} role="status">
      {interruptionOf(interrupted)}
      {interrupted.files > 0 && (
        <Button look="quiet" onPress={() => void resumeInterrupted()}>
          Go on
        </Button>
      )}
      <Button look="quiet" onPress={() => void dismissInterrupted()}>
        Dismiss
      </Button>
    </div>
  );
}

function interruptionOf({ files, withoutPath }: InterruptedImport): string {
  const all = files + withoutPath;
  if (all === 0) return 'An import was interrupted. Its files are not known any more: drop them again.';
  const what = `An import of ${all === 1 ? '1 file' : `${all.toLocaleString('en')} files`} was interrupted.`;
  if (withoutPath === 0) return what;
  const which = files === 0 ? 'They' : `${withoutPath.toLocaleString('en')} of them`;
  return `${what} ${which} came out of another program and must be dropped again.`;
}
