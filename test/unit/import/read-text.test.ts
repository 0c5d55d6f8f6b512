import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../electron/import/read-text.ts';
import { codeOf } from '../library/test-library.ts';

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('decodeText', () => {
  const text = 'Décision: “Upheld” – 漢字 🦴\r\n\tL4-L5\f';

  test('reads the usual encodings without a change', () => {
    expect(decodeText(Buffer.from(text))).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text);
    expect(decodeText(utf16(text, 'le'))).toBe(text);
    expect(decodeText(utf16(text, 'be'))).toBe(text);
    expect(decodeText(Buffer.from('D\xe9cision: \x93Upheld\x94 \x96 \x80', 'latin1'))).toBe('Décision: “Upheld” – €');
  });

  test('reads any text that was written as UTF-8', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '…', '漢', '🦴', '\u0301'), minLength: 1 });
    fc.assert(
      fc.property(letters, (body) => {
        expect(decodeText(Buffer.from(`x${body}`))).toBe(`x${body}`);
      }),
    );
  });

  test('reads UTF-16 without a mark where it is plain', () => {
    const long = `${text.repeat(3)}\n${'The patient is a 45-year-old male with low back pain. '.repeat(40)}`;
    expect(decodeText(Buffer.from(long, 'utf16le'))).toBe(long);
    expect(decodeText(Buffer.from(long, 'utf16le').swap16())).toBe(long);
  });

  test.each([
    ['an odd number of bytes', Buffer.concat([Buffer.from('A letter that is cut off', 'utf16le'), Buffer.from('x')])],
    ['other writing than Latin', Buffer.from('漢字の手紙 '.repeat(20), 'utf16le')],
    ['samples of sound', Buffer.from(Uint16Array.from({ length: 500 }, (_, index) => (index * 7) % 256).buffer)],
    ['nothing but zeros', Buffer.alloc(500)],
  ])('takes no other bytes for UTF-16 without a mark: %s', (_, bytes) => {
    expect(['not-text', 'undecodable']).toContain(codeOf(() => decodeText(bytes)));
  });

  test.each([
    ['no bytes', '', 'empty-file'],
    ['white space', ' \r\n\t\n', 'empty-file'],
    ['a byte-order mark alone', '\xef\xbb\xbf', 'empty-file'],
    ['NUL', 'text\0text', 'not-text'],
    ['many control characters', 'a\x01b\x02'.repeat(50), 'not-text'],
    ['control characters alone', '\x01'.repeat(2_000_000), 'not-text'],
    ['UTF-16 without a mark', Buffer.from('text', 'utf16le').toString('latin1'), 'not-text'],
    ['damaged UTF-8', 'D\xc3\xa9cision \xff\xfe', 'undecodable'],
    ['bytes that Windows-1252 has not', 'text \x81 text', 'undecodable'],
    ['a control character beside Windows-1252', 'caf\xe9 \x02'.padEnd(900, 'x'), 'undecodable'],
    ['half a UTF-16 character', '\xff\xfea', 'undecodable'],
    ['a lone surrogate', '\xff\xfe\x00\xd8a\x00', 'undecodable'],
  ])('refuses %s', (_, latin1, code) => {
    expect(codeOf(() => decodeText(Buffer.from(latin1, 'latin1')))).toBe(code);
  });

  test.each([
    ['\xD0\xCF\x11\xE0word', 'an older Word or Excel file'],
    ['{\\rtf1 text}', 'an RTF document'],
    ['\x89PNG\r\n', 'an image (PNG)'],
  ])('names the kind of a file that is no letter: %j', (start, kind) => {
    expect(() => decodeText(Buffer.from(start, 'latin1'))).toThrow(
      `This is ${kind}; letters can be PDF, Word (.docx) or text files, also in ZIP archives.`,
    );
  });
});
