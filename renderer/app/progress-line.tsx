import { type ReactNode, useState } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { Button } from '../components/button.tsx';
import styles from './status-bar.module.css';

/** Work that goes on in the background: how far it is, in words and as a bar, and the ways to hold or stop it. */
export function ProgressLine({
  done,
  total,
  onCancel,
  hold,
  children,
}: {
  done: number;
  total: number;
  onCancel: () => void;
  /** For work that can be paused. */
  hold?: { readonly isPaused: boolean; readonly onChange: (paused: boolean) => void };
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
      {hold && (
        <Button look="quiet" isDisabled={cancelling} onPress={() => hold.onChange(!hold.isPaused)}>
          {hold.isPaused ? 'Go on' : 'Pause'}
        </Button>
      )}
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
