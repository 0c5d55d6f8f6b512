/** List markers that stand before the titles of items: their numbers, letters or bullets. */

const bullet = /^(?:[\u2022\u25CF\u25AA\u25E6\u2023\u00B7]\s{0,3}|\*{1,3}\s{0,3})(?=\S)/;
const dash = /^[-\u2013]\s{1,3}(?=\S)/;
const printedNumber =
  /^(?:\(?(\d{1,3})\s{0,3}[.):](?:\s{1,3}(?=\S)|(?=\p{L}))|(?:issue|item|request)\s{0,3}(?:#|no\.)?\s{0,3}(\d{1,3})\s{0,3}[.):\u2013\u2014-]\s{1,3}(?=\S))/iu;
const numbered = /^(?:\(?(\d{1,3})\s{0,3}[.):](?:\s{1,3}(?=\S)|(?=\p{L}))|#\s?(\d{1,3})[.):\s]\s{0,3}(?=\S))/u;
const lettered = /^\(?([a-z])\s?[.):]\s{0,3}(?=\S)/i;
const roman = /^\(?([ivx]{1,6})\s?[.):]\s{0,3}(?=\S)/i;
const dashedNumber = /^(\d{1,2})\s{1,3}[-\u2013\u2014]\s{1,3}(?=\S)/;

/** A way of numbering: how its markers look, and their values. */
const countings: readonly (readonly [RegExp, (printed: string) => number])[] = [
  [numbered, Number],
  [dashedNumber, Number],
  [lettered, (letter) => letter.toLowerCase().charCodeAt(0)],
  [roman, romanValue],
];

/**
 * The lengths of the markers before the titles of a letter's items, 0 where there is none. An item's own number and a
 * bullet are markers; other numbers, letters and dashes only where the titles of all items, two at least, carry them and
 * they go on by one.
 */
export function titleMarkers(titles: readonly string[]): number[] {
  const common = titles.length > 1 ? (counted(titles) ?? dashed(titles)) : undefined;
  return common ?? titles.map((title, index) => ownMarker(title, index + 1));
}

function ownMarker(title: string, ordinal: number): number {
  const number = printedNumber.exec(title);
  const own = number !== null && Number(number[1] ?? number[2]) === ordinal;
  return (own ? number : bullet.exec(title))?.[0].length ?? 0;
}

function counted(titles: readonly string[]): number[] | undefined {
  for (const [marker, numberOf] of countings) {
    const found = titles.map((title) => marker.exec(title));
    const values = found.map((match) => (match ? numberOf(match[1] ?? match[2] ?? '') : Number.NaN));
    const first = values[0] ?? Number.NaN;
    if (values.every((value, index) => value === first + index)) return found.map((match) => match?.[0].length ?? 0);
  }
  return undefined;
}

function dashed(titles: readonly string[]): number[] | undefined {
  const lengths = titles.map((title) => dash.exec(title)?.[0].length ?? 0);
  return lengths.every((length) => length > 0) ? lengths : undefined;
}

function romanValue(printed: string): number {
  const digits = [...printed.toLowerCase()].map((digit) => ({ i: 1, v: 5, x: 10 })[digit] ?? 0);
  return digits.reduce((sum, value, index) => sum + (value < (digits[index + 1] ?? 0) ? -value : value), 0);
}
