import type { TreatmentCategory } from '../../model/clinical-facts.ts';

/**
 * CPT (five digits, or four and a letter for categories II and III) and HCPCS level II codes (a letter and four
 * digits). Bare numbers count too, unless something marks them as money, a count or part of a longer number.
 */
export const procedureCode =
  /(?<![\w$#.,/-])(?:\d{5}|\d{4}[FTU]|[A-CEGHJ-MP-V]\d{4}|D\d{4})(?![\w.]\w|\w|,\d{3}|\s?(?:mg|mcg|units))/g;

/** First and last code of the sections of CPT that tell a category; injections before the surgery that holds them. */
const sections: readonly (readonly [first: number, last: number, TreatmentCategory])[] = [
  [20526, 20553, 'injections'],
  [20600, 20611, 'injections'],
  [27096, 27096, 'injections'],
  [62320, 62327, 'injections'],
  [64400, 64530, 'injections'],
  [64600, 64681, 'injections'],
  [10004, 69990, 'surgery'],
  [70010, 89398, 'diagnostic-testing'],
  [90785, 90899, 'behavioral-health'],
  [90901, 90913, 'behavioral-health'],
  [95782, 95811, 'diagnostic-testing'],
  [95860, 95941, 'diagnostic-testing'],
  [96105, 96171, 'behavioral-health'],
  [97010, 97799, 'rehabilitation'],
  [97810, 97814, 'rehabilitation'],
  [98925, 98943, 'rehabilitation'],
  [99202, 99499, 'evaluation-and-management'],
];
const letters: Readonly<Record<string, TreatmentCategory>> = { D: 'dental', E: 'dmepos', K: 'dmepos', L: 'dmepos' };

/** The category of the section of CPT or HCPCS that holds `code`, where the section has one category. */
export function codeCategory(code: string): TreatmentCategory | undefined {
  if (/^A0\d{3}$/.test(code)) return 'transport';
  const value = /^\d{5}$/.test(code) ? Number(code) : Number.NaN;
  return letters[code.charAt(0)] ?? sections.find(([first, last]) => value >= first && value <= last)?.[2];
}
