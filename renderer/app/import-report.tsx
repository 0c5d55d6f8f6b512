import { CircleAlert, CircleCheck, CopyCheck } from 'lucide-react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { ImportProgress, ImportRow } from '../../shared/model/import-report.ts';
import { assertNever } from '../../shared/result.ts';
import { Button } from '../components/button.tsx';
import { ModalDialog } from '../components/modal-dialog.tsx';
import { openCase } from '../services/case-service.ts';
import { useImports } from '../stores/imports.ts';
import { focusPane } from './focus.ts';
import styles from './import-report.module.css';

/** What became of every file of the last import. */
export function ImportReport() {
  const { progress, reportOpen, closeReport } = useImports();
  if (!progress) return null;
  const close = () => {
    closeReport();
    // What had the focus before may be gone with the empty library; the list is where the work goes on.
    setTimeout(() => focusPane('library'));
  };
  const rows = inReadingOrder(progress.rows);
  return (
    <ModalDialog
      title={progress.state === 'cancelled' ? 'Import cancelled' : 'Import finished'}
      isOpen={reportOpen}
      onClose={close}
      footer={
        <Button look="primary" onPress={close} autoFocus>
          Close
        </Button>
      }
    >
      <p className={styles['summary']}>{summaryOf(progress)}</p>
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 44 }}>
        <ListBox
          aria-label="Imported files"
          className={styles['rows'] ?? ''}
          style={{ height: Math.min(rows.length * 46, 380) }}
          items={rows.map((row, id) => ({ row, id }))}
          onAction={(key) => {
            const row = rows[Number(key)];
            if (!row || row.outcome === 'failed') return;
            closeReport();
            void openCase(row.letterId);
          }}
        >
          {({ row }) => <Row row={row} />}
        </ListBox>
      </Virtualizer>
    </ModalDialog>
  );
}

/** What went wrong comes first: among a thousand rows nobody looks for it. */
function inReadingOrder(rows: readonly ImportRow[]): readonly ImportRow[] {
  const failed = (row: ImportRow) => row.outcome === 'failed';
  return [...rows.filter(failed), ...rows.filter((row) => !failed(row))];
}

function Row({ row }: { row: ImportRow }) {
  const { Icon, text } = outcomeOf(row);
  return (
    <ListBoxItem textValue={row.name} className={styles['row'] ?? ''} data-outcome={row.outcome}>
      <Icon aria-hidden />
      <span className={styles['name']}>{row.name}</span>
      <span className={styles['outcome']}>{text}</span>
    </ListBoxItem>
  );
}

function outcomeOf(row: ImportRow) {
  switch (row.outcome) {
    case 'imported':
      if (row.remark !== undefined) return { Icon: CircleAlert, text: `Imported. ${row.remark}` };
      return row.layout === 'unrecognised'
        ? { Icon: CircleAlert, text: 'Imported; not recognised as an IMR letter' }
        : { Icon: CircleCheck, text: 'Imported' };
    case 'already-in-library':
      return { Icon: CopyCheck, text: 'Already in the library' };
    case 'failed':
      return { Icon: CircleAlert, text: row.reason };
    default:
      return assertNever(row);
  }
}

function summaryOf({ total, imported, already, failed }: ImportProgress): string {
  const files = total === 1 ? '1 file' : `${total} files`;
  return `${files}: ${imported} imported, ${already} already in the library, ${failed} not imported.`;
}
