import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../../electron/import/formats/pdf/read-pdf.ts';
import { FailureError } from '../../../../../shared/result.ts';
import { random } from '../../../../corpus/random.ts';
import { seedLetters } from '../../../letter/seed-letters.ts';
import { temporaryFolder } from '../../../library/test-library.ts';
import { writeAscii85 } from '../../ascii85-writer.ts';
import { print } from '../../case-in-print.ts';
import { picture, pictureContent, textContent, writePdf } from '../../pdf-writer.ts';
import { letterPdf } from '../../typeset-pdf.ts';

const codes = async (bytes: Uint8Array) => (await readPdf(bytes)).diagnostics.map(({ code }) => code);
const letter = letterPdf(seedLetters[1]?.expected.readingText ?? '');

function qpdf(bytes: Uint8Array, ...options: string[]): Uint8Array<ArrayBuffer> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'in.pdf'), bytes);
  execFileSync('qpdf', [...options, join(folder, 'in.pdf'), join(folder, 'out.pdf')]);
  return Uint8Array.from(readFileSync(join(folder, 'out.pdf')));
}

const variants = {
  'as typeset': () => letter,
  'with its objects packed': () => qpdf(letter, '--object-streams=generate', '--recompress-flate'),
  'with plain objects': () => qpdf(letter, '--object-streams=disable'),
  'arranged for the web': () => qpdf(letter, '--linearize', '--object-streams=generate'),
};

/** From `/W [` to the end of its object: widths of letters, by which a reader tells words apart. */
const widths = /\/W\s*\[.*?endobj/gs;
/** Typst does not pack what says which letters the glyphs are. */
const plainStream = /<<(?:(?!>>|\/Filter).)*>>\s*stream.*?endstream/gs;

/** Stretches of a file in which nothing can show that a bit was changed. */
function uncheckable(bytes: Uint8Array): (at: number) => boolean {
  const text = Buffer.from(bytes).toString('latin1');
  const stretches = [widths, plainStream].flatMap((pattern) => [...text.matchAll(pattern)]);
  return (at) => stretches.some(({ 0: { length }, index }) => index <= at && at < index + length);
}

/** The share of `whole` that is missing in what is read of `bytes`, and whether that is said. */
async function reading(bytes: Uint8Array, whole: number): Promise<{ lost: number; isSaid: boolean }> {
  try {
    const { text, diagnostics } = await readPdf(bytes);
    return { lost: 1 - print(text).length / whole, isSaid: diagnostics.some(({ severity }) => severity === 'error') };
  } catch (thrown) {
    if (thrown instanceof FailureError && thrown.code === 'damaged-file') return { lost: 1, isSaid: true };
    throw thrown;
  }
}

describe.each(Object.entries(variants))('a PDF %s', (_, make) => {
  test('is read without a remark', async () => {
    expect(await codes(make())).toEqual([]);
  });

  test('in which one bit is wrong loses no text in silence', async () => {
    const bytes = make();
    const whole = print((await readPdf(bytes)).text).length;
    const draw = random('flips');
    const cannotShow = uncheckable(bytes);
    let losses = 0;
    for (let n = 0; n < 60; n++) {
      const at = draw.int(0, bytes.length - 1);
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << draw.int(0, 7));
      const { lost, isSaid } = await reading(damaged, whole);
      if (lost <= 0.02 || cannotShow(at)) continue;
      expect({ at, isSaid }).toEqual({ at, isSaid: true });
      losses++;
    }
    expect(losses).toBeGreaterThan(5);
  });

  test('that was cut off loses no text in silence', async () => {
    const bytes = make();
    const whole = print((await readPdf(bytes)).text).length;
    const draw = random('cuts');
    for (let n = 0; n < 20; n++) {
      const end = draw.int(1000, bytes.length - 10);
      const { lost, isSaid } = await reading(bytes.slice(0, end), whole);
      if (lost > 0.02) expect({ end, isSaid }).toEqual({ end, isSaid: true });
    }
  });
});

