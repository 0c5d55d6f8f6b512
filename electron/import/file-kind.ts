/** The first bytes of files that people take for letters, as Latin-1 text, and what such a file is called. */
const kinds: readonly (readonly [start: string, name: string])[] = [
  ['%PDF', 'a PDF file'],
  ['PK\x03\x04', 'a Word, Excel or ZIP file'],
  ['PK\x05\x06', 'an empty ZIP file'],
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
