import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { Button } from '../components/button.tsx';
import { flushDrafts } from '../services/draft-saver.ts';
import { cancelImport } from '../services/import-service.ts';
import { saveStateOf, useDrafts } from '../stores/drafts.ts';
import { useImports } from '../stores/imports.ts';
import styles from './status-bar.module.css';

/** Whether everything is saved, and how a running import goes. */
export function StatusBar() {
  return (
    <footer className={styles['bar']}>
      <SaveStateLine />
      <ImportLine />
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

function ImportLine() {
  const progress = useImports((state) => state.progress);
  const [cancelling, setCancelling] = useState<string>();
  if (progress?.state !== 'running') return null;
  const { importId, total, done, imported, already, failed } = progress;
  return (
    <div className={styles['import']}>
      <ProgressBar
        className={styles['progress'] ?? ''}
        value={done}
        maxValue={total}
        valueLabel={`${done} of ${total}`}
      >
        {({ percentage = 0, valueText }) => (
          <>
            <Label>
              Importing {valueText}: {imported} new, {already} already here, {failed} failed
            </Label>
            <span className={styles['track']}>
              <span style={{ width: `${percentage}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button
        look="quiet"
        isDisabled={cancelling === importId}
        onPress={() => {
          setCancelling(importId);
          void cancelImport();
        }}
      >
        Cancel
      </Button>
    </div>
  );
}
