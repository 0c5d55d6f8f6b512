import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeBackup } from '../../../../electron/library/backups/write-backup.ts';
import { createLibraryMethods } from '../../../../electron/library/library-methods.ts';
import { openLibrary } from '../../../../electron/library/open-library.ts';
import { salvageLibrary } from '../../../../electron/recovery/salvage-library.ts';
import { factsIn, noteKey } from '../../../torture/facts.ts';
import { inspectLibrary } from '../../../torture/inspect-library.ts';
import { frozenLibrary } from '../../migrations/frozen-libraries.ts';
import { damagePages, pagesOf } from '../damage-pages.ts';
import { realLetter, seedText } from '../real-letter.ts';
import { sampleAnnotation } from '../sample-letter.ts';
import { temporaryFolder, testLibrary } from '../test-library.ts';

const seeds = ['000', '001', '002', '003', '004'];

const templateFolder = mkdtempSync(join(tmpdir(), 'second-opinion-salvage-'));
afterAll(() => rmSync(templateFolder, { recursive: true }));

/** The real letters, many notes, an opinion and settings; with a backup from before the last note. */
const template = (async () => {
  const { db, close } = openLibrary(templateFolder);
  const library = createLibraryMethods(db);
  library.addLetters(seeds.map((number) => realLetter(seedText(number))));
  const texts = [1, 2, 3, 4, 5].map((id) => library.openCase(id).parse.readingText);
  const annotate = (letterId: number, note: string) => {
    const text = texts[letterId - 1] ?? '';
    return library.createAnnotation(sampleAnnotation(letterId, text, text.slice(0, 10), { note })).id;
  };
  for (let count = 0; count < 120; count++) annotate(1 + (count % 5), `note ${count} ${'word '.repeat(60)}`);
  const [item] = library.openCase(1).parse.case.items;
  const opinion = { letterId: 1, ordinal: 1, itemTitle: item?.title ?? '', author: 'Dr. Reviewer' };
  library.saveSecondOpinion({ ...opinion, reason: 'The guideline says otherwise.' });
  library.setSettings({ author: 'Dr. Salvage' });
  await writeBackup(templateFolder, new Date());
  const [first = ''] = seeds;
  const newest = noteKey(realLetter(seedText(first)).sha256, annotate(1, 'newer than the backup'));
  const facts = factsIn(db);
  close();
  return { facts, newest };
})();

/** A closed copy of it. */
async function fullLibrary({ backup = true } = {}) {
  const { facts, newest } = await template;
  const folder = join(temporaryFolder(), 'library');
  cpSync(templateFolder, folder, { recursive: true });
  if (!backup) rmSync(join(folder, 'backups'), { recursive: true });
  return { folder, path: join(folder, 'library.db'), facts, newest };
}

async function salvage(folder: string) {
  const before = new Map(filesIn(folder));
  const out = join(temporaryFolder(), 'salvaged');
  const report = await salvageLibrary({ dir: folder, out });
  // The damaged library stays as it is.
  expect(new Map(filesIn(folder))).toEqual(before);
  expect(report.readAgain.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  const { facts, faults } = inspectLibrary(out);
  expect(faults).toEqual([]);
  expect(existsSync(join(out, 'damaged-copy'))).toBe(false);
  return { out, report, facts };
}

const filesIn = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'lock.db')
    .map(({ name }) => [name, readFileSync(join(folder, name))]);

test('a sound library is copied whole', async () => {
  const { folder, facts } = await fullLibrary();
  const salvaged = await salvage(folder);
  expect(salvaged.facts).toEqual(facts);
  expect(salvaged.report).toMatchObject({
    unplaced: 0,
    letterIds: [],
    originals: { kept: 5, isWhole: true, changed: [] },
  });
  const { db } = testLibrary(salvaged.out);
  expect(db.prepare("SELECT value FROM setting WHERE key = 'author'").pluck().get()).toBe('"Dr. Salvage"');
});

test('texts that are gone are read again from the originals', async () => {
  const { folder, path, facts } = await fullLibrary({ backup: false });
  for (const page of pagesOf(path, 'letter_content').slice(0, 4)) damagePages(path, { first: page, count: 1 });
  const { report, facts: salvaged, out } = await salvage(folder);
  expect(salvaged).toEqual(facts);
  expect(report.letterIds.length).toBeGreaterThan(0);
  expect(report.readAgain.map(({ outcome }) => outcome)).toEqual(report.letterIds.map(() => 'changed'));
  const library = testLibrary(out);
  for (const id of [1, 2, 3, 4, 5]) {
    const { parse, annotations } = library.openCase(id);
    expect(parse.case.items.length).toBeGreaterThan(0);
    expect(annotations.every(({ anchored }) => anchored)).toBe(true);
  }
});

test('rows on both sides of the damage are read, and a backup makes good what is between', async () => {
  const { folder, path, facts, newest } = await fullLibrary();
  const pages = pagesOf(path, 'annotation');
  const middle = pages[Math.floor(pages.length / 2)] ?? 0;
  damagePages(path, { first: middle, count: 1 });
  const { report, facts: salvaged } = await salvage(folder);
  const table = report.tables.find(({ name }) => name === 'annotation');
  expect(table).toMatchObject({ isWhole: false });
  expect(table?.rows).toBeGreaterThan(60);
  expect(table?.fromBackup).toBeGreaterThan(0);
  expect(salvaged).toEqual(facts);
  expect(salvaged.get(newest)).toBe('newer than the backup');
});

