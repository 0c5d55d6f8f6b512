import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openImportRecords } from '../../../electron/import/import-records.ts';
import { temporaryFolder } from '../library/test-library.ts';

test('what was begun and not ended is left at the next start, all together', () => {
  const folder = temporaryFolder();
  const records = openImportRecords(folder);
  records.begin('1', [{ path: '/letters' }]);
  records.begin('2', [{ path: '/ended' }]);
  records.begin('3', [{ path: '/más 漢字.txt' }, { name: 'from a mail', bytes: new Uint8Array(9) }]);
  records.end('2');
  expect(records.left()).toBeUndefined();

  const next = openImportRecords(folder);
  expect(next.left()).toEqual({ paths: ['/letters', '/más 漢字.txt'], withoutPath: 1 });
  next.begin('4', [{ path: '/new' }]);
  next.forgetLeft();
  expect(next.left()).toBeUndefined();
  expect(openImportRecords(folder).left()).toEqual({ paths: ['/new'], withoutPath: 0 });
});

test('ending twice, or what never began, is no error', () => {
  const records = openImportRecords(temporaryFolder());
  records.end('unknown');
  records.begin('1', [{ path: '/letters' }]);
  records.end('1');
  records.end('1');
});

test('a record that cannot be read still tells of an import, and one half written of none', () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => complain.mockRestore());
  const folder = temporaryFolder();
  const running = join(folder, 'running-imports');
  mkdirSync(running);
  writeFileSync(join(running, 'a.json.part'), '{"paths":["/let');
  expect(openImportRecords(folder).left()).toBeUndefined();
  writeFileSync(join(running, 'b.json'), '{"paths":7}');
  const records = openImportRecords(folder);
  expect(records.left()).toEqual({ paths: [], withoutPath: 0 });
  expect(complain).toHaveBeenCalledOnce();
  records.forgetLeft();
  expect(readdirSync(running)).toEqual(['a.json.part']);
});

test('what is in the way of records does not keep the library shut, and says why none can begin', () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => complain.mockRestore());
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'running-imports'), 'a file');
  const records = openImportRecords(folder);
  expect(records.left()).toBeUndefined();
  expect(complain).toHaveBeenCalledOnce();
  expect(() => records.begin('1', [{ path: '/letters' }])).toThrow(expect.objectContaining({ code: 'cannot-write' }));
});
