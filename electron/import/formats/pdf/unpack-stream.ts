import { inflateRawSync, inflateSync } from 'node:zlib';
import { decodeAscii85 } from './ascii85.ts';
import type { PdfStream } from './find-streams.ts';

/** In bytes. The content of a page of text has some ten thousand. */
export const mostUnpacked = 4 * 1024 * 1024;

export type Unpacked = Buffer | 'damaged' | 'unchecked' | 'too-large';

/** All filters that there are (ISO 32000-1, table 6). */
const filters: ReadonlySet<string> = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'LZWDecode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
  'Crypt',
]);

/** Says that something is packed, where no entry says what. */
const namesFilter = /\/(?:Flate|LZW|ASCII85|ASCIIHex|RunLength)Decode\b/;

/**
 * What a stream holds, without regard to predictors. `damaged` where its checksum or its dictionary shows that it is
 * not what was written; `unchecked` where nothing can show that, as in a stream that is not packed; `too-large` for
 * more than is looked at.
 */
export function unpackStream({ dictionary, data }: PdfStream): Unpacked {
  const names = filterNames(dictionary);
  if (!names) return 'unchecked';
  if (names.some((name) => !filters.has(name))) return 'damaged';
  const [filter, next] = names;
  if (filter === undefined) return namesFilter.test(dictionary) || isPacked(data) ? 'damaged' : 'unchecked';
  if (filter === 'FlateDecode' && next === undefined) return inflate(data);
  if (filter !== 'ASCII85Decode' || next !== 'FlateDecode' || names.length > 2 || data.length > mostUnpacked)
    return 'unchecked';
  const decoded = decodeAscii85(data);
  return decoded ? inflate(decoded) : 'damaged';
}

/** Undefined where they stand in another object. */
function filterNames(dictionary: string): string[] | undefined {
  const [, value] = /\/Filter\s{0,9}(\/[^\s/<>[\]()]{1,99}|\[[^\]]{0,999}\]|\d)/.exec(dictionary) ?? [];
  if (value === undefined) return [];
  if (/\d\s{1,9}R|^\d/.test(value)) return undefined;
  return [...value.matchAll(/\/([^\s/\]]{1,99})/g)].map(([, name = '']) => name);
}

function inflate(data: Buffer): Unpacked {
  try {
    return inflateSync(data, { maxOutputLength: mostUnpacked });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
    return code === 'Z_BUF_ERROR' && isWholeButForItsEnd(data) ? 'unchecked' : 'damaged';
  }
}

/** Some programs leave the checksum out, or end with a flush and not with a last block; no text is lost by that. */
function isWholeButForItsEnd(data: Buffer): boolean {
  const isFlushed = data.subarray(-6).toString('latin1').trimEnd().endsWith('\0\0\xff\xff');
  return isFlushed || canInflate(() => inflateRawSync(data.subarray(2), { maxOutputLength: mostUnpacked }));
}

/** Whether what is said to be plain starts as zlib does and is zlib. */
const isPacked = (data: Buffer): boolean =>
  data[0] === 0x78 && canInflate(() => inflateSync(data, { maxOutputLength: mostUnpacked }));

function canInflate(work: () => Buffer): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