test('without a backup, what is on the damaged pages is lost, and nothing else', async () => {
  const { folder, path, facts } = await fullLibrary({ backup: false });
  const pages = pagesOf(path, 'annotation');
  damagePages(path, { first: pages[Math.floor(pages.length / 2)] ?? 0, count: 1 });
  const { facts: salvaged } = await salvage(folder);
  for (const [key, value] of salvaged) expect(facts.get(key)).toBe(value);
  expect(facts.size - salvaged.size).toBeLessThan(15);
});

test('a file whose beginning is destroyed gives up its rows with the help of a backup', async () => {
  const { folder, path, facts } = await fullLibrary();
  for (const page of pagesOf(path, 'sqlite_schema')) damagePages(path, { first: page, count: 1 });
  const { facts: salvaged } = await salvage(folder);
  expect(salvaged).toEqual(facts);
});

test('notes whose letter cannot be read are kept in a file', async () => {
  const { folder, path, facts } = await fullLibrary({ backup: false });
  for (const page of pagesOf(path, 'letter')) damagePages(path, { first: page, count: 1 });
  const { out, report, facts: salvaged } = await salvage(folder);
  expect(report.unplaced).toBeGreaterThan(120);
  const unplaced = JSON.parse(readFileSync(join(out, 'unplaced.json'), 'utf8')) as {
    table: string;
    row: { note?: string };
  }[];
  const notes = unplaced.filter(({ table }) => table === 'annotation').map(({ row }) => row.note);
  expect(notes).toHaveLength([...facts.keys()].filter((key) => key.startsWith('note')).length);
  expect(notes).toContain('newer than the backup');
  // The letters themselves are made again from their originals.
  expect(report.imported.map(({ outcome }) => outcome)).toEqual(seeds.map(() => 'imported'));
  expect([...salvaged.keys()].filter((key) => key.startsWith('letter'))).toHaveLength(5);
});

test.each([
  ['is gone', (path: string) => rmSync(path)],
  ['is empty', (path: string) => truncateSync(path)],
  ['is no database', (path: string) => writeFileSync(path, 'no database'.repeat(2000))],
])('when library.db %s, backup and originals make the new library', async (_, spoil) => {
  const { folder, path, facts, newest } = await fullLibrary();
  spoil(path);
  const { facts: salvaged } = await salvage(folder);
  expect(salvaged).toEqual(new Map([...facts].filter(([key]) => key !== newest)));
});

test('a file that was cut off is read as far as it goes, without a backup', async () => {
  const { folder, path, facts } = await fullLibrary({ backup: false });
  const { length } = readFileSync(path);
  truncateSync(path, length - 4096);
  const { facts: salvaged } = await salvage(folder);
  for (const [key, value] of salvaged) expect(facts.get(key)).toBe(value);
  expect(facts.size - salvaged.size).toBeLessThan(15);
});

test.each(['library.db', 'originals.db'])('%s is read although its first bytes are destroyed', async (name) => {
  const { folder, facts } = await fullLibrary({ backup: false });
  const file = join(folder, name);
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 0, 24);
  writeFileSync(file, bytes);
  const { facts: salvaged, report } = await salvage(folder);
  expect(salvaged).toEqual(facts);
  expect(report.originals).toMatchObject({ kept: 5, isWhole: true });
});

test('originals that changed are left out and named, and the letters stay', async () => {
  const { folder, facts } = await fullLibrary();
  const originals = join(folder, 'originals.db');
  const pages = pagesOf(originals, 'original');
  damagePages(originals, { first: pages.at(-1) ?? 0, count: 1 });
  const out = join(temporaryFolder(), 'salvaged');
  const report = await salvageLibrary({ dir: folder, out });
  expect(report.originals.kept).toBeLessThan(5);
  expect(report.originals.isWhole && report.originals.changed.length === 0).toBe(false);
  expect(factsIn(testLibrary(out).db)).toEqual(facts);
});

test('a library of an earlier version is brought up to date', async () => {
  const folder = frozenLibrary('v1');
  const expected = inspectLibrary(frozenLibrary('v1')).facts;
  expect((await salvage(folder)).facts).toEqual(expected);
});

test('what is in the way is left alone', async () => {
  const { folder } = await fullLibrary({ backup: false });
  const out = join(temporaryFolder(), 'salvaged');
  mkdirSync(out);
  writeFileSync(join(out, 'mine.txt'), 'mine');
  await expect(salvageLibrary({ dir: folder, out })).rejects.toMatchObject({ code: 'file-exists' });
  await expect(salvageLibrary({ dir: join(folder, 'none'), out })).rejects.toMatchObject({ code: 'not-found' });
  testLibrary(folder);
  await expect(salvageLibrary({ dir: folder, out: join(out, 'new') })).rejects.toMatchObject({
    code: 'library-in-use',
  });
  expect(readdirSync(out)).toContain('mine.txt');
});