describe('packed content of a page that', () => {
  const content = Buffer.from(textContent('The first line', 'the second line'));
  const page = (data: string, filter = '/Filter /FlateDecode', head = '<<') =>
    writePdf([textContent('Page one')], {
      more: [`${head} /Length ${data.length} ${filter} >>\nstream\n${data}\nendstream`, '/FlateDecode'],
      pageEntries: '/Contents [13 0 R 10 0 R]',
    });
  const packed = deflateSync(content).toString('latin1');
  const withBit = (data: string, at: number) =>
    data.slice(0, at) + String.fromCharCode(data.charCodeAt(at) ^ 4) + data.slice(at + 1);

  test.each([
    ['is whole', page(packed)],
    [
      'is whole, in another writing',
      page(`${writeAscii85(deflateSync(content))}~>`, '/Filter [ /ASCII85Decode /FlateDecode ]'),
    ],
    ['has no checksum', page(packed.slice(0, -4))],
    ['ends with a flush', page(deflateSync(content, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'))],
    ['has its filter in another object', page(packed, '/Filter 11 0 R')],
  ])('%s, gets no remark', async (_, bytes) => {
    expect(await codes(bytes)).not.toContain('file-damaged');
  });

  test.each([
    ['has a wrong bit', page(withBit(packed, packed.length >> 1))],
    [
      'has a wrong bit, in another writing',
      page(withBit(writeAscii85(deflateSync(content)), 40), '/Filter [/ASCII85Decode /FlateDecode]'),
    ],
    ['is no ASCII85', page('abc\x7Fdefgh', '/Filter [/ASCII85Decode /FlateDecode]')],
    ['is cut off', page(packed.slice(0, -12))],
    ['names no filter', page(packed, '/Filtes /FlateDecode')],
    ['names one that does not exist', page(packed, '/Filter /FlaueDecode')],
    ['no longer says that it is packed', page(packed, '')],
    ['has lost the start of its dictionary', page(packed, '/Filter /FlateDecode', '<=')],
  ])('%s, gets one', async (_, bytes) => {
    expect(await codes(bytes)).toContain('file-damaged');
  });
});

describe('a page of text that nothing leads to any more', () => {
  const changed = (from: RegExp, to: string) => {
    const text = Buffer.from(variants['with plain objects']()).toString('latin1');
    expect(text.search(from)).toBeGreaterThan(0);
    return new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'));
  };

  test.each([
    ['for a wrong number in the table', /(?<=\n)00(?=000\d{5} 00000 n \n(?:\d{10} 00000 n \n){0,3}trailer)/, '90'],
    ['for a wrong name', /\/Contents (?=\d)/, '/Contentr '],
    ['for a wrong reference', /(?<=\/Contents \d+ 0 )R/, 'S'],
  ])('%s, is missed', async (_, from, to) => {
    expect(await codes(changed(from, to))).toContain('file-damaged');
  });
});

test('a PDF without text whose only stream is damaged is not empty but damaged', async () => {
  const damaged = `<< /Length 8 /Filter /FlateDecode >>\nstream\nabcdefgh\nendstream`;
  const bytes = writePdf([undefined], { more: [damaged], pageEntries: '/Contents 10 0 R' });
  await expect(readPdf(bytes)).rejects.toMatchObject({ code: 'damaged-file' });
});

test('a damaged picture is no damage of the text', async () => {
  const damaged = picture.replace('/Length 1', '/Filter /FlateDecode /Length 1');
  expect(await codes(writePdf([textContent('Text'), pictureContent], { more: [damaged] }))).toEqual(['page-needs-ocr']);
});

test('a PDF that is encrypted is not taken for damaged', async () => {
  expect(await codes(qpdf(letter, '--encrypt', '', 'owner', '256', '--'))).toEqual([]);
});
