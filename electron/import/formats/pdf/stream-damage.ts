import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { findStreams, type PdfStream } from './find-streams.ts';

/** In bytes; what is unpacked is thrown away, and a letter's page has some ten thousand. */
const most = { oneUnpacked: 4 * 2 ** 20, allUnpacked: 32 * 2 ** 20, streams: 20_000 } as const;

export function damageOf(bytes: Uint8Array): string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let unpacked = 0; let count = 0;
  for (const { dictionary, data } of findStreams(file)) {
    if (++count > most.streams || unpacked > most.allUnpacked) return undefined;
    if (dictionary === undefined) return 'orphan end';
    if (/\/Subtype\s*\/(?:Image|XML|Type1C|CIDFontType0C|OpenType)\b|\/Type\s*\/(?:Metadata|EmbeddedFile)|\/Length1\b/.test(dictionary)) continue;
    if (/\/N\s*\d/.test(dictionary) && !/\/First/.test(dictionary)) continue;
    const filter = /\/Filter\s*(\/\w+|\[[^\]]*\])/.exec(dictionary)?.[1];
    if (!filter || !/^\/FlateDecode$|^\[\s*\/FlateDecode\s*\]$/.test(filter)) continue;
    const r = check(data);
    if (typeof r === 'string') return r + ' ' + dictionary.slice(0,100);
    unpacked += r;
  }
  return undefined;
}
function check(data: Buffer): number | string {
  try {
    return inflateSync(data, { maxOutputLength: most.oneUnpacked }).length;
  } catch (e: any) {
    if (e.code === 'ERR_BUFFER_TOO_LARGE') return most.oneUnpacked;
    if (e.code === 'Z_BUF_ERROR') { try { return inflateRawSync(data.subarray(2), { maxOutputLength: most.oneUnpacked }).length; } catch {} }
    return e.code + e.message;
  }
}
