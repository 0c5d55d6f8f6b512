const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const small = [...units, ...teens];

/** The numbers from ten to ninety-nine in words, as a pattern for the flag `i`; a hyphen or a space joins two words. */
export const numberWords = `(?:${tens.join('|')})(?:[\\s\u2010-\u2014-]{1,3}(?:${units.join('|')}))?|${teens.join('|')}`;

/** The value of a number in digits or as {@link numberWords}. */
export function numberOf(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed);
  return printed
    .toLowerCase()
    .split(/[\s\u2010-\u2014-]+/)
    .reduce((sum, word) => sum + (tens.includes(word) ? 10 * (tens.indexOf(word) + 2) : small.indexOf(word) + 1), 0);
}
