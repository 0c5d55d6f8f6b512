/** What is told of an import from its rows; apart from the schemas, whose library the window must not load. */
import type { ImportProgress, ImportRow } from './import-report.ts';

/** True while the import has not ended. */
export const isUnderWay = ({ state }: ImportProgress): boolean => state === 'running' || state === 'paused';

/** What an import report can be narrowed to. */
export const importFilters = ['all', 'imported', 'already-in-library', 'failed', 'cancelled', 'with-remarks'] as const;
export type ImportFilter = (typeof importFilters)[number];

/** Whether a row is among what a filter shows; a letter of no known layout counts as one with a remark. */
export function isShownBy(filter: ImportFilter, row: ImportRow): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'with-remarks':
      return hasRemark(row);
    case 'cancelled':
      return wasCancelled(row);
    default:
      return row.outcome === filter && !wasCancelled(row);
  }
}

/** True for a file that the import did not come to: a resumed one may have imported it before. */
export const wasCancelled = (row: ImportRow): boolean => row.outcome === 'failed' && row.code === 'cancelled';

/** True for a letter of which a reviewer should know something. */
export const hasRemark = (row: ImportRow): boolean =>
  row.outcome !== 'failed' &&
  (row.remark !== undefined || (row.outcome === 'imported' && row.layout === 'unrecognised'));
