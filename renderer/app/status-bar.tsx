import { CircleAlert, CircleCheck, LoaderCircle, RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { Button } from '../components/button.tsx';
import { flushDrafts } from '../services/draft-saver.ts';
import { cancelImport } from '../services/import-service.ts';
import { cancelReparse } from '../services/reparse-service.ts';
import { saveStateOf, useDrafts } from '../stores/drafts.ts';
import { useImports } from '../stores/imports.ts';
import { useLibraryStatus } from '../stores/library-status.ts';
import { useReparse } from '../stores/reparse.ts';
import styles from './status-bar.module.css';

/** Whether everything is saved, and how work in the background goes. */
export function StatusBar() {
  return (
    <footer className={styles['bar']}>
      <SaveStateLine />
      <LibraryLine />
      <div className={styles['work']}>
        <ImportLine />
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
        Not saved yet: {save.reason}
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
  const trouble = status?.access === 'read-only' ? status.reason?.message : status?.backupFailure?.message;
  if (trouble !== undefined) {
    const what = status?.access === 'read-only' ? 'The library can only be read' : 'The last backup failed';
    return (
      <div className={styles['failed']} role="alert">
        <CircleAlert aria-hidden />
        {what}: {trouble}
      </div>
    );
  }
  if (status?.check !== 'running') return null;
  return (
    <div className={styles['state']} role="status">
      <LoaderCircle aria-hidden className={styles['turning']} />
      Checking the library, since it was not closed last time…
    </div>
  );
}

function ImportLine() {
  const progress = useImports((state) => state.progress);
  if (progress?.state !== 'running') return null;
  const { importId, total, done, imported, already, failed } = progress;
  return (
    <ProgressLine key={importId} done={done} total={total} onCancel={() => void cancelImport()}>
      Importing {done} of {total}: {imported} new, {already} already here, {failed} failed
    </ProgressLine>
  );
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

/** Work that goes on in the background: how far it is, in words and as a bar, and the way to stop it. */
function ProgressLine({
  done,
  total,
  onCancel,
  children,
}: {
  done: number;
  total: number;
  onCancel: () => void;
  children: ReactNode;
}) {
  const [cancelling, setCancelling] = useState(false);
  return (
    <div className={styles['import']}>
      <ProgressBar
        className={styles['progress'] ?? ''}
        value={done}
        maxValue={total}
        valueLabel={`${done} of ${total}`}
      >
        {({ percentage = 0 }) => (
          <>
            <Label>{children}</Label>
            <span className={styles['track']}>
              <span style={{ width: `${percentage}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button
        look="quiet"
        isDisabled={cancelling}
        onPress={() => {
          setCancelling(true);
          onCancel();
        }}
      >
        Cancel
      </Button>
    </div>
  );
}
