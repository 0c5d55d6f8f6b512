/** The first bytes of files that people take for letters, as Latin-1 text, and what such a file is called. */
const kinds: readonly (readonly [start: string, name: string])[] = [
  ['\xD0\xCF\x11\xE0', 'an older Word or Excel file'],
  ['{\\rtf', 'an RTF document'],
  ['\x89PNG', 'an image (PNG)'],
  ['\xFF\xD8\xFF', 'an image (JPEG)'],
  ['GIF8', 'an image (GIF)'],
  ['II*\0', 'an image (TIFF)'],
  ['MM\0*', 'an image (TIFF)'],
  ['\x1F\x8B', 'a compressed file (gzip)'],
  ['7z\xBC\xAF', 'a compressed file (7-Zip)'],
  ['Rar!', 'a compressed file (RAR)'],
  ['SQLite format 3\0', 'a database'],
  ['MZ\x90', 'a program'],
  ['\x7FELF', 'a program'],
];

/** What kind of file the bytes are when they begin like no text does, for example `a PDF file`. */
export function knownKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return kinds.find(([magic]) => start.startsWith(magic))?.[1];
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;

/** True for a ZIP file, whatever is packed in it: Word files are ZIP files too. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06');

/** Bytes at the start of a PDF in which readers look for its mark; mail programs and scanners put things before it. */
const pdfStart = 1024;

/** True for a PDF, and for what some program put before one. */
export const isPdf = (bytes: Uint8Array): boolean =>
  /%PDF-\d\.\d/.test(Buffer.from(bytes.subarray(0, pdfStart)).toString('latin1'));

/** True for a Word or Excel file with a password: Office packs those in a file of its older format (MS-OFFCRYPTO). */
export const isEncryptedOfficeFile = (bytes: Uint8Array): boolean =>
  startsWith(bytes, '\xD0\xCF\x11\xE0') &&
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le');
