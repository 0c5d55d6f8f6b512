/** A complete PDF ends with this mark, give or take what mail programs hang on. */
const endMark = '%%EOF';
const roomForEndMark = 2048;

/**
 * Whether the end of a PDF is missing: its mark, or some of the bytes that a file arranged for the web says it has
 * (ISO 32000-1, F.3.3), since such a file has a mark of the end near its beginning too.
 */
export function isCutOff(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!file.subarray(-roomForEndMark).includes(endMark)) return true;
  const start = file.toString('latin1', 0, 1024);
  const said = /\/Linearized\b[^>]{0,200}\/L\s{1,9}(\d{1,10})/.exec(start)?.[1];
  return said !== undefined && Number(said) > file.length;
}
