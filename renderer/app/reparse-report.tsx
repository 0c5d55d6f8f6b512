import { CircleAlert, FilePen } from 'lucide-react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { ReparseProgress, ReparseRow } from '../../shared/model/reparse-report.ts';
import { assertNever } from '../../shared/result.ts';
import { Button } from '../components/button.tsx';
import { ModalDialog } from '../components/modal-dialog.tsx';
import { openCase } from '../services/case-service.ts';
import styles from './import-report.module.css';

/** What is read otherwise than before, and what could not be read again. */
export function ReparseReport({ progress, onClose }: { progress: ReparseProgress; onClose: () => void }) {
  const failed = progress.rows.filter(({ outcome }) => outcome === 'failed');
  const rows = [...failed, ...progress.rows.filter(({ outcome }) => outcome === 'changed')];
  return (
    <ModalDialog
      title={progress.state === 'cancelled' ? 'Reading cancelled' : 'Letters read again'}
      isOpen
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <p className={styles['summary']}>{summaryOf(progress)}</p>
      {rows.length > 0 && (
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 44 }}>
          <ListBox
            aria-label="Letters that changed or could not be read again"
            className={styles['rows'] ?? ''}
            style={{ height: Math.min(rows.length * 64, 380) }}
            items={rows.map((row) => ({ row, id: row.letterId }))}
            onAction={(key) => {
              onClose();
              void openCase(Number(key));
            }}
          >
            {({ row }) => <Row row={row} />}
          </ListBox>
        </Virtualizer>
      )}
    </ModalDialog>
  );
}

function Row({ row }: { row: ReparseRow }) {
  const Icon = row.outcome === 'failed' ? CircleAlert : FilePen;
  return (
    <ListBoxItem textValue={row.fileName} className={styles['row'] ?? ''} data-outcome={row.outcome}>
      <Icon aria-hidden />
      <span className={styles['name']}>{row.fileName}</span>
      <span className={styles['outcome']}>{sentencesOf(row).join(' ')}</span>
    </ListBoxItem>
  );
}

function sentencesOf(row: ReparseRow): readonly string[] {
  switch (row.outcome) {
    case 'unchanged':
      return [];
    case 'changed': {
      const { moved, lost } = row.annotations;
      return [
        ...row.changes,
        ...(moved > 0 ? [`${notes(moved)} moved with ${moved === 1 ? 'its' : 'their'} words.`] : []),
        ...(lost > 0 ? [`${notes(lost)} no longer ${lost === 1 ? 'has' : 'have'} a place in the text.`] : []),
      ];
    }
    case 'failed':
      return [`Left as it was. ${row.reason}`];
    default:
      return assertNever(row);
  }
}

const notes = (count: number): string => (count === 1 ? '1 note' : `${count} notes`);
const letters = (count: number): string => (count === 1 ? '1 letter' : `${count} letters`);

function summaryOf({ total, done, changed, failed, state }: ReparseProgress): string {
  const read = state === 'cancelled' ? `${done} of ${letters(total)} read again` : `${letters(total)} read again`;
  if (changed === 0 && failed === 0) return `${read}: nothing changed.`;
  return `${read}: ${changed === 0 ? 'nothing' : changed} changed, ${failed} could not be read again.`;
}
