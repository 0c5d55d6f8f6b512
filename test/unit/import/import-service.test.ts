import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openImportRecords } from '../../../electron/import/import-records.ts';
import { createImporter, type ImporterOptions } from '../../../electron/import/import-service.ts';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import type { ImportSource } from '../../../shared/contract.ts';
import { wasCancelled } from '../../../shared/model/import-filters.ts';
import type { ImportProgress } from '../../../shared/model/import-report.ts';
import { FailureError } from '../../../shared/result.ts';
import { temporaryFolder } from '../library/test-library.ts';

const seeds = new URL('../../../seeds/', import.meta.url);
const seedNames = readdirSync(seeds)
  .filter((name) => name.endsWith('.txt'))
  .sort();

async function setUp(options: Partial<ImporterOptions> = {}) {
  const library = await openLibraryClient({ dir: join(temporaryFolder(), 'library'), backups: false });
  const seen: ImportProgress[] = [];
  const importer = createImporter({ library, threads: 2, onProgress: (progress) => seen.push(progress), ...options });
  onTestFinished(async () => {
    await importer.close();
    await library.close();
  });
  const run = (sources: ImportSource[]) => importer.whenDone(importer.start(sources));
  return { library, importer, run, seen };
}

const letter = (name: string, text = `Letter ${name}`) => ({ name, bytes: new Uint8Array(Buffer.from(text)) });

/** Whether notices came since this was asked last. */
let counted = -1;
function stillReading(seen: readonly ImportProgress[]): boolean {
  const more = seen.length !== counted;
  counted = seen.length;
  return more;
}

/** The outcome of each row, or its failure code. */
const outcomes = ({ rows }: ImportProgress) => rows.map((row) => (row.outcome === 'failed' ? row.code : row.outcome));

