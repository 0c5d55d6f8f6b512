import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { describeRefusal } from '../../../electron/recovery/describe-refusal.ts';
import { FailureError } from '../../../shared/result.ts';
import { temporaryFolder, testLibrary } from '../library/test-library.ts';

function refusalOf(folder: string): string {
  try {
    openLibrary(folder).close();
  } catch (thrown) {
    if (thrown instanceof FailureError) return describeRefusal(folder, thrown);
    throw thrown;
  }
  throw new Error('The library opened.');
}

test('a library that another program has open is told as such', () => {
  const { folder } = testLibrary();
  expect(refusalOf(folder).split('\n\n')).toEqual([
    'This library is open in another window or program. Close it there first.',
    'Nothing in the library was changed.',
    `Library folder: ${folder}`,
  ]);
});

test('a folder that cannot be made, and one that cannot be written to, say what to look at', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const inFile = join(folder, 'file', 'library');
  expect(refusalOf(inFile)).toContain(`The library folder ${inFile} cannot be made.`);
  expect(existsSync(inFile)).toBe(false);
  const other = join(folder, 'other');
  mkdirSync(join(other, 'lock.db'), { recursive: true });
  mkdirSync(join(other, 'backups'));
  expect(refusalOf(other)).toMatch(
    /^The library folder cannot be opened for writing\. Second Opinion has to write there/,
  );
});

test('a full disk is no talk of something that was not saved', () => {
  const full = new FailureError('disk-full', 'The disk is full, so nothing was saved. Make room and try again.');
  expect(describeRefusal('/library', full).split('\n\n')[0]).toBe(
    'The disk is full, so the library cannot be opened. Make room on the disk that the library is on, then start Second Opinion again.',
  );
});
