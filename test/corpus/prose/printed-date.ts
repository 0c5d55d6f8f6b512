import type { Random } from '../random.ts';
import { months } from '../vocabulary/people.ts';

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const someDay = (random: Random, firstYear: number, lastYear: number): Day => ({
  year: random.int(firstYear, lastYear),
  month: random.int(1, 12),
  day: random.int(1, 28),
});

const two = (value: number): string => String(value).padStart(2, '0');

/** yyyy-mm-dd. */
export const isoDay = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;

/** mm/dd/yyyy, as letter headers print it. */
export const headerDay = ({ year, month, day }: Day): string => `${two(month)}/${two(day)}/${year}`;

/** The day as letters write it: `July 20, 2005`, `5/9/13`, `09/06/2014`. */
export function printedDay(random: Random, date: Day): string {
  const { year, month, day } = date;
  return random.pick([
    `${months[month - 1]} ${day}, ${year}`,
    `${month}/${day}/${two(year % 100)}`,
    `${month}/${day}/${year}`,
    headerDay(date),
    `${two(month)}-${two(day)}-${year}`,
  ]);
}
