import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createImporter } from '../../../electron/import/import-service.ts';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import type { ImportSource } from '../../../shared/contract.ts';
import { seedLetters } from '../letter/seed-letters.ts';
import { temporaryFolder } from '../library/test-library.ts';
import { paragraph, writeDocx } from './docx-writer.ts';
import { picture, pictureContent, textContent, writePdf } from './pdf-writer.ts';
import { letterPdf } from './typeset-pdf.ts';
import { textEntry, writeZip } from './zip-writer.ts';

async function setUp() {
  const folder = temporaryFolder();
  const library = await openLibraryClient({ dir: join(folder, 'library'), backups: false });
  const importer = createImporter({ library, threads: 2 });
  onTestFinished(async () => {
    await importer.close();
    await library.close();
  });
  const write = (name: string, bytes: string | Uint8Array) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
    return { path: join(folder, name) };
  };
  const run = async (...sources: ImportSource[]) => {
    const report = await importer.whenDone(importer.start(sources));
    expect(report).toMatchObject({ state: 'finished', total: report.rows.length, done: report.rows.length });
    return report.rows.map((row) => [row.name, row.outcome === 'failed' ? row.code : row.outcome]);
  };
  return { folder, library, importer, run, write };
}

const seed = seedLetters[0];
if (!seed) throw new Error('There are no seed letters.');
const { readingText } = seed.expected;
const docx = (text: string) => writeDocx({ body: text.split('\n\n').map(paragraph).join('') });

describe('import', () => {
  test('tells the format by content and keeps the bytes', async () => {
    const { library, run, write } = await setUp();
    const files = {
      'pdf.txt': letterPdf(readingText),
      'word.pdf': docx(readingText),
      'text.docx': seed.bytes,
    };
    const rows = await run(...Object.entries(files).map(([name, bytes]) => write(name, bytes)));
    expect(rows).toEqual(Object.keys(files).map((name) => [name, 'imported']));
    const listed = await library.listLetters({ query: 'sacroiliac', limit: 9 });
    expect(listed.rows.map(({ layout }) => layout)).toEqual(['issues', 'issues', 'issues']);
    for (const { sha256, fileName } of listed.rows) {
      expect(await library.getOriginal(sha256)).toEqual(new Uint8Array(files[fileName as keyof typeof files]));
    }
  });

  test('keeps a letter that is a picture, and says that it needs OCR', async () => {
    const { library, importer, write } = await setUp();
    const scan = writePdf([pictureContent], { more: [picture] });
    const { rows } = await importer.whenDone(importer.start([write('scan.pdf', scan)]));
    expect(rows).toMatchObject([
      { outcome: 'imported', layout: 'unrecognised', remark: expect.stringContaining('needs OCR') },
    ]);
    const [row] = (await library.listLetters({ query: '', limit: 9 })).rows;
    const { parse } = await library.openCase(row?.id ?? 0);
    expect([parse.readingText, parse.diagnostics.map(({ code }) => code)]).toEqual(['', ['needs-ocr']]);
    expect(await library.getOriginal(row?.sha256 ?? '')).toEqual(scan);
  });

  test('keeps the pages of a PDF with the letter', async () => {
    const { folder, library, run, write } = await setUp();
    await run(write('letter.pdf', writePdf([textContent('Page one'), textContent('Page two')])));
    await library.close();
    const { testLibrary } = await import('../library/test-library.ts');
    const { db } = testLibrary(join(folder, 'library'));
    const stored = db.prepare<[], string>('SELECT extraction FROM letter_content').pluck().get();
    expect(JSON.parse(stored ?? '')).toEqual({
      pages: [
        { page: 1, start: 0, end: 8 },
        { page: 2, start: 9, end: 17 },
      ],
      diagnostics: [],
    });
  });
});