describe('import', () => {
  test('brings the seeds into the library, byte for byte', async () => {
    const { library, run, seen } = await setUp();
    const report = await run(seedNames.map((name) => ({ path: new URL(name, seeds).pathname })));
    expect(report).toMatchObject({ state: 'finished', total: 5, done: 5, imported: 5, already: 0, failed: 0 });
    expect(report.rows.map(({ name }) => name)).toEqual(seedNames);
    expect(seen.at(-1)).toEqual(report);
    const { rows } = await library.listLetters({ query: '', limit: 10 });
    expect(rows.map(({ fileName }) => fileName)).toEqual(seedNames);
    for (const { id, sha256, fileName, layout } of rows) {
      expect(layout).toBe('issues');
      const original = readFileSync(new URL(fileName, seeds));
      expect(Buffer.from(await library.getOriginal(sha256))).toEqual(original);
      const { parse } = await library.openCase(id);
      expect(parse.readingText.replace(/\s/g, '').length).toBeGreaterThan(1000);
    }
  });

  test('bad files never stop the others', async () => {
    const folder = temporaryFolder();
    const at = (name: string) => join(folder, name);
    writeFileSync(at('good.txt'), 'A good letter');
    writeFileSync(at('empty.txt'), '');
    writeFileSync(at('report.pdf'), '%PDF-1.7');
    writeFileSync(at('café 漢字 🦴.txt'), 'Another good letter');
    mkdirSync(at('folder'));
    writeFileSync(join(at('folder'), 'inside.txt'), 'A letter in a folder');
    execFileSync('mkfifo', [at('pipe')]);
    const { library, run } = await setUp();
    const names = ['good.txt', 'empty.txt', 'missing.txt', 'report.pdf', 'folder', 'pipe', 'café 漢字 🦴.txt'];
    const report = await run(names.map((name) => ({ path: at(name) })));
    expect(outcomes(report)).toEqual([
      'imported',
      'empty-file',
      'not-found',
      'damaged-file',
      'imported',
      'unreadable-file',
      'imported',
    ]);
    expect(report.rows[4]?.name).toBe('folder/inside.txt');
    expect(report).toMatchObject({ total: 7, done: 7, imported: 3, failed: 4 });
    const { rows, total } = await library.listLetters({ query: '"good letter"', limit: 9 });
    expect([total, ...rows.map(({ fileName }) => fileName).sort()]).toEqual([2, 'café 漢字 🦴.txt', 'good.txt']);
  });

  test('imports equal files once: the first of them', async () => {
    const { library, run } = await setUp();
    const copies = Array.from({ length: 150 }, (_, index) => letter(`${index}.txt`, `text ${index % 3}`));
    const report = await run(copies);
    expect(outcomes(report)).toEqual(copies.map((_, index) => (index < 3 ? 'imported' : 'already-in-library')));
    const ids = report.rows.map((row) => (row.outcome === 'failed' ? 0 : row.letterId));
    expect(ids).toEqual(copies.map((_, index) => ids[index % 3]));
    expect(await run(copies)).toMatchObject({ imported: 0, already: 150 });
    expect((await library.listLetters({ query: '', limit: 9 })).rows.map(({ fileName }) => fileName)).toEqual([
      '0.txt',
      '1.txt',
      '2.txt',
    ]);
  });

  test('keeps what is in when it is cancelled, and reports the rest', async () => {
    const { library, importer, seen } = await setUp({
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.imported > 0) importer.cancel(progress.importId);
      },
    });
    const files = Array.from({ length: 2000 }, (_, index) => letter(`${index}.txt`));
    const report = await importer.whenDone(importer.start(files));
    expect(report.state).toBe('cancelled');
    expect(report.rows.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(report.imported).toBeGreaterThan(0);
    expect(report.imported + report.failed).toBe(2000);
    expect(report.rows.filter((row) => row.outcome === 'failed' && row.code === 'cancelled')).toHaveLength(
      report.failed,
    );
    expect((await library.listLetters({ query: '', limit: 1 })).total).toBe(report.imported);
  });

  test('a file that hangs, crashes or eats the memory of its worker is reported, and the others go on', async () => {
    const workerFile = new URL('./hostile-worker.ts', import.meta.url);
    const { run } = await setUp({ workerFile, timeLimit: 3000, memory: 64 });
    const names = ['1', 'HANG!!', 'EXIT!!', '2', 'THROW!', 'MEMORY', '3'];
    const report = await run(names.map((name) => letter(name, `${name} is what this letter says`)));
    expect(outcomes(report)).toEqual([
      'imported',
      'timed-out',
      'internal',
      'imported',
      'internal',
      'internal',
      'imported',
    ]);
  });

  test('a file that hangs does not use up the time of another import', async () => {
    const workerFile = new URL('./hostile-worker.ts', import.meta.url);
    const { run } = await setUp({ workerFile, timeLimit: 2000, threads: 1 });
    const reports = await Promise.all([run([letter('hang', 'HANG!!')]), run([letter('good')])]);
    expect(reports.map(outcomes)).toEqual([['timed-out'], ['imported']]);
  });

  test('says of every file why the library did not take it', async () => {
    const full = new FailureError('disk-full', 'The disk is full.');
    const { run } = await setUp({ library: { addLetters: () => Promise.reject(full) } });
    const report = await run([letter('1'), letter('bad', ''), letter('2')]);
    expect(outcomes(report)).toEqual(['disk-full', 'empty-file', 'disk-full']);
  });

  test('waits where the disk is full until somebody goes on, and loses nothing', async () => {
    const full = new FailureError('disk-full', 'The disk is full.');
    const { library: real } = await setUp();
    const seen: ImportProgress[] = [];
    let refusals = 2;
    const { importer, run } = await setUp({
      library: { addLetters: (letters) => (refusals-- > 0 ? refuse(letters) : real.addLetters(letters)) },
      waitsForSpace: true,
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.heldBy !== undefined) setTimeout(() => importer.goOn(progress.importId));
      },
    });
    /** As the real library does: it takes over the bytes, then fails. */
    const refuse = (letters: Parameters<typeof real.addLetters>[0]) => {
      for (const { bytes } of letters) structuredClone(bytes, { transfer: [bytes.buffer as ArrayBuffer] });
      return Promise.reject(full);
    };
    const report = await run(Array.from({ length: 200 }, (_, index) => letter(`${index}.txt`)));
    expect(new Set(outcomes(report))).toEqual(new Set(['imported']));
    expect(seen.filter(({ heldBy }) => heldBy !== undefined).map(({ state }) => state)).toEqual(['paused', 'paused']);
    expect((await real.listLetters({ query: '', limit: 1 })).total).toBe(200);
  });

  test('an import that waits for room can be cancelled', async () => {
    const { importer, run } = await setUp({
      library: { addLetters: () => Promise.reject(new FailureError('disk-full', 'The disk is full.')) },
      waitsForSpace: true,
      onProgress: ({ heldBy, importId }) => heldBy !== undefined && importer.cancel(importId),
    });
    const report = await run([letter('1'), letter('2')]);
    expect(report.state).toBe('cancelled');
    expect(outcomes(report)).toEqual(['cancelled', 'cancelled']);
  });

  test('tells of its progress, with rows only at the end', async () => {
    const { run, seen } = await setUp();
    const report = await run(Array.from({ length: 300 }, (_, index) => letter(`${index}.txt`)));
    expect(seen.slice(0, -1).every(({ state, rows }) => state === 'running' && rows.length === 0)).toBe(true);
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b));
    expect(seen.at(-1)).toEqual(report);
  });

  test('knows only its own imports', async () => {
    const { importer } = await setUp();
    importer.cancel('unknown');
    await expect(importer.whenDone('unknown')).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('reads nothing more while it is paused, keeps what was read, and then goes on to the end', async () => {
    const seen: ImportProgress[] = [];
    const held = Promise.withResolvers<number>();
    let pausing = true;
    const { library, importer } = await setUp({
      onProgress: (progress) => {
        seen.push(progress);
        if (pausing && progress.imported > 0) importer.pause(progress.importId);
        if (progress.state === 'paused') held.resolve(progress.total);
      },
    });
    const files = Array.from({ length: 1500 }, (_, index) => letter(`${index}.txt`));
    const importId = importer.start(files);
    expect(await held.promise).toBe(1500);
    // What was under way goes in: then no worker is left with anything to do.
    await expect.poll(() => stillReading(seen)).toBe(false);
    const { total } = await library.listLetters({ query: '', limit: 1 });
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(1500);
    const before = seen.length;
    pausing = false;
    importer.goOn(importId);
    expect(await importer.whenDone(importId)).toMatchObject({ state: 'finished', imported: 1500 });
    expect(seen.slice(before).some(({ state }) => state === 'running')).toBe(true);
    importer.pause(importId);
    expect(seen.at(-1)?.state).toBe('finished');
  });

  test('is cancelled while it is paused', async () => {
    const { importer } = await setUp();
    const importId = importer.start(Array.from({ length: 300 }, (_, index) => letter(`${index}.txt`)));
    importer.pause(importId);
    importer.cancel(importId);
    expect(await importer.whenDone(importId)).toMatchObject({ state: 'cancelled', done: 300 });
  });
});

