import type { Diagnostic, Section } from '../model/letter-parse.ts';
import type { Span, TextSpan } from '../model/span.ts';
import { trimRange } from './white-space.ts';

/** The stretches of a reading text that lie in no section, without white space at their ends. */
export function unassignedText(readingText: string, sections: readonly Section[]): TextSpan[] {
  const unassigned: TextSpan[] = [];
  const add = (from: number, to: number): void => {
    const { start, end } = trimRange(readingText, from, to);
    if (end > start) unassigned.push({ text: readingText.slice(start, end), start, end });
  };
  let end = 0;
  for (const section of sections) {
    add(end, Math.max(end, section.start));
    end = Math.max(end, section.end);
  }
  add(end, readingText.length);
  return unassigned;
}

/** What is remarked on such a stretch of a letter whose layout is known. */
export const unassignedRemark = ({ start, end }: Span): Diagnostic => ({
  code: 'unassigned-text',
  severity: 'warning',
  message: 'This text belongs to no section that the program knows in such a letter.',
  start,
  end,
});
