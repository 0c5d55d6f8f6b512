import { maxFileBytes } from '../../shared/model/max-file-bytes.ts';
import { FailureError } from '../../shared/result.ts';

/** What reading one file may take. */
export interface ReadingLimits {
  /** Of the file. */
  readonly bytes: number;
  /** Of its text, in UTF-16 code units. */
  readonly characters: number;
  /** Of its text, those with something printed on them: each costs memory of its own, however short it is. */
  readonly lines: number;
  /** Of all that was read from it, packed, in bytes: many small parts can take far more memory than their text. */
  readonly content: number;
  /** Of the PDF engine's memory, in bytes. */
  readonly pdfMemory: number;
}

const megabyte = 1024 * 1024;

/** The longest letter that is read: some 1,000 pages, where the longest letters have some hundred. */
export const largestLetter: ReadingLimits = {
  bytes: maxFileBytes,
  characters: 4_200_000,
  lines: 100_000,
  content: 16 * megabyte,
  pdfMemory: 128 * megabyte,
};

/** Letters up to this size are read several at a time, and larger ones alone. */
export const ordinaryLetter: ReadingLimits = {
  bytes: 8 * megabyte,
  characters: 400_000,
  lines: 10_000,
  content: 2 * megabyte,
  pdfMemory: 48 * megabyte,
};

/** @throws FailureError `too-large` for a file with more bytes than are read */
export function assertSize(bytes: number, limits: ReadingLimits): void {
  if (bytes <= limits.bytes) return;
  const megabytes = (size: number) => Math.ceil(size / megabyte);
  throw new FailureError(
    'too-large',
    `The file has ${megabytes(bytes)} MB; letters of up to ${megabytes(limits.bytes)} MB can be imported.`,
  );
}

/** @throws FailureError `too-large` for a text longer than is read */
export function assertTextSize(text: string, limits: ReadingLimits): void {
  if (text.length > limits.characters) throw tooMuchText('characters', limits.characters);
  if (hasMoreLines(text, limits.lines)) throw tooMuchText('lines', limits.lines);
}

/** @throws FailureError `too-large` when what was read from a file has more bytes than are stored */
export function assertContentSize(bytes: number, limits: ReadingLimits): void {
  if (bytes <= limits.content) return;
  throw new FailureError('too-large', 'Reading this file gave far more than any letter holds. It was not imported.');
}

/** The failure of a text with more than `most` characters or lines. */
export function tooMuchText(what: 'characters' | 'lines', most: number): FailureError {
  return new FailureError(
    'too-large',
    `The text of this file has more than ${most.toLocaleString('en')} ${what}, far more than any letter. It was not imported.`,
  );
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  let isPrinted = false;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (isLineEnd(code)) isPrinted = false;
    else if (!isPrinted && code > 0x20) {
      isPrinted = true;
      if (++lines > most) return true;
    }
  }
  return false;
}

const isLineEnd = (code: number): boolean => (code >= 0x0a && code <= 0x0d) || code === 0x2028 || code === 0x2029;