describe('an import that a quit interrupted', () => {
  async function interruptedIn(folder: string) {
    const files = join(folder, 'letters');
    mkdirSync(files);
    for (let number = 0; number < 300; number++) writeFileSync(join(files, `${number}.txt`), `Letter ${number}`);
    const { library } = await setUp();
    // It quits with the first letters in the library.
    const addLetters: typeof library.addLetters = async (letters) => {
      const added = await library.addLetters(letters);
      void importer.close();
      return added;
    };
    const importer = createImporter({ library: { addLetters }, records: openImportRecords(folder), threads: 2 });
    const { state, imported } = await importer.whenDone(importer.start([{ path: files }, letter('from a mail.txt')]));
    expect(state).toBe('cancelled');
    expect(imported).toBeGreaterThan(0);
    return { library, imported };
  }

  test('is offered at the next start, and goes on without importing anything twice', async () => {
    const folder = temporaryFolder();
    const { library, imported } = await interruptedIn(folder);
    const { importer } = await setUp({ library, records: openImportRecords(folder) });
    expect(await importer.interrupted()).toEqual({ files: 300, withoutPath: 1 });
    const report = await importer.whenDone(importer.resumeInterrupted());
    expect(report).toMatchObject({ state: 'finished', total: 300, already: imported, imported: 300 - imported });
    const { rows } = await library.listLetters({ query: '', limit: 1000 });
    const idOf = new Map(rows.map(({ fileName, id }) => [fileName, id]));
    for (const row of report.rows) expect(row).toMatchObject({ letterId: idOf.get(row.name.replace('letters/', '')) });
    expect(await importer.interrupted()).toBeUndefined();
    expect(openImportRecords(folder).left()).toBeUndefined();
  });

  test('reads no file again that is in the library, unless what is stored of it is damaged', async () => {
    const folder = temporaryFolder();
    const { library } = await interruptedIn(folder);
    const { rows } = await library.listLetters({ query: '', limit: 1000 });
    const [damaged, ...known] = rows.map(({ sha256 }) => sha256);
    const parsed: string[] = [];
    const { importer } = await setUp({
      library: {
        // As it answers where the original of one has changed on the disk.
        knownSha256s: async (sums) => library.knownSha256s(sums.filter((sum) => sum !== damaged)),
        addLetters: (letters) => {
          parsed.push(...letters.map(({ sha256 }) => sha256));
          return library.addLetters(letters);
        },
      },
      records: openImportRecords(folder),
    });
    const report = await importer.whenDone(importer.resumeInterrupted());
    expect(report).toMatchObject({ already: rows.length, imported: 300 - rows.length });
    expect(parsed).toHaveLength(300 - known.length);
    expect(parsed.filter((sum) => known.includes(sum))).toEqual([]);
    expect(parsed).toContain(damaged);
  });

  test('says of no file, when it is cancelled in its turn, that it is not in the library', async () => {
    const folder = temporaryFolder();
    const { library } = await interruptedIn(folder);
    const { importer } = await setUp({ library, records: openImportRecords(folder) });
    const importId = importer.resumeInterrupted();
    importer.cancel(importId);
    const { rows } = await importer.whenDone(importId);
    const notReached = rows.filter(wasCancelled);
    expect(notReached).not.toEqual([]);
    for (const row of notReached) expect(row).toMatchObject({ reason: expect.stringMatching(/may be in the library/) });
  });

  test('is not offered again once it was dismissed', async () => {
    const folder = temporaryFolder();
    const { library } = await interruptedIn(folder);
    const { importer } = await setUp({ library, records: openImportRecords(folder) });
    importer.dismissInterrupted();
    expect(await importer.interrupted()).toBeUndefined();
    expect(() => importer.resumeInterrupted()).toThrow(FailureError);
    expect(openImportRecords(folder).left()).toBeUndefined();
  });

  test('leaves nothing behind when it ended or was cancelled', async () => {
    const folder = temporaryFolder();
    const { run, importer } = await setUp({ records: openImportRecords(folder) });
    await run([letter('1')]);
    const importId = importer.start([letter('2')]);
    importer.cancel(importId);
    await importer.whenDone(importId);
    expect(openImportRecords(folder).left()).toBeUndefined();
  });
});
