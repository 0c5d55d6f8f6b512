import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOutputNames } from '../../../electron/export/output-names.ts';

test('letters of the same name get their numbers', () => {
  const nameOf = createOutputNames();
  expect(nameOf({ id: 1, fileName: 'Letter.txt' })).toBe('Letter');
  expect(nameOf({ id: 2, fileName: 'letter.txt' })).toBe('letter (2)');
  expect(nameOf({ id: 3, fileName: 'letter' })).toBe('letter (3)');
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['a:b*c?.txt', 'a_b_c_'],
  ['CON.txt', '_CON'],
  ['.txt', '_.txt'],
  ['..', 'letter'],
  ['dots...', 'dots'],
  ['\u202Etxt.exe.txt', '_txt.exe'],
])('%s becomes %s', (fileName, name) => {
  expect(createOutputNames()({ id: 1, fileName })).toBe(name);
});

test('any names give names that are safe and different', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 20 }), (fileNames) => {
      const nameOf = createOutputNames();
      const names = fileNames.map((fileName, id) => nameOf({ id, fileName }));
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(230);
        expect(name.startsWith('.')).toBe(false);
      }
    }),
  );
});
