import { useDeleting } from '../stores/deleting.ts';
import { ProgressLine } from './progress-line.tsx';

/** The deleting of letters for good in the status bar, while it runs. */
export function DeleteLine() {
  const { progress, cancel } = useDeleting();
  if (!progress) return null;
  const { total, done } = progress;
  return (
    <ProgressLine done={done} total={total} onCancel={cancel}>
      Deleting {done} of {total}
    </ProgressLine>
  );
}
