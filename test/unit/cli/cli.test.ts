import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { letterRowSchema } from '../../../shared/model/letter.ts';
import { parseOutputSchema } from '../../../shared/model/letter-parse.ts';
import { temporaryFolder } from '../library/test-library.ts';
import { jsonLines, runCli, seedsFolder } from './run-cli.ts';

const seeds = readdirSync(seedsFolder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => join(seedsFolder, name));

describe('parse', () => {
  test('prints an object for each file, in order, and names what failed', async () => {
    const empty = join(temporaryFolder(), 'empty.txt');
    writeFileSync(empty, '');
    const { status, stdout, stderr } = await runCli('parse', empty, ...seeds, 'missing.txt', '--json');
    const outputs = jsonLines(stdout).map((line) => parseOutputSchema.parse(line));
    expect(outputs.map(({ file }) => file)).toEqual(seeds);
    expect(stderr.trim().split('\n')).toEqual([
      `${empty}: The file is empty.`,
      'missing.txt: There is no such file; it may have been moved or deleted.',
    ]);
    expect(status).toBe(1);
  });

  test('prints a short summary for people', async () => {
    const { status, stdout, stderr } = await runCli('parse', ...seeds.slice(0, 1));
    expect(stdout).toMatch(/000_.*\.txt: layout issues\n {2}1\. .*: upheld\n/);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('ends quietly when nobody reads on', async () => {
    const cli = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));
    const files = Array.from({ length: 40 }, () => seeds).flat();
    const child = spawn(process.execPath, [cli, 'parse', '--json', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('a library', () => {
  test('is filled, listed, searched and exported', async () => {
    const folder = temporaryFolder();
    const library = join(folder, 'library');
    const bad = join(folder, 'scan.pdf');
    writeFileSync(bad, '%PDF-1.7');

    const first = await runCli('import', '--library', library, ...seeds, bad, '--json');
    expect(first.status).toBe(1);
    expect(first.stderr).toBe('scan.pdf: This PDF is damaged: it cannot be opened.\n');
    expect(jsonLines(first.stdout).map(({ outcome }) => outcome)).toEqual([...seeds.map(() => 'imported'), 'failed']);
    const second = await runCli('import', '--library', library, ...seeds);
    expect(second).toEqual({ status: 0, stdout: '0 imported, 5 already in the library, 0 failed\n', stderr: '' });

    const listed = jsonLines((await runCli('list', '--library', library, '--json')).stdout);
    expect(listed.map((row) => letterRowSchema.parse(row).fileName)).toEqual(
      seeds.map((path) => path.slice(seedsFolder.length)),
    );
    const found = await runCli('search', '--library', library, '--json', 'acupuncture', 'thoracic');
    expect(jsonLines(found.stdout).map(({ fileName }) => fileName.slice(0, 3))).toEqual(['004']);
    const odd = await runCli('search', '--library', library, '"acupuncture');
    expect(odd).toMatchObject({ status: 0, stderr: expect.stringMatching(/not closed/) });

    const out = join(folder, 'out');
    const [one, two] = listed;
    const exporting = ['export', '--library', library, '--out', out, '--format', 'json', '--case'];
    const exported = await runCli(...exporting, String(one.id), two.sha256.slice(0, 12), 'ffffff');
    expect(exported).toMatchObject({ status: 1, stderr: 'ffffff: There is no such letter in the library.\n' });
    expect(readdirSync(out)).toHaveLength(2);
    const [path = ''] = exported.stdout.split('\n');
    writeFileSync(path, 'mine');
    const refused = await runCli(...exporting, String(one.id));
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/already exists/) });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await runCli(...exporting, String(one.id), '--force')).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^\{/);

    const reports = await runCli('export', '--library', library, '--out', out, '--all');
    expect(reports).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toHaveLength(5);
    expect((await runCli('export', '--library', library, '--out', out, '--all', '--format', 'csv')).status).toBe(0);
    expect(existsSync(join(out, 'cases.csv'))).toBe(true);
  });

  test('is read again, where an earlier version of the parser read it', async () => {
    const library = join(temporaryFolder(), 'library');
    await runCli('import', '--library', library, ...seeds.slice(0, 2));
    const { db, close } = openLibrary(library);
    db.prepare("UPDATE letter SET parser_version = 0, layout = 'issues' WHERE id = 1").run();
    const parse = db.prepare('SELECT parse FROM letter_content WHERE letter_id = 1').pluck().get();
    db.prepare("UPDATE letter_content SET parse = replace(parse, 'upheld', 'unknown') WHERE letter_id = 1").run();
    close();
    expect(await runCli('reparse', '--library', library)).toEqual({
      status: 0,
      stdout:
        `${seeds[0]?.slice(seedsFolder.length)}\n` +
        '  The stored text had changed on the disk; the letter was read anew from its original file.\n' +
        '1 read again, 1 changed, 0 failed\n',
      stderr: '',
    });
    expect(await runCli('reparse', '--library', library, '--all')).toMatchObject({
      stdout: '2 read again, 0 changed, 0 failed\n',
    });
    const again = openLibrary(library);
    expect(again.db.prepare('SELECT parse FROM letter_content WHERE letter_id = 1').pluck().get()).toBe(parse);
    again.close();
  });

  test.each([['list'], ['search', 'word'], ['reparse'], ['export', '--all', '--out', 'nowhere']])(
    'must be there to %s',
    async (...args) => {
      const missing = join(temporaryFolder(), 'missing');
      const { status, stderr } = await runCli(...args, '--library', missing);
      expect({ status, stderr }).toEqual({ status: 1, stderr: `There is no library in ${missing}.\n` });
      expect(existsSync(missing)).toBe(false);
    },
  );
});

test.each([
  [],
  ['fly'],
  ['toString'],
  ['parse'],
  ['parse', '--fast', 'x.txt'],
  ['import', 'x.txt'],
  ['import', '--library', 'x'],
  ['list'],
  ['export', '--library', 'x', '--out', 'y'],
  ['export', '--library', 'x', '--out', 'y', '--all', '--case', '1'],
  ['export', '--library', 'x', '--out', 'y', '--all', '--format', 'odt'],
])('wrong usage is told: %s %s %s', async (...args) => {
  const { status, stdout, stderr } = await runCli(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/\n\nUsage: npm run -s cli/);
});
