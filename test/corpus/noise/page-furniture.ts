import type { NoiseLevel } from '../case-plan.ts';
import type { Random } from '../random.ts';

/** What a page carries besides its text, line by line. `page` counts from 1. */
export interface PageFurniture {
  readonly header: (page: number) => readonly string[];
  readonly footer: (page: number) => readonly string[];
}

type Wording = (number: string, page: number, pages: number) => string;

/** Of the sender; the first page has a letterhead, or nothing, instead. */
const laterHeaders: readonly (readonly Wording[])[] = [
  [() => 'MAXIMUS FEDERAL SERVICES, INC.'],
  [() => 'MAXIMUS FEDERAL SERVICES, INC.', () => 'Independent Medical Review'],
  [(number) => `IMR Case Number: ${number}`],
  [() => 'Final Determination', (number, page) => `${number}, page ${page}`],
];
/** Of whoever printed, copied or faxed the letter. */
const headers: readonly (readonly Wording[])[] = [
  [() => "State of California - Division of Workers' Compensation"],
  [(number) => `IMR Case ${number}`],
  [() => 'Independent Medical Review', (number) => `Case ${number}`],
  [() => 'Harmon & Bui, A Professional Corporation'],
  [() => 'CONFIDENTIAL MEDICAL RECORD', () => 'Golden Valley Claims Services'],
  [(_, page, pages) => `11/04/2014  2:17 PM  FROM: 916-605-4270  TO: 213-555-0188   P. ${page}/${pages}`],
];
const footers: readonly Wording[] = [
  (number, page) => `Final Determination Letter for IMR Case Number ${number} | Page ${page}`,
  (number, page) => `Final Determination Letter for IMR Case Number ${number} - ${page}`,
  (_, page) => `${page} | Page`,
  (_, page) => `p. ${page}`,
  (_, page, pages) => `${page}/${pages}`,
  (_, page) => `[${page}]`,
  (_, page) => `${page}`,
  (_, page) => `- ${page} -`,
  (_, page, pages) => `Pg. ${page} of ${pages}`,
  (_, page, pages) => `Page ${page} of ${pages}`,
  (_, page) => `DWC IMR-1                                        ${page}`,
  (_, page) => `Form Effective 5.16.14                    Page | ${page}`,
  () => 'DWC Independent Medical Review',
];

/** A line on one page or two is not told from the text by anything. */
const fewestPages = 3;

/**
 * What stands at the head and foot of each of a letter's `pages`: at noise 0, and in short letters, the `footer` of its
 * layout and nothing else; at other levels mostly one of many headers and footers.
 */
export function pageFurniture(
  random: Random,
  noise: NoiseLevel,
  number: string,
  pages: number,
  footer?: (page: number) => string,
): PageFurniture {
  const own = (page: number) => (footer ? [footer(page)] : []);
  if (noise === 0 || pages < fewestPages || random.chance(0.4)) return { header: () => [], footer: own };
  const print = (wordings: readonly Wording[]) => (page: number) =>
    wordings.map((wording) => wording(number, page, pages));
  const later = random.chance(0.3);
  const head = random.chance(0.6) ? print(random.pick(later ? laterHeaders : headers)) : () => [];
  return {
    header: (page) => (page === 1 && later ? [] : head(page)),
    footer: random.chance(0.7) ? print([random.pick(footers)]) : own,
  };
}
