/** A stream of a PDF as it stands in the file. */
export interface PdfStream {
  /** The number of its object; undefined where the words that begin the object are damaged. */
  readonly number: number | undefined;
  /** All between the words `obj` and `stream`. */
  readonly dictionary: string;
  /** What follows, up to the mark of its end; up to the end of the file where that mark is missing. */
  readonly data: Buffer;
}

/** Far more beginnings and ends of streams than any letter has; what is behind them is not looked at. */
const mostMarks = 50_000;

const startMark = 'stream';
const endMark = 'endstream';
const objectHead = /(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj(?=[\s<%])/g;

/**
 * The streams of a PDF in the order of the file, found by the words that stand around them (ISO 32000-1, 7.3.8) and
 * not by way of the cross-reference table, so that one is found also where the way to it is damaged. Takes linear time
 * whatever the bytes.
 */
export function* findStreams(file: Buffer): Generator<PdfStream> {
  let from = 0;
  let marks = 0;
  for (let at = file.indexOf(startMark); at >= 0 && marks < mostMarks; at = file.indexOf(startMark, from), marks++) {
    const before = file.toString('latin1', from, at);
    from = at + startMark.length;
    // An end without a start: what should start it is damaged.
    if (before.endsWith('end')) yield { number: undefined, dictionary: '', data: file.subarray(from, from) };
    if (!before.trimEnd().endsWith('>>')) continue;
    const { number, dictionary } = readHead(before);
    const dataStart = from + lengthOfLineEnd(file, from);
    const dataEnd = endOfData(file, dataStart, dictionary);
    yield { number, dictionary, data: file.subarray(dataStart, dataEnd) };
    from = dataEnd + endMark.length;
  }
}

/** The number and dictionary of the object that `before` ends with. */
function readHead(before: string): Pick<PdfStream, 'number' | 'dictionary'> {
  let head: RegExpExecArray | undefined;
  for (const found of before.matchAll(objectHead)) head = found;
  const dictionary = head ? before.slice(head.index + head[0].length) : '';
  // Comments may stand before a dictionary; another object cannot.
  const isWhole = /^\s{0,99}(?:<<|%)/.test(dictionary) && !dictionary.includes('endobj');
  return { number: head && isWhole ? Number(head[1]) : undefined, dictionary };
}

function lengthOfLineEnd(file: Buffer, at: number): number {
  if (file[at] === 0x0d) return file[at + 1] === 0x0a ? 2 : 1;
  return file[at] === 0x0a ? 1 : 0;
}

/** Where the dictionary says, if a mark of the end is there, and else the next such mark. */
function endOfData(file: Buffer, from: number, dictionary: string): number {
  const length = /\/Length\s{1,9}(\d{1,9})(?!\d|\s{1,9}\d{1,9}\s{1,9}R)/.exec(dictionary)?.[1];
  const said = from + Number(length ?? 0);
  const isThere = () =>
    file
      .toString('latin1', said, said + endMark.length + 2)
      .trimStart()
      .startsWith(endMark);
  if (length !== undefined && isThere()) return said;
  const found = file.indexOf(endMark, from);
  return found < 0 ? file.length : found;
}
