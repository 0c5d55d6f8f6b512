import { beforeEach, expect, test } from 'vitest';
import { needsReading, useImports } from '../../../../renderer/stores/imports.ts';
import type { ImportProgress, ImportRow } from '../../../../shared/model/import-report.ts';

const progress = (importId: string, state: ImportProgress['state'], rows: ImportRow[] = []): ImportProgress => ({
  importId,
  state,
  total: Math.max(1, rows.length),
  done: rows.length,
  imported: 0,
  already: 0,
  failed: 0,
  rows,
});
const plain: ImportRow = { outcome: 'imported', name: 'a', letterId: 1, layout: 'issues' };

beforeEach(() => useImports.setState(useImports.getInitialState(), true));

test('a paused import stays in sight beside another that runs and ends', () => {
  const { setProgress } = useImports.getState();
  setProgress(progress('1', 'running'));
  setProgress(progress('2', 'running'));
  setProgress(progress('1', 'paused'));
  const ids = () => useImports.getState().underWay.map(({ importId, state }) => `${importId} ${state}`);
  expect(ids()).toEqual(['1 paused', '2 running']);
  setProgress(progress('2', 'finished', [plain]));
  expect(ids()).toEqual(['1 paused']);
  expect(useImports.getState().report?.importId).toBe('2');
});

test('an import that begins leaves the report of the last one where it is', () => {
  const { setProgress, setReportState } = useImports.getState();
  setProgress(progress('1', 'finished', [plain]));
  setReportState('open');
  setProgress(progress('2', 'running'));
  expect(useImports.getState()).toMatchObject({ report: { importId: '1' }, reportState: 'open' });
});

test('a report is to be read unless one letter went in without remark', () => {
  expect(needsReading(progress('1', 'finished', [plain]))).toBe(false);
  expect(needsReading(progress('1', 'cancelled', [plain]))).toBe(true);
  expect(needsReading(progress('1', 'finished', [plain, plain]))).toBe(true);
  expect(needsReading(progress('1', 'finished', [{ ...plain, remark: 'It needs OCR.' }]))).toBe(true);
  expect(needsReading(progress('1', 'finished', [{ ...plain, layout: 'unrecognised' }]))).toBe(true);
  expect(needsReading(progress('1', 'finished', [{ outcome: 'already-in-library', name: 'a', letterId: 1 }]))).toBe(
    true,
  );
});
