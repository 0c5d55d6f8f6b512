import type { Section, SectionKind } from '../../model/letter-parse.ts';
import { trimRange } from '../white-space.ts';

/** Collects the sections of a letter. */
export class SectionList {
  readonly #readingText: string;
  readonly #sections: Section[] = [];

  constructor(readingText: string) {
    this.#readingText = readingText;
  }

  /** Adds `[start, end)` without the white space at its ends; nothing when it is empty. */
  add(kind: SectionKind, start: number, end: number, ordinal?: number): void {
    const span = trimRange(this.#readingText, start, Math.max(start, end));
    if (span.end > span.start) this.#sections.push({ kind, ...span, ...(ordinal !== undefined && { ordinal }) });
  }

  /** In text order; of two that overlap the later one starts where the earlier one ends. */
  inOrder(): Section[] {
    const ordered: Section[] = [];
    let end = 0;
    for (const section of this.#sections.sort((a, b) => a.start - b.start || b.end - a.end)) {
      const span = trimRange(this.#readingText, Math.max(end, section.start), Math.max(end, section.end));
      if (span.end === span.start) continue;
      ordered.push({ ...section, ...span });
      end = span.end;
    }
    return ordered;
  }
}
