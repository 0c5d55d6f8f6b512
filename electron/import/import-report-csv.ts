import { type ImportFilter, isShownBy } from '../../shared/model/import-filters.ts';
import type { ImportRow } from '../../shared/model/import-report.ts';
import { csvField } from '../export/csv-field.ts';

const columns = ['file', 'outcome', 'layout', 'remark', 'code'] as const;

/**
 * The rows of an import report that a filter shows, as CSV (RFC 4180, UTF-8, a header row), in the order of the
 * import. `remark` holds what could not be read of an imported file or why one was not imported.
 */
export function importReportCsv(rows: readonly ImportRow[], filter: ImportFilter): string {
  const lines = rows.filter((row) => isShownBy(filter, row)).map(fieldsOf);
  return [columns, ...lines].map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

function fieldsOf(row: ImportRow): string[] {
  switch (row.outcome) {
    case 'imported':
      return [row.name, row.outcome, row.layout, row.remark ?? '', ''];
    case 'already-in-library':
      return [row.name, row.outcome, '', row.remark ?? '', ''];
    case 'failed':
      return [row.name, row.outcome, '', row.reason, row.code];
  }
}