describe('import of archives', () => {
  const archive = () =>
    writeZip([
      { name: 'letters/one.pdf', bytes: letterPdf(readingText) },
      textEntry('../../outside.txt', 'A letter'),
      {
        name: 'inner.zip',
        bytes: writeZip([
          textEntry('deep/two.txt', 'Letter two'),
          { name: 'third.zip', bytes: writeZip([textEntry('x', 'x')]) },
        ]),
      },
      textEntry('locked.txt', 'secret', { says: { flags: 1 } }),
      textEntry('bomb.txt', '0'.repeat(3_000_000)),
      textEntry('empty.txt', ''),
      { name: 'same.txt', bytes: Buffer.from('A letter') },
      { name: 'word.docx', bytes: docx('A Word letter') },
    ]);
  const rowsOf = (name: string) => [
    [`${name} › letters/one.pdf`, 'imported'],
    [`${name} › outside.txt`, 'imported'],
    [`${name} › inner.zip › deep/two.txt`, 'imported'],
    [`${name} › inner.zip › third.zip`, 'unsupported-format'],
    [`${name} › locked.txt`, 'password-protected'],
    [`${name} › bomb.txt`, 'too-large'],
    [`${name} › empty.txt`, 'empty-file'],
    [`${name} › same.txt`, 'already-in-library'],
    [`${name} › word.docx`, 'imported'],
  ];

  test('has a row for every file in them, in their place', async () => {
    const { library, run, write } = await setUp();
    const rows = await run(
      write('first.txt', 'The first'),
      write('drop/all.zip', archive()),
      write('last.txt', 'The last'),
    );
    expect(rows).toEqual([['first.txt', 'imported'], ...rowsOf('all.zip'), ['last.txt', 'imported']]);
    const { rows: listed } = await library.listLetters({ query: '', limit: 20 });
    expect(listed.map(({ fileName }) => fileName).sort()).toEqual(
      ['first.txt', 'last.txt', 'one.pdf', 'outside.txt', 'two.txt', 'word.docx'].sort(),
    );
  });

  test('dropped as bytes, or found in a folder, is the same', async () => {
    const { folder, run, write } = await setUp();
    expect(await run({ name: 'all.zip', bytes: archive() })).toEqual(rowsOf('all.zip'));
    write('letters/b.zip', archive());
    const again = rowsOf('letters/b.zip').map(([name, code]) => [
      name,
      code === 'imported' ? 'already-in-library' : code,
    ]);
    expect(await run({ path: join(folder, 'letters') })).toEqual(again);
  });
});

test('what cannot be read has one row with its reason each, and the rest is imported', async () => {
  const { folder, run, write } = await setUp();
  const pdf = letterPdf(readingText);
  write('all/1 good.txt', 'A good letter');
  write('all/2 empty.pdf', '');
  write('all/3 cut.pdf', pdf.slice(0, 3000));
  write('all/4 cut.docx', docx(readingText).slice(0, -60));
  write('all/5 sparse.zip', 'PK\x03\x04');
  truncateSync(join(folder, 'all/5 sparse.zip'), 2 ** 31);
  write('all/6 sparse.pdf', '%PDF-1.7');
  truncateSync(join(folder, 'all/6 sparse.pdf'), 2 ** 31);
  write('all/7 empty.zip', writeZip([]));
  write('all/8 good 漢字 🦴 \u202E.pdf', pdf);
  const flipped = Buffer.from(docx(readingText)).toString('latin1').replaceAll('[Content_Types]', '[Cnntent_Types]');
  write('all/8 name flipped.docx', Buffer.from(flipped, 'latin1'));
  const locked = process.getuid?.() !== 0;
  if (locked) {
    write('all/9 locked/letter.txt', 'A letter');
    chmodSync(join(folder, 'all/9 locked'), 0);
    onTestFinished(() => chmodSync(join(folder, 'all/9 locked'), 0o700));
  }
  expect(await run({ path: join(folder, 'all') })).toEqual([
    ['all/1 good.txt', 'imported'],
    ['all/2 empty.pdf', 'empty-file'],
    ['all/3 cut.pdf', 'damaged-file'],
    ['all/4 cut.docx', 'damaged-file'],
    ['all/5 sparse.zip', 'damaged-file'],
    ['all/6 sparse.pdf', 'too-large'],
    ['all/7 empty.zip', 'empty-file'],
    ['all/8 good 漢字 🦴 \u202E.pdf', 'imported'],
    ['all/8 name flipped.docx', 'imported'],
    ...(locked ? [['all/9 locked', 'unreadable-file']] : []),
  ]);
});
