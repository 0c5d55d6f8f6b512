import { FailureError } from '../../../shared/result.ts';
import { isEncryptedOfficeFile, isPdf, isZip } from '../file-kind.ts';
import { decodeText } from '../read-text.ts';
import { assertTextSize, largestLetter, type ReadingLimits } from '../reading-limits.ts';
import { readDocx } from './docx/read-docx.ts';
import type { ExtractedText } from './extracted-text.ts';
import { readPdf } from './pdf/read-pdf.ts';

/**
 * The text of a letter in any format that is known. The bytes tell the format, never the file's name.
 * @throws FailureError with one of the codes for imports
 */
export async function extractText(
  bytes: Uint8Array<ArrayBuffer>,
  limits: ReadingLimits = largestLetter,
): Promise<ExtractedText> {
  const extracted = await readFormat(bytes, limits);
  assertTextSize(extracted.text, limits);
  return extracted;
}

async function readFormat(bytes: Uint8Array<ArrayBuffer>, limits: ReadingLimits): Promise<ExtractedText> {
  if (bytes.length === 0) throw new FailureError('empty-file', 'The file is empty.');
  if (isPdf(bytes)) return readPdf(bytes, limits);
  if (isZip(bytes)) return readDocx(bytes);
  if (isEncryptedOfficeFile(bytes)) {
    throw new FailureError(
      'password-protected',
      'This Word file is protected by a password. Save a copy without the password and import that.',
    );
  }
  return { text: decodeText(bytes), pages: [], diagnostics: [] };
}
