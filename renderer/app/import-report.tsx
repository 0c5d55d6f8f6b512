import { CircleAlert, CircleCheck, CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import {
  hasRemark,
  type ImportFilter,
  importFilters,
  isShownBy,
  wasCancelled,
} from '../../shared/model/import-filters.ts';
import type { ImportProgress, ImportRow } from '../../shared/model/import-report.ts';
import { assertNever } from '../../shared/result.ts';
import { Button } from '../components/button.tsx';
import { ChoiceGroup } from '../components/choice-group.tsx';
import { ModalDialog } from '../components/modal-dialog.tsx';
import { openCase } from '../services/case-service.ts';
import { saveImportReport } from '../services/import-service.ts';
import { useImports } from '../stores/imports.ts';
import { focusPane } from './focus.ts';
import styles from './import-report.module.css';

/** What became of every file of the last import, unless its report is closed. */
export function ImportReport() {
  const { report, reportState, setReportState } = useImports();
  if (!report) return null;
  const isOpen = reportState === 'open';
  return <Report key={report.importId} report={report} isOpen={isOpen} onClose={() => setReportState('closed')} />;
}

function Report({ report, isOpen, onClose }: { report: ImportProgress; isOpen: boolean; onClose: () => void }) {
  const [filter, setFilter] = useState<ImportFilter>('all');
  const close = () => {
    onClose();
    // What had the focus before may be gone with the empty library; the list is where the work goes on.
    setTimeout(() => focusPane('library'));
  };
  const rows = inReadingOrder(report.rows.filter((row) => isShownBy(filter, row)));
  const choices = choicesOf(report.rows);
  return (
    <ModalDialog
      title={report.state === 'cancelled' ? 'Import cancelled' : 'Import finished'}
      isOpen={isOpen}
      onClose={close}
      footer={
        <>
          <Button onPress={() => void saveImportReport(report.importId, filter)}>Save as CSV…</Button>
          <Button look="primary" onPress={close} autoFocus>
            Close
          </Button>
        </>
      }
    >
      <p className={styles['summary']}>{summaryOf(report)}</p>
      {choices.length > 2 && (
        <div className={styles['filter']}>
          <ChoiceGroup label="Files to show" choices={choices} value={filter} onChange={setFilter} />
        </div>
      )}
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 44 }}>
        <ListBox
          // Rows of another filter are other rows, from the top.
          key={filter}
          aria-label="Imported files"
          className={styles['rows'] ?? ''}
          style={{ height: Math.min(rows.length * 46, 380) }}
          items={rows.map((row, id) => ({ row, id }))}
          onAction={(key) => {
            const row = rows[Number(key)];
            if (!row || row.outcome === 'failed') return;
            onClose();
            void openCase(row.letterId);
          }}
        >
          {({ row }) => <Row row={row} />}
        </ListBox>
      </Virtualizer>
    </ModalDialog>
  );
}

const filterNames: Readonly<Record<ImportFilter, string>> = {
  all: 'All',
  imported: 'Imported',
  'already-in-library': 'Already there',
  failed: 'Not imported',
  cancelled: 'Not reached',
  'with-remarks': 'With remarks',
};

/** The filters that show something, with how much. */
function choicesOf(rows: readonly ImportRow[]) {
  return importFilters
    .map((value) => ({ value, count: rows.filter((row) => isShownBy(value, row)).length }))
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({ value, label: `${filterNames[value]} ${count.toLocaleString('en')}` }));
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
      if (!hasRemark(row)) return { Icon: CircleCheck, text: 'Imported' };
      return {
        Icon: CircleAlert,
        text: row.remark === undefined ? 'Imported; not recognised as an IMR letter' : `Imported. ${row.remark}`,
      };
    case 'already-in-library':
      return { Icon: CopyCheck, text: `Already in the library${row.remark === undefined ? '' : `. ${row.remark}`}` };
    case 'failed':
      return { Icon: CircleAlert, text: row.reason };
    default:
      return assertNever(row);
  }
}

function summaryOf({ total, imported, already, failed, rows }: ImportProgress): string {
  const files = total === 1 ? '1 file' : `${total} files`;
  const notReached = rows.filter(wasCancelled).length;
  const rest = notReached > 0 ? `, ${notReached} not reached before it was cancelled` : '';
  return `${files}: ${imported} imported, ${already} already in the library, ${failed - notReached} not imported${rest}.`;
}
