/** Ranges of numbers and dates as they are typed after a field. */

export interface ValueRange {
  readonly from?: string;
  readonly to?: string;
}

/** How the values of a field are written: whole numbers, or dates as far as they are given. */
export type ValueOrder = 'number' | 'date';

/**
 * `40`, `40..60`, `40..`, `..60`, `>40`, `>=40`, `<60`, `<=60`; dates as far as given, so that `<2014-03` ends with
 * February 2014. Ends in the wrong order change places. Undefined for anything else.
 */
export function readRange(typed: string, order: ValueOrder): ValueRange | undefined {
  const value = typed.replace(/\s+/g, '');
  const range = readEnds(value, order);
  const { from, to } = range;
  if (from === undefined && to === undefined) return undefined;
  if (![from, to].every((end) => end === undefined || patterns[order].test(end))) return undefined;
  return from !== undefined && to !== undefined && isAfter(from, to, order) ? { from: to, to: from } : range;
}

const patterns = { number: /^\d{1,3}$/, date: /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/ } as const;

function readEnds(value: string, order: ValueOrder): ValueRange {
  const between = /^([^.]*)\.\.([^.]*)$/.exec(value);
  if (between) return { ...(between[1] && { from: between[1] }), ...(between[2] && { to: between[2] }) };
  const [sign, end] = [/^[<>]=?/.exec(value)?.[0] ?? '', value.replace(/^[<>]=?/, '')];
  switch (sign) {
    case '>=':
      return { from: end };
    case '<=':
      return { to: end };
    case '>':
      return { from: beside(end, 1, order) };
    case '<':
      return { to: beside(end, -1, order) };
    default:
      return { from: end, to: end };
  }
}

/** The next value, or the one before: for a year the next year, for a month the next month. */
function beside(value: string, step: 1 | -1, order: ValueOrder): string {
  if (!patterns[order].test(value)) return value;
  if (order === 'number') return String(Number(value) + step);
  const [year = 0, month, day] = value.split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(
    year + (month === undefined ? step : 0),
    (month ?? 1) - 1 + (month !== undefined && day === undefined ? step : 0),
    (day ?? 1) + (day === undefined ? 0 : step),
  );
  return date.toISOString().slice(0, value.length);
}

/** All of March 2014 is at most `2014-03`. */
const isAfter = (from: string, to: string, order: ValueOrder): boolean =>
  order === 'number' ? Number(from) > Number(to) : from > `${to}~`;
