import { expect, onTestFinished, test } from 'vitest';
import { createLetterReader } from '../../../electron/import/letter-reader.ts';
import { entrySources, type ReadSource } from '../../../electron/import/read-source.ts';
import { seedLetters } from '../letter/seed-letters.ts';
import { paragraph, writeDocx } from './docx-writer.ts';
import { mutate, seededRandom } from './mutate.ts';
import { picture, pictureContent, textContent, writePdf } from './pdf-writer.ts';
import { letterPdf } from './typeset-pdf.ts';
import { textEntry, writeZip } from './zip-writer.ts';

const runs = 2_400;
const seed = 20_261_122;

type Bytes = Uint8Array<ArrayBuffer>;
type Write = (change: (bytes: Uint8Array) => Bytes) => Bytes;

/** Every format with a place where a change is made: to the file as a whole, or to what is packed in it. */
const writers: readonly Write[] = seedLetters.flatMap(({ bytes, expected: { readingText } }) => {
  const paragraphs = readingText.split('\n\n');
  const body = paragraphs.map(paragraph).join('');
  const pdf = letterPdf(readingText);
  const plainPdf = writePdf(
    [...paragraphs.map((text) => textContent(...(text.match(/.{1,90}/gs) ?? []))), pictureContent],
    { more: [picture] },
  );
  const docx = writeDocx({ body, parts: { 'header1.xml': ['hdr', paragraph('Letterhead')] } });
  const utf16 = Buffer.from(`\uFEFF${readingText}`, 'utf16le');
  const inner = writeZip([textEntry('a.txt', readingText)]);
  return [
    (change) => change(bytes),
    (change) => change(utf16),
    (change) => change(pdf),
    (change) => change(plainPdf),
    (change) => change(docx),
    (change) => {
      const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
      return writeDocx({ body: '', more: [{ name: 'word/document.xml', bytes: change(Buffer.from(document)) }] });
    },
    (change) =>
      change(
        writeZip([
          { name: 'letter.pdf', bytes: pdf },
          { name: 'inner.zip', bytes: inner },
        ]),
      ),
    (change) => writeZip([{ name: 'inner.zip', bytes: change(inner) }, textEntry('b.txt', 'b')]),
  ];
});

test('no mutated letter makes reading fail in an unforeseen way, or hang', { timeout: 180_000 }, async () => {
  const reader = createLetterReader({ threads: 2, timeLimit: 20_000 });
  onTestFinished(() => reader.close());
  const random = seededRandom(seed);
  const outcomes: Record<string, number> = {};
  const unforeseen: string[] = [];

  async function read(source: ReadSource, run: number, depth = 0): Promise<void> {
    const found = await reader.read(source);
    if (found.ok && 'entries' in found.value) {
      expect(depth).toBeLessThan(2);
      // Damage can make up any number of entries; a few stand for all.
      for (const entry of entrySources(source, found.value).slice(0, 5)) await read(entry, run, depth + 1);
      return;
    }
    const outcome = found.ok ? 'letter' : found.error.code;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (!found.ok && ['internal', 'timed-out'].includes(found.error.code)) {
      unforeseen.push(`run ${run}: ${found.error.message}`);
    }
  }

  for (let run = 0; run < runs; run += 2) {
    const pair = [run, run + 1].map((index) => {
      const write = writers[index % writers.length];
      if (!write) throw new Error('There are no letters to change.');
      return read({ name: `${index}`, bytes: write((bytes) => mutate(bytes, random)) }, index);
    });
    await Promise.all(pair);
  }
  expect(unforeseen).toEqual([]);
  // Changes that let everything through, or nothing, would prove nothing.
  expect(outcomes['letter']).toBeGreaterThan(runs / 10);
  expect(outcomes['damaged-file']).toBeGreaterThan(runs / 10);
});
