import type { Section } from '../model/letter-parse.ts';
import type { TextSpan } from '../model/span.ts';
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
