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
 * The text of a file: UTF-8 with or without byte-order mark, UTF-16 with one, otherwise Windows-1252 where the bytes
 * are plausible as such. Nothing is replaced or dropped but the byte-order mark.
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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode1252(bytes);
  }
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
  const found: readonly string[] = text.match(controls) ?? [];
  if (found.includes('\0') || found.length * charactersPerControl > text.length) {
    throw new FailureError(
      'not-text',
      `This is neither text nor any other kind of file that is known here; ${formatsRead}`,
    );
  }
}

const undecodable = (cause?: unknown) =>
  new FailureError(
    'undecodable',
    'The characters of this file cannot be read: it is damaged, or in an unknown encoding. Save it as UTF-8 text.',
    { cause },
  );
