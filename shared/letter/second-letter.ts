import type { Diagnostic, Section } from '../model/letter-parse.ts';
import { decisionsHeadings, titlePatterns } from './layout-headings.ts';
import { startsParagraph } from './paragraphs.ts';
import { capitalFollows, isCapitals } from './printed-labels.ts';

const opening = new RegExp(
  `${decisionsHeadings['how-made']}|${titlePatterns['professional-review']}|${titlePatterns['notice-2013']}`,
  'iy',
);
/** How these headings start; without the flag `i`, which makes a search slow. */
const openingWord =
  /\b(?:H(?:OW|ow)\s{1,40}(?:THE|[Tt]he)\s|MEDICAL\s{1,40}PROF|N(?:OTICE|otice)\s{1,40}(?:OF|[Oo]f)\s)/g;

/** The parts of a letter that may run on into the next letter. */
const lastParts: ReadonlySet<Section['kind'] | undefined> = new Set(['item', 'credentials', 'closing', undefined]);

/**
 * A remark where the first heading of a letter stands behind the start of the first item: the file may hold two letters,
 * of which one is read. The heading leads a paragraph, or is in capitals amid a text whose lines were all joined.
 */
export function secondLetterRemarks(readingText: string, sections: readonly Section[]): Diagnostic[] {
  const first = sections.find(({ kind }) => kind === 'item');
  if (!first) return [];
  const remarks: Diagnostic[] = [];
  for (const { index } of readingText.slice(first.start).matchAll(openingWord)) {
    const start = first.start + index;
    opening.lastIndex = start;
    const heading = opening.exec(readingText)?.[0];
    if (heading === undefined) continue;
    const end = start + heading.length;
    if (!(startsParagraph(readingText, start) || isCapitals(heading)) || !capitalFollows(readingText, end)) continue;
    const within = sections.find((section) => section.start <= start && start < section.end);
    if (!lastParts.has(within?.kind)) continue;
    const place = within?.kind === 'item' && within.ordinal !== undefined ? `, within item ${within.ordinal}` : '';
    remarks.push({
      code: 'second-letter',
      severity: 'warning',
      message: `Another letter seems to start here${place}. A file is read as one letter: import the two as files of their own to have both read.`,
      start,
      end,
    });
  }
  return remarks;
}
