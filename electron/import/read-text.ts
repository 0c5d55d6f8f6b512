import { FailureError } from '../../shared/result.ts';
import { knownKind } from './file-kind.ts';

const formatsRead = 'letters can be PDF, Word (.docx) or text files, also in ZIP archives.';

/** Bytes that Windows-1252 leaves undefined. */
const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** A multi-byte character of UTF-8, in bytes read as Latin-1. */
const utf8Sequence = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/;

/** Control characters that text has no use for; tabs, line ends, form feeds and a DOS end-of-file mark are fine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\0-\x08\x0E-\x19\x1B-\x1F\x7F]/g;

/** More control characters than one in this many make a file no text. */
const charactersPerControl = 200;

/**
 * The text of a file: UTF-8 or UTF-16, with or without byte-order mark, otherwise Windows-1252 where the bytes are
 * plausible as such. Nothing is replaced or dropped but the byte-order mark.
 * @throws FailureError `empty-file`, `not-text`, `undecodable`
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new FailureError('empty-file', 'The file is empty.');
  const kind = knownKind(bytes);
  if (kind) throw new FailureError('not-text', `This is ${kind}; ${formatsRead}`);
  const text = decode(bytes);
  assertText(text);
  if (text.trim() === '') throw new FailureError('empty-file', 'The file holds nothing but white space.');
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return decodeAs(unmarked, bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode1252(bytes);
  }
}

/** Bytes looked at to tell UTF-16, the fewest that tell it, and the share of characters below U+0100 in plain text. */
const utf16Sample = { most: 4096, least: 32, plain: 0.9 } as const;

/** The order of bytes in a text of UTF-16 without a mark: nearly every other byte is zero, and the others are not. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < utf16Sample.least || bytes.length % 2 !== 0) return undefined;
  const end = Math.min(bytes.length, utf16Sample.most);
  const zeros = [0, 0];
  for (let index = 0; index < end; index++) if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const plain = (utf16Sample.plain * end) / 2;
  if (odd > plain && even === 0) return 'utf-16le';
  return even > plain && odd === 0 ? 'utf-16be' : undefined;
}

function decodeAs(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw undecodable(thrown);
  }
}

/** Any bytes can be read as Windows-1252; those that are damaged UTF-8 or no text in it must not be. */
function decode1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  assertText(latin1);
  if (bytes.some((byte) => undefinedIn1252.has(byte)) || utf8Sequence.test(latin1) || latin1.search(controls) >= 0) {
    throw undecodable();
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function assertText(text: string): void {
  if (hasMoreControls(text, text.length / charactersPerControl) || text.includes('\0')) {
    throw new FailureError(
      'not-text',
      `This is neither text nor any other kind of file that is known here; ${formatsRead}`,
    );
  }
}

function hasMoreControls(text: string, most: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(controls)) if (++count > most) return true;
  return false;
}

const undecodable = (cause?: unknown) =>
  new FailureError(
    'undecodable',
    'The characters of this file cannot be read: it is damaged, or in an unknown encoding. Save it as UTF-8 text.',
    { cause },
  );
