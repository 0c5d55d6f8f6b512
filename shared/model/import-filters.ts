/** What is told of an import from its rows; apart from the schemas, whose library the window must not load. */
import type { ImportProgress, ImportRow } from './import-report.ts';

/** True while the import has not ended. */
export const isUnderWay = ({ state }: ImportProgress): boolean => state === 'running' || state === 'paused';

/** What an import report can be narrowed to. */
export const importFilters = ['all', 'imported', 'already-in-library', 'failed', 'with-remarks'] as const;
export type ImportFilter = (typeof importFilters)[number];

/** Whether a row is among what a filter shows; a letter of no known layout counts as one with a remark. */
export function isShownBy(filter: ImportFilter, row: ImportRow): boolean {
  if (filter === 'all') return true;
  return filter === 'with-remarks' ? hasRemark(row) : row.outcome === filter;
}

/** True for a letter of which a reviewer should know something. */
export const hasRemark = (row: ImportRow): boolean =>
  row.outcome !== 'failed' &&
  (row.remark !== undefined || (row.outcome === 'imported' && row.layout === 'unrecognised'));
