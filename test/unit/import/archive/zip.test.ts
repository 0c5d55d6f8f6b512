import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveLimits } from '../../../../electron/import/archive/archive-entry.ts';
import { safeEntryName } from '../../../../electron/import/archive/entry-name.ts';
import { readEntry } from '../../../../electron/import/archive/read-entry.ts';
import { listEntries } from '../../../../electron/import/archive/zip-file.ts';
import { maxFileBytes } from '../../../../shared/model/max-file-bytes.ts';
import { temporaryFolder } from '../../library/test-library.ts';
import { textEntry, writeZip, type ZipEntry } from '../zip-writer.ts';

const list = (...entries: ZipEntry[]) => listEntries({ bytes: writeZip(entries) });

/** What reading the only entry of an archive gives. */
async function readOnly(entry: ZipEntry): Promise<string> {
  const bytes = writeZip([entry]);
  const [found] = await listEntries({ bytes });
  if (!found) throw new Error('The archive is empty.');
  return Buffer.from(await readEntry({ bytes }, found)).toString();
}

describe('an archive', () => {
  test('lists its files in its order, without folders and the files of the system', async () => {
    const names = ['b/', 'b/2.txt', 'a 漢字 🦴.pdf', '__MACOSX/b/._2.txt', '.DS_Store', 'b/Thumbs.db'];
    expect((await list(...names.map((name) => textEntry(name, '')))).map(({ name }) => name)).toEqual([
      'b/2.txt',
      'a 漢字 🦴.pdf',
    ]);
  });

  test('written by another program is read byte for byte, from the disk and from memory', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'in'));
    const texts = { 'one.txt': 'text '.repeat(1000), 'two.txt': 'x', 'empty.txt': '' };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, 'in', name), text);
    execFileSync('zip', ['-q', '-r', 'all.zip', 'in'], { cwd: folder });
    const archive = { path: join(folder, 'all.zip') };
    const found = new Map<string, string>();
    for (const entry of await listEntries(archive)) {
      found.set(entry.name.replace('in/', ''), Buffer.from(await readEntry(archive, entry)).toString());
    }
    expect(Object.fromEntries(found)).toEqual(texts);
  });

  test.each([
    ['no files', [], 'empty-file'],
    ['folders alone', [textEntry('a/', '')], 'empty-file'],
    [
      'too many files',
      Array.from({ length: archiveLimits.entries + 1 }, (_, i) => textEntry(`${i}`, '', { stored: true })),
      'too-large',
    ],
    [
      'too many bytes',
      Array.from({ length: 3 }, (_, i) => textEntry(`${i}`, '', { says: { size: 2 ** 30 } })),
      'too-large',
    ],
  ])('with %s is refused as a whole', async (_, entries, code) => {
    await expect(list(...entries)).rejects.toMatchObject({ code });
  });

  test('that was cut off is damaged', async () => {
    const bytes = writeZip([textEntry('a.txt', 'text')]);
    await expect(listEntries({ bytes: bytes.slice(0, -30) })).rejects.toMatchObject({ code: 'damaged-file' });
  });
});

describe('a file in an archive', () => {
  test('is read whether it is packed or not', async () => {
    expect(await readOnly(textEntry('a', 'text'.repeat(500)))).toBe('text'.repeat(500));
    expect(await readOnly(textEntry('a', 'text', { stored: true }))).toBe('text');
  });

  test.each<[string, ZipEntry, string]>([
    ['with a password', textEntry('a', 'text', { says: { flags: 1 } }), 'password-protected'],
    ['packed in another way', textEntry('a', 'text', { says: { method: 14 } }), 'unsupported-format'],
    ['that says it is too large', textEntry('a', 'text', { says: { size: maxFileBytes + 1 } }), 'too-large'],
    ['that is a bomb', textEntry('a', '0'.repeat(2_000_000)), 'too-large'],
    ['that is larger than it says', textEntry('a', 'text', { says: { size: 3 } }), 'damaged-file'],
    ['that is smaller than it says', textEntry('a', 'text', { says: { size: 5 } }), 'damaged-file'],
    [
      'that is packed larger than can be',
      textEntry('a', 'text', { says: { compressedSize: 2 ** 31 } }),
      'damaged-file',
    ],
    ['that reaches past the end', textEntry('a', 'text'.repeat(9), { says: { compressedSize: 999 } }), 'damaged-file'],
    ['that has changed', textEntry('a', 'text', { says: { crc: 1 } }), 'damaged-file'],
    ['that is not packed as it says', textEntry('a', 'text', { stored: true, says: { method: 8 } }), 'damaged-file'],
  ])('%s is refused', async (_, entry, code) => {
    await expect(readOnly(entry)).rejects.toMatchObject({ code });
  });
});

describe('the name of a file in an archive', () => {
  test.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Windows\\letter.txt', 'Windows/letter.txt'],
    ['a/./b//c.txt', 'a/b/c.txt'],
    ['evil\u202Etxt.exe', 'evil\uFFFDtxt.exe'],
    ['two\nlines', 'two\uFFFDlines'],
    ['..', 'file without a name'],
    ['Déjà vu 漢字 🦴.pdf', 'Déjà vu 漢字 🦴.pdf'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeEntryName(name)).toBe(safe);
  });

  test('is never empty, long, absolute or outside', () => {
    const part = fc.constantFrom('..', '.', '/', '\\', 'C:', 'a', '\0', '\u202E', '\ud800', ' ', 'x'.repeat(300));
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (name) => {
          const safe = safeEntryName(name);
          expect(safe.length).toBeGreaterThan(0);
          expect(safe.length).toBeLessThanOrEqual(400);
          expect(safe.isWellFormed()).toBe(true);
          expect(safe.split('/').filter((p) => p === '' || p === '..' || p === '.')).toEqual([]);
          expect(safe).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });
});
