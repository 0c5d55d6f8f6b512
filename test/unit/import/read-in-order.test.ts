import { describe, expect, test } from 'vitest';
import { archiveLimits } from '../../../electron/import/archive/archive-entry.ts';
import type { LetterReader } from '../../../electron/import/letter-reader.ts';
import { readInOrder } from '../../../electron/import/read-in-order.ts';
import type { ReadSource } from '../../../electron/import/read-source.ts';
import { fail, ok } from '../../../shared/result.ts';

/** How many files each archive holds by its path, or what a file weighs in bytes; other files weigh nothing. */
type Files = Readonly<Record<string, { entries?: readonly string[]; bytes?: number; ms?: number }>>;

/** A reader of made-up files. A letter's file name is the path that was asked for, or the name of the entry. */
function readerOf(files: Files, threads = 3) {
  const state = { reading: 0, most: 0 };
  const nameOf = (source: ReadSource) =>
    'entry' in source ? source.entry.name : 'path' in source ? String(source.path) : source.name;
  const reader: LetterReader = {
    threads,
    read: async (source) => {
      state.most = Math.max(state.most, ++state.reading);
      const name = nameOf(source);
      const { entries, bytes = 0, ms } = files[name] ?? {};
      if (ms !== undefined) await new Promise((resolve) => setTimeout(resolve, ms));
      else await Promise.resolve();
      state.reading--;
      if (!entries) {
        return ok({
          fileName: name,
          sha256: '',
          layout: 'unrecognised' as const,
          // A view says its length without having it.
          bytes: { byteLength: bytes } as Uint8Array<ArrayBuffer>,
          content: new Uint8Array(),
        });
      }
      return ok({
        entries: entries.map((entry) => ({
          name: entry,
          offset: 0,
          compressedSize: 0,
          size: 0,
          method: 0,
          encrypted: false,
          crc32: 0,
        })),
      });
    },
    sum: async () => ok({ sum: '' }),
    close: async () => {},
  };
  return { reader, state };
}

async function read(files: Files, paths: readonly string[], signal = new AbortController().signal) {
  const { reader, state } = readerOf(files);
  let total = paths.length;
  const names: string[] = [];
  const sources = paths.map((path) => ({ name: path, source: ok({ path }) }));
  const onMore = (more: number) => {
    total += more;
  };
  for await (const { name, letter } of readInOrder(sources, reader, signal, onMore)) {
    names.push(letter.ok ? name : `${name}: ${letter.error.code}`);
  }
  return { names, total, ...state };
}

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`);
const megabytes = (count: number) => count * 2 ** 20;

describe('reading in order', () => {
  test('gives the files of archives in the place of the archive, and uses all workers', async () => {
    const files = {
      zip: { entries: ['a', 'inner', 'b'], ms: 20 },
      inner: { entries: ['x', 'y'], ms: 5 },
      first: { ms: 10 },
    };
    const { names, total, most } = await read(files, ['first', 'zip', ...numbered('file', 5)]);
    expect(names).toEqual([
      'first',
      'zip › a',
      'zip › inner › x',
      'zip › inner › y',
      'zip › b',
      ...numbered('file', 5),
    ]);
    expect(total).toBe(names.length);
    expect(most).toBe(3);
  });

  test('does not wait for ever when an archive turns up after much was read ahead', async () => {
    const after = numbered('file', 600);
    const files: Files = {
      zip: { entries: numbered('entry', 600), ms: 50 },
      ...Object.fromEntries([...after, ...numbered('entry', 600)].map((name) => [name, { bytes: megabytes(20) }])),
    };
    const { names } = await read(files, ['zip', ...after]);
    expect(names).toEqual([...numbered('zip › entry', 600), ...after]);
  });

  test('reads only so much ahead', async () => {
    const { reader } = readerOf(
      Object.fromEntries(numbered('file', 50).map((name) => [name, { bytes: megabytes(20) }])),
    );
    let started = 0;
    const counting: LetterReader = {
      ...reader,
      read: (...args) => {
        started++;
        return reader.read(...args);
      },
    };
    const sources = numbered('file', 50).map((path) => ({ name: path, source: ok({ path }) }));
    let given = 0;
    for await (const _ of readInOrder(sources, counting, new AbortController().signal)) {
      given++;
      await new Promise((resolve) => setTimeout(resolve, 1));
      // One file is more than may wait, and each of the 3 workers may have one more in hand.
      expect(started - given).toBeLessThanOrEqual(4);
    }
    expect(given).toBe(50);
  });

  test('counts the files of an archive with those of the archives in it', async () => {
    const half = Math.ceil(archiveLimits.entries / 2);
    const files = {
      zip: { entries: ['a', 'b', 'c'] },
      a: { entries: numbered('x', half) },
      b: { entries: numbered('y', half) },
    };
    const { names, total } = await read(files, ['zip']);
    expect(names).toEqual([...numbered('zip › a › x', half), 'zip › b: too-large', 'zip › c']);
    expect(total).toBe(names.length);
  });

  test('reports what was not read when it is cancelled', async () => {
    const abort = new AbortController();
    abort.abort();
    expect((await read({}, ['a', 'b'], abort.signal)).names).toEqual(['a: cancelled', 'b: cancelled']);
  });

  test('passes on why a source has no file', async () => {
    const { reader } = readerOf({});
    const gone = { name: 'gone', source: fail('not-found', 'It is gone.') };
    const found: unknown[] = [];
    for await (const file of readInOrder([gone], reader, new AbortController().signal)) found.push(file);
    expect(found).toEqual([{ name: 'gone', source: gone.source, letter: gone.source }]);
  });
});
