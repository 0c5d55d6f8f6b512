import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAscii85 } from '../../../../../electron/import/formats/pdf/ascii85.ts';
import { writeAscii85 } from '../../ascii85-writer.ts';

const decode = (text: string) => decodeAscii85(Buffer.from(text, 'latin1'));

test('what was written is read, whatever it is and however it is broken into lines', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (bytes, width) => {
      const written = writeAscii85(Buffer.from(bytes));
      const lines = written.replace(new RegExp(`.{${width}}`, 'gs'), '$&\n');
      expect(decode(`${lines}~>`)).toEqual(Buffer.from(bytes));
    }),
  );
});

test('four zeros may be one letter', () => {
  expect(decode('z87cURz~>')).toEqual(Buffer.from('\0\0\0\0Hell\0\0\0\0'));
});

test.each([
  ['a character that it does not have', '87cUR\x7F~>'],
  ['zeros within a group', '87zcUR~>'],
  ['a group that is too large', 'uuuuu~>'],
  ['a group of one', '87cUR8~>'],
])('%s is no ASCII85', (_, text) => {
  expect(decode(text)).toBeUndefined();
});
