import { expect, test } from 'vitest';
import type { SalvageReport } from '../../../electron/recovery/salvage-library.ts';
import { salvageRemarks } from '../../../electron/recovery/salvage-remarks.ts';

const table = (name: string, rows: number, isWhole = true, fromBackup = 0) => ({ name, rows, isWhole, fromBackup });

const whole: SalvageReport = {
  tables: [table('letter', 5), table('annotation', 3)],
  originals: { kept: 5, isWhole: true, changed: [] },
  letterIds: [],
  unplaced: 0,
  readAgain: [],
  imported: [],
};

test('nothing is said where everything could be read', () => {
  expect(salvageRemarks(whole)).toEqual([]);
});

test('what was lost and what came from a backup is said by kind, but not of what is made anew', () => {
  const tables = [table('letter', 5), table('annotation', 3, false, 2), table('letter_facet', 9, false)];
  expect(salvageRemarks({ ...whole, tables, unplaced: 1 })).toEqual([
    'Some of the notes could not be read. 2 come from a backup instead.',
    '1 entry belongs to letters that could not be read. They are kept in the file unplaced.json, in the folder with the damaged library.',
  ]);
});

test('a library of which nothing could be read says where its letters come from', () => {
  const tables = [table('letter', 0, false, 5), table('annotation', 0, false, 3)];
  expect(salvageRemarks({ ...whole, tables, backup: 'library-2026.db' })[0]).toMatch(
    /comes from a backup and from the/,
  );
  expect(salvageRemarks({ ...whole, tables })[0]).toMatch(/there is no backup of the same version/);
});

test('letters that could not be read are named, up to twenty of them', () => {
  const failed = (number: number) =>
    ({ outcome: 'failed', name: `${number}.txt`, code: 'not-text', reason: 'It is no text.' }) as const;
  const remarks = salvageRemarks({ ...whole, imported: Array.from({ length: 25 }, (_, index) => failed(index)) });
  expect(remarks).toHaveLength(21);
  expect(remarks[0]).toBe('“0.txt”: It is no text.');
  expect(remarks.at(-1)).toBe('5 more letters could not be read.');
});

test('imported files that changed or are gone are said', () => {
  expect(salvageRemarks({ ...whole, originals: { kept: 3, isWhole: false, changed: ['a'] } })).toEqual([
    'Some imported files could not be read. Letters without their imported file can be read and annotated, but not read again.',
    '1 imported file has changed on the disk and was left out.',
  ]);
});
