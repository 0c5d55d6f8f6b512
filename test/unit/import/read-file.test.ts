import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFileBytes } from '../../../electron/import/read-file.ts';
import { maxFileBytes } from '../../../shared/model/max-file-bytes.ts';
import { codeOf, temporaryFolder } from '../library/test-library.ts';

test('reads regular files, whatever their name', () => {
  const folder = temporaryFolder();
  for (const name of ['plain.txt', 'two\nlines', '漢字 🦴.txt', ' spaces ', 'quote\'"', '-dash']) {
    const bytes = Buffer.from(name.repeat(1000));
    writeFileSync(join(folder, name), bytes);
    expect(Buffer.from(readFileBytes(join(folder, name)))).toEqual(bytes);
  }
  writeFileSync(join(folder, 'empty'), '');
  expect(readFileBytes(join(folder, 'empty'))).toHaveLength(0);
  symlinkSync(join(folder, 'plain.txt'), join(folder, 'link'));
  expect(readFileBytes(join(folder, 'link'))).toHaveLength(9000);
});

test('refuses what is no file, without waiting for it', () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  mkdirSync(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync(at('loop'), at('loop'));
  expect(codeOf(() => readFileBytes(at('folder')))).toBe('unreadable-file');
  expect(codeOf(() => readFileBytes(at('pipe')))).toBe('unreadable-file');
  expect(codeOf(() => readFileBytes('/dev/zero'))).toBe('unreadable-file');
  expect(codeOf(() => readFileBytes(at('loop')))).toBe('unreadable-file');
  expect(codeOf(() => readFileBytes(at('missing')))).toBe('not-found');
  expect(codeOf(() => readFileBytes(at('missing/below')))).toBe('not-found');
  expect(codeOf(() => readFileBytes(at('a'.repeat(5000))))).toBe('unreadable-file');
  expect(codeOf(() => readFileBytes('nul\0character'))).toBe('unreadable-file');
});

test('says why a file may not be found whose name came without its characters', () => {
  const path = join(temporaryFolder(), 'caf\uFFFD.txt');
  expect(() => readFileBytes(path)).toThrow('not valid Unicode');
  writeFileSync(path, 'A letter');
  expect(readFileBytes(path)).toHaveLength(8);
});

test('finds names composed and decomposed', () => {
  const folder = temporaryFolder();
  for (const form of ['NFC', 'NFD']) {
    const path = join(folder, 'Décision é.txt'.normalize(form));
    writeFileSync(path, form);
    expect(Buffer.from(readFileBytes(path)).toString()).toBe(form);
  }
});

test('reads files up to the largest size', () => {
  const path = join(temporaryFolder(), 'large');
  writeFileSync(path, '');
  truncateSync(path, maxFileBytes + 1);
  expect(codeOf(() => readFileBytes(path))).toBe('too-large');
  truncateSync(path, maxFileBytes);
  expect(readFileBytes(path).byteLength).toBe(maxFileBytes);
});

test.runIf(process.platform === 'linux')('reads a file that says nothing of its size', () => {
  expect(readFileBytes('/proc/self/status').byteLength).toBeGreaterThan(100);
});
