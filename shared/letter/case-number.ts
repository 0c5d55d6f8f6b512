/** The number of a case as letters print it, with any dash: `CM14-0012345`. For the flag `i`. */
export const caseNumberPattern = '\\bCM\\s?\\d{2}\\s?[-\\u2010-\\u2015\\u2212]\\s?\\d{5,9}(?!\\d)';

/** A printed case number in one writing: capitals, a plain hyphen, no spaces. */
export const normaliseCaseNumber = (printed: string): string =>
  printed
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase();
