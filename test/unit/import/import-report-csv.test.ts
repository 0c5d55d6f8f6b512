import { expect, test } from 'vitest';
import { importReportCsv } from '../../../electron/import/import-report-csv.ts';
import type { ImportRow } from '../../../shared/model/import-report.ts';

const rows: ImportRow[] = [
  { outcome: 'imported', name: 'letters/1.txt', letterId: 1, layout: 'issues' },
  { outcome: 'imported', name: 'scan.pdf', letterId: 2, layout: 'unrecognised', remark: 'It needs OCR.' },
  { outcome: 'already-in-library', name: 'letters, again/1.txt', letterId: 1 },
  { outcome: 'failed', name: '=cmd.txt', code: 'empty-file', reason: 'This file is "empty".' },
  { outcome: 'imported', name: 'minutes.txt', letterId: 3, layout: 'unrecognised' },
  { outcome: 'failed', name: 'last.txt', code: 'cancelled', reason: 'Cancelled.' },
];
const header = 'file,outcome,layout,remark,code\r\n';
const lines = [
  'letters/1.txt,imported,issues,,\r\n',
  'scan.pdf,imported,unrecognised,It needs OCR.,\r\n',
  '"letters, again/1.txt",already-in-library,,,\r\n',
  `'=cmd.txt,failed,,"This file is ""empty"".",empty-file\r\n`,
  'minutes.txt,imported,unrecognised,,\r\n',
  'last.txt,failed,,Cancelled.,cancelled\r\n',
];

test.each([
  ['all', [0, 1, 2, 3, 4, 5]],
  ['imported', [0, 1, 4]],
  ['already-in-library', [2]],
  ['failed', [3]],
  ['cancelled', [5]],
  ['with-remarks', [1, 4]],
] as const)('holds the rows of the filter %s', (filter, shown) => {
  expect(importReportCsv(rows, filter)).toBe(header + shown.map((index) => lines[index]).join(''));
});

test('of no rows is its header', () => {
  expect(importReportCsv([], 'all')).toBe(header);
});
