import { CircleAlert, CircleCheck, LoaderCircle, RefreshCw } from 'lucide-react';
import type { LibraryStatus } from '../../shared/model/library-status.ts';
import { Button } from '../components/button.tsx';
import { flushDrafts } from '../services/draft-saver.ts';
import { beginRecovery } from '../services/recovery-service.ts';
import { cancelReparse } from '../services/reparse-service.ts';
import { saveStateOf, useDrafts } from '../stores/drafts.ts';
import { useLibraryStatus } from '../stores/library-status.ts';
import { useReparse } from '../stores/reparse.ts';
import { DamagedLetters } from './damaged-letters.tsx';
import { DeleteLine } from './delete-line.tsx';
import { ExportLine } from './export-line.tsx';
import { ImportLines } from './import-lines.tsx';
import { ProgressLine } from './progress-line.tsx';
import styles from './status-bar.module.css';

/** Whether everything is saved, and how work in the background goes. */
export function StatusBar() {
  return (
    <footer className={styles['bar']}>
      <SaveStateLine />
      <LibraryLine />
      <DamagedLetters />
      <div className={styles['work']}>
        <ImportLines />
        <ExportLine />
        <DeleteLine />
        <ReparseLine />
      </div>
    </footer>
  );
}

function SaveStateLine() {
  const state = useDrafts(({ pending }) => pending);
  const save = saveStateOf(state);
  if (save.kind === 'failed') {
    return (
      <div className={styles['failed']} role="alert">
        <CircleAlert aria-hidden />
        <span className={styles['line']} title={save.reason}>
          Not saved yet: {save.reason}
        </span>
        <Button look="quiet" onPress={() => void flushDrafts()}>
          Try again
        </Button>
      </div>
    );
  }
  const saved = save.kind === 'saved';
  return (
    <div className={styles['state']} role="status">
      {saved ? <CircleCheck aria-hidden /> : <LoaderCircle aria-hidden className={styles['turning']} />}
      {saved ? 'All changes saved' : 'Saving…'}
    </div>
  );
}

/** What the person has to know of the library itself; nothing while all is well. */
function LibraryLine() {
  const status = useLibraryStatus((state) => state.status);
  const trouble = status && troubleOf(status);
  if (trouble !== undefined) {
    return (
      <div className={styles['failed']} role="alert">
        <CircleAlert aria-hidden />
        <span className={styles['line']} title={trouble}>
          {trouble}
        </span>
        {status?.check === 'failed' && (
          <Button look="quiet" onPress={() => void beginRecovery()}>
            Repair…
          </Button>
        )}
      </div>
    );
  }
  const work =
    status?.check === 'running'
      ? 'Checking the library, since it was not closed last time…'
      : status?.isBackingUp
        ? 'Making a backup…'
        : status?.outdatedEntries !== undefined &&
          `Preparing filters for this version: ${status.outdatedEntries.toLocaleString('en-US')} letters left…`;
  if (!work) return null;
  return (
    <div className={styles['state']} role="status">
      <LoaderCircle aria-hidden className={styles['turning']} />
      {work}
    </div>
  );
}

/** What is wrong with the library or its backups; the page that repairs it tells of damage in full. */
function troubleOf({ access, reason, check, backupFailure }: LibraryStatus): string | undefined {
  if (check === 'failed' && (!reason || reason.code === 'library-damaged')) {
    return access === 'read-only'
      ? 'The library is damaged and can only be read.'
      : 'A part of the library is damaged.';
  }
  if (reason) return `The library can only be read: ${reason.message}`;
  return backupFailure && `The last backup failed: ${backupFailure.message}`;
}

/** How a running reading of letters goes; otherwise a hint where one is due. */
function ReparseLine() {
  const { progress, outdated = 0, show } = useReparse();
  if (progress?.state === 'running') {
    const { total, done, changed, failed } = progress;
    return (
      <ProgressLine done={done} total={total} onCancel={() => void cancelReparse()}>
        Reading again {done} of {total}: {changed} changed, {failed} failed
      </ProgressLine>
    );
  }
  if (outdated === 0) return null;
  return (
    <Button look="quiet" onPress={() => show('choice')}>
      <RefreshCw aria-hidden />
      {outdated === 1 ? '1 letter was' : `${outdated} letters were`} read by an earlier version: read again…
    </Button>
  );
}
