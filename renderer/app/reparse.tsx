import { useReparse } from '../stores/reparse.ts';
import { focusPane } from './focus.ts';
import { ReparseDialog } from './reparse-dialog.tsx';
import { ReparseReport } from './reparse-report.tsx';

/** Reading letters again: the choice of letters before it, the report after it. */
export function Reparse() {
  const { dialog, progress, show } = useReparse();
  if (dialog === 'choice') return <ReparseDialog onClose={() => show(undefined)} />;
  if (dialog !== 'report' || !progress) return null;
  return (
    <ReparseReport
      progress={progress}
      onClose={() => {
        show(undefined);
        // It opened by itself: what had the focus before may be gone.
        setTimeout(() => document.activeElement === document.body && focusPane('library'));
      }}
    />
  );
}
