import type { Span } from '../../model/span.ts';

/** A calendar date as printed; `year` is still two digits when the letter prints no more. */
export interface PrintedDate extends Span {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly shortYear: boolean;
}

const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const gap = '(?:\\s{0,3},\\s{0,3}|\\s{1,3})';
/** How a date starts, as {@link printedDates} reads them; for the flag `i`. */
export const datePattern = `(?:${month}\\s{1,3}\\d|\\d{1,2}(?:st|nd|rd|th)?\\s{1,3}${month}|\\d{1,4}[/-]\\d{1,2}[/-]\\d{2})`;
const printedDate = new RegExp(
  [
    `\\b${month}\\s{1,3}${day}${gap}(\\d{4})\\b`,
    `\\b${day}\\s{1,3}${month}${gap}(\\d{4})\\b`,
    '(?<![\\w/.-])(\\d{1,2})([/-])(\\d{1,2})\\8(\\d{4}|\\d{2})(?![\\d/-])',
    '(?<![\\w/.-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\d/-])',
  ].join('|'),
  'gi',
);

/**
 * The dates printed in `[start, end)` of a text, in order: `July 20, 2005`, `20 July 2005`, `5/9/13`,
 * `05-09-2013` (month first, as the letters write), `2013-05-09`. What is no date of the calendar is left out.
 */
export function printedDates(text: string, start: number, end: number): PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const match of text.slice(start, end).matchAll(printedDate)) {
    const [all, m1, d1, y1, d2, m2, y2, m3, , d3, y3, y4, m4, d4] = match;
    const name = m1 ?? m2;
    const year = y1 ?? y2 ?? y3 ?? y4 ?? '';
    const date = {
      year: Number(year),
      month: name ? monthStarts.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(m3 ?? m4),
      day: Number(d1 ?? d2 ?? d3 ?? d4),
      shortYear: year.length === 2,
      start: start + match.index,
      end: start + match.index + all.length,
    };
    if (isCalendarDay(date.shortYear ? 2000 + date.year : date.year, date.month, date.day)) dates.push(date);
  }
  return dates;
}

/** Nobody who was hurt at work before this year is a party to a letter. */
const firstYear = 1940;
/**
 * Without a date of the letter's own, a short year may be up to this one. No clock is read, so that a letter always gives the same
 * parse; what lies later is left out rather than guessed.
 */
const lastYear = 2026;

/**
 * A printed date as yyyy-mm-dd. Of a two-digit year, the century is the one that puts it after 1939 and not after
 * `letterDate`, the date the letter itself carries (yyyy-mm-dd), if it is known; undefined when neither does.
 */
export function isoDate(date: PrintedDate, letterDate?: string): string | undefined {
  const iso = (year: number) => [pad(year, 4), pad(date.month, 2), pad(date.day, 2)].join('-');
  if (!date.shortYear) return iso(date.year);
  const last = letterDate ?? iso(lastYear);
  const years = [1900 + date.year, 2000 + date.year].filter((year) => year >= firstYear && iso(year) <= last);
  return years.length === 1 && years[0] !== undefined ? iso(years[0]) : undefined;
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
