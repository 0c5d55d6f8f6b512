/** A stream of a PDF as it stands in the file. */
export interface PdfStream {
  /** Its dictionary, or the end of a very long one; undefined where only the end of a stream is found. */
  readonly dictionary: string | undefined;
  /** What follows, up to the mark of its end; up to the end of the file where that mark is missing. */
  readonly data: Buffer;
}

/** More than the dictionary of any stream that holds text has, in bytes. */
const longestDictionary = 4096;

const start = 'stream';
const end = 'endstream';
const nothing = Buffer.alloc(0);

/**
 * The streams of a PDF in the order of the file, found by the words that stand around them (ISO 32000-1, 7.3.8) and
 * not by way of the cross-reference table, so that one is found also where the way to it is damaged. Takes linear time
 * whatever the bytes.
 */
export function* findStreams(file: Buffer): Generator<PdfStream> {
  let from = 0;
  for (let at = file.indexOf(start); at >= 0; at = file.indexOf(start, from)) {
    const before = file.toString('latin1', Math.max(from, at - longestDictionary), at);
    from = at + start.length;
    if (before.endsWith('end')) {
      yield { dictionary: undefined, data: nothing };
      continue;
    }
    if (!/>>\s{0,9}$/.test(before)) continue;
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const dataStart = from + lengthOfLineEnd(file, from);
    const dataEnd = endOfData(file, dataStart, dictionary);
    yield { dictionary, data: file.subarray(dataStart, dataEnd) };
    from = dataEnd + end.length;
  }
}

function lengthOfLineEnd(file: Buffer, at: number): number {
  if (file[at] === 0x0d) return file[at + 1] === 0x0a ? 2 : 1;
  return file[at] === 0x0a ? 1 : 0;
}

/** Where the dictionary says, if a mark of the end is there, and else the next such mark. */
function endOfData(file: Buffer, from: number, dictionary: string): number {
  const length = /\/Length\s{1,9}(\d{1,9})(?!\s{1,9}\d{1,9}\s{1,9}R)/.exec(dictionary)?.[1];
  const said = from + Number(length ?? 0);
  if (length !== undefined && file.toString('latin1', said, said + end.length + 2).trimStart().startsWith(end)) return said;
  const found = file.indexOf(end, from);
  return found < 0 ? file.length : found;
}
