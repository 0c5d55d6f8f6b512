/** Bounds for files made to do harm. */
const most = { tables: 1000, entries: 100_000, searches: 8 } as const;

/** A line of a cross-reference table: where object `number` is said to be, NaN where the line cannot be read. */
interface Entry {
  readonly number: number;
  readonly offset: number;
  readonly isUsed: boolean;
}

const entryLength = 20;

/**
 * Whether a cross-reference table (ISO 32000-1, 7.5.4) leads past an object that is elsewhere in the file: a reader
 * who follows the table takes it for missing. Tables in streams have a checksum and are not looked at.
 */
export function losesObjects(file: Buffer): boolean {
  const origin = Math.max(0, file.subarray(0, 1024).indexOf('%PDF-'));
  let entries = 0;
  let searches = 0;
  for (const { number, offset, isUsed } of readTables(file, origin)) {
    const isThere = isObject(file, origin + offset, number);
    if (!isUsed && isThere) return true;
    if (isUsed && !isThere && offset !== 0) {
      if (isElsewhere(file, number)) return true;
      if (++searches === most.searches) return false;
    }
    if (++entries === most.entries) return false;
  }
  return false;
}

function* readTables(file: Buffer, origin: number): Generator<Entry> {
  const start = /^startxref\s{1,9}(\d{1,10})/.exec(textAt(file, file.lastIndexOf('startxref'), 30))?.[1];
  let next = start === undefined ? undefined : origin + Number(start);
  const seen = new Set<number>();
  while (next !== undefined && !seen.has(next) && seen.size < most.tables) {
    seen.add(next);
    const head = /^\s{0,9}xref\s{1,9}/.exec(textAt(file, next, 30))?.[0];
    if (head === undefined) return;
    const end = yield* readSections(file, next + head.length);
    const trailer = textAt(file, end, 1000).split('startxref', 1)[0];
    const previous = /\/Prev\s{1,9}(\d{1,10})/.exec(trailer ?? '')?.[1];
    next = previous === undefined ? undefined : origin + Number(previous);
  }
}

/** The entries of a table from its first section on; returns where the last section ends. */
function* readSections(file: Buffer, start: number): Generator<Entry, number> {
  let at = start;
  for (;;) {
    const [head, first, count] = /^(\d{1,10})\s{1,9}(\d{1,10})\s{1,9}/.exec(textAt(file, at, 60)) ?? [];
    if (head === undefined) return at;
    at += head.length;
    const end = at + entryLength * Number(count);
    for (let number = Number(first); at < Math.min(end, file.length); number++, at += entryLength) {
      const [, offset, kind] = /^(\d{10}) \d{5} (.)/s.exec(textAt(file, at, entryLength)) ?? [];
      yield { number, offset: Number(offset), isUsed: kind !== 'f' };
    }
  }
}

const textAt = (file: Buffer, at: number, length: number): string => file.toString('latin1', at, at + length);

const isObject = (file: Buffer, at: number, number: number): boolean =>
  /^\s{0,9}0{0,9}(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj/.exec(textAt(file, at, 60))?.[1] === String(number);

function isElsewhere(file: Buffer, number: number): boolean {
  const words = `${number} 0 obj`;
  for (let at = file.indexOf(words); at >= 0; at = file.indexOf(words, at + 1)) {
    if (!/\d/.test(textAt(file, at - 1, 1))) return true;
  }
  return false;
}
