import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expandSources } from '../../../electron/import/expand-sources.ts';
import { temporaryFolder } from '../library/test-library.ts';

const names = async (...paths: string[]) =>
  (await expandSources(paths.map((path) => ({ path })))).map(({ name }) => name);

test('replaces a folder by its files, sorted, those of folders below included', async () => {
  const root = join(temporaryFolder(), 'letters');
  for (const path of ['b/2.txt', 'b/10.txt', 'a.txt', 'c/d/e.txt', '.DS_Store', 'b/Thumbs.db', '.hidden']) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), path);
  }
  symlinkSync(root, join(root, 'c', 'back'));
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling'));
  const inOrder = ['.hidden', 'a.txt', 'b/2.txt', 'b/10.txt', 'c/d/e.txt', 'dangling'].map((name) => `letters/${name}`);
  expect(await names(root)).toEqual(inOrder);
  expect(await names('first.txt', root, 'x/last.txt')).toEqual(['first.txt', ...inOrder, 'last.txt']);
});

test.runIf(process.platform === 'linux')('keeps the bytes of names that are no Unicode', async () => {
  const root = join(temporaryFolder(), 'letters');
  mkdirSync(root);
  const folder = Buffer.concat([Buffer.from(`${root}/`), Buffer.from('caf\xe9', 'latin1')]);
  mkdirSync(folder);
  const file = Buffer.concat([folder, Buffer.from('/d\xe9cision.txt', 'latin1')]);
  writeFileSync(file, 'A letter');
  writeFileSync(join(root, 'plain.txt'), 'Another');
  const [found, plain] = await expandSources([{ path: root }]);
  expect(found?.name).toBe('letters/caf\uFFFD/d\uFFFDcision.txt');
  expect(found?.source).toEqual({ ok: true, value: { path: file } });
  expect(plain?.source).toEqual({ ok: true, value: { path: join(root, 'plain.txt') } });
});

test('has a row for a folder without files', async () => {
  const root = join(temporaryFolder(), 'empty');
  mkdirSync(root);
  expect(await expandSources([{ path: root }])).toMatchObject([
    { name: 'empty', source: { ok: false, error: { code: 'not-found' } } },
  ]);
});
