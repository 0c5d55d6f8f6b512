/** A task of the import worker pool: one file in, one letter ready for the library out, or the files of an archive. */
import { createHash } from 'node:crypto';
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { parserVersion } from '../../shared/letter/parse-letter.ts';
import type { Layout } from '../../shared/model/letter-parse.ts';
import { FailureError, fail, ok, type Result, toFailure } from '../../shared/result.ts';
import { type PackedContent, packContent } from '../library/packed-content.ts';
import type { ArchiveSource } from './archive/archive-entry.ts';
import { isOfficeDocument } from './archive/office-document.ts';
import { listEntries } from './archive/zip-file.ts';
import { isZip } from './file-kind.ts';
import { extractText } from './formats/extract-text.ts';
import { parseExtracted } from './parse-extracted.ts';
import { startOfFile } from './read-file.ts';
import type { FileSum, FoundArchive, ReadSource, SumQuestion } from './read-source.ts';
import { assertContentSize, largestLetter, type ReadingLimits } from './reading-limits.ts';
import { bytesOf, fileNameOf } from './source-bytes.ts';

/** What the pool of this worker is for. */
const limits = (workerData as ReadingLimits | undefined) ?? largestLetter;

/** A file that was read and parsed. */
export interface ReadLetter {
  readonly fileName: string;
  readonly sha256: string;
  readonly layout: Layout;
  /** What the report says of an imported letter: the first thing that could not be read of it. */
  readonly remark?: string | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: PackedContent;
}

export type WorkerAnswer = Result<ReadLetter | FoundArchive | FileSum>;

/** Reads and parses one file. Failures are part of the answer; only a crash rejects the task. */
export default async function readSource(asked: ReadSource | SumQuestion): Promise<WorkerAnswer> {
  try {
    const found = 'sumOf' in asked ? await read(asked.sumOf, sumOf) : await read(asked, readLetter);
    return 'bytes' in found ? moved(found) : ok(found);
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    return fail(code, message);
  }
}

async function read<T>(
  source: ReadSource,
  make: (fileName: string, bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
): Promise<T | FoundArchive> {
  if ('path' in source && isZip(startOfFile(source.path))) {
    // An archive may be larger than a letter, and is not read as a whole.
    const archive = await archiveIn(source, source);
    if (archive) return archive;
  }
  const bytes = await bytesOf(source, limits);
  const archive = !('path' in source) && isZip(bytes) ? await archiveIn({ bytes }, source) : undefined;
  return archive ?? make(fileNameOf(source), bytes);
}

/** The files of an archive; undefined for a document that is packed as one. */
async function archiveIn(zip: ArchiveSource, source: ReadSource): Promise<FoundArchive | undefined> {
  const entries = await listEntries(zip);
  if (isOfficeDocument(entries)) return undefined;
  if ('entry' in source && source.within) {
    throw new FailureError(
      'unsupported-format',
      'This is an archive in an archive in an archive. Unpack the outer ones and import the folder.',
    );
  }
  return { entries };
}

async function readLetter(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<ReadLetter> {
  const { text, ...extraction } = await extractText(bytes, limits);
  const parsed = { ...parseExtracted({ text, ...extraction }), sourceText: text, extraction, parserVersion };
  const content = packContent(parsed);
  assertContentSize(content.length, limits);
  return {
    fileName,
    sha256: sumOf(fileName, bytes).sum,
    layout: parsed.parse.layout,
    remark: extraction.diagnostics.find(({ severity }) => severity !== 'info')?.message,
    bytes,
    content,
  };
}

const sumOf = (_fileName: string, bytes: Uint8Array): FileSum => ({
  sum: createHash('sha256').update(bytes).digest('hex'),
});

/** The letter with its buffers handed over instead of copied. */
function moved(letter: ReadLetter): Result<ReadLetter> {
  const answer = {
    get [transferableSymbol]() {
      return [letter.bytes.buffer, letter.content.buffer];
    },
    get [valueSymbol]() {
      return ok(letter);
    },
  };
  return move(answer as never) as unknown as Result<ReadLetter>;
}
