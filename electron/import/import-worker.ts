/** A task of the import worker pool: one file in, one letter ready for the library out. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { ImportSource } from '../../shared/contract.ts';
import { parseLetter, parserVersion } from '../../shared/letter/parse-letter.ts';
import type { Layout } from '../../shared/model/letter-parse.ts';
import { fail, ok, type Result, toFailure } from '../../shared/result.ts';
import { type PackedContent, packContent } from '../library/packed-content.ts';
import { assertSize, readFileBytes } from './read-file.ts';
import { decodeText } from './read-text.ts';

/** A file that was read and parsed. */
export interface ReadLetter {
  readonly fileName: string;
  readonly sha256: string;
  readonly layout: Layout;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: PackedContent;
}

/** Reads, decodes and parses one file. Failures are part of the answer; only a crash rejects the task. */
export default function readLetter(source: ImportSource): Result<ReadLetter> {
  try {
    const letter = read(source);
    const answer = {
      get [transferableSymbol]() {
        return [letter.bytes.buffer, letter.content.buffer];
      },
      get [valueSymbol]() {
        return ok(letter);
      },
    };
    return move(answer as never) as unknown as Result<ReadLetter>;
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    return fail(code, message);
  }
}

function read(source: ImportSource): ReadLetter {
  const bytes = 'path' in source ? readFileBytes(source.path) : ownCopy(source.bytes);
  const sourceText = decodeText(bytes);
  const content = { ...parseLetter(sourceText), sourceText, parserVersion };
  return {
    fileName: 'path' in source ? basename(source.path) : source.name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    layout: content.parse.layout,
    bytes,
    content: packContent(content),
  };
}

function ownCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  assertSize(bytes.byteLength);
  return new Uint8Array(bytes);
}
