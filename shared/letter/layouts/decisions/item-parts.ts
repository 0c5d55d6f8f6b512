import type { Span } from '../../../model/span.ts';
import { paragraphGap } from '../../paragraphs.ts';
import { trimRange } from '../../white-space.ts';
import { sideSentences } from '../guideline-sentences.ts';
import { afterSentence } from '../headed-parts.ts';
import { itemLabels } from '../issues/labels.ts';
import type { PartName } from '../item-maker.ts';

/** Where a part of an item is announced, by a label or by a sentence that is itself part of it. */
export interface PartMark extends Span {
  readonly part: PartName;
  /** Where the text of the part starts: behind a label, with a sentence. */
  readonly body: number;
  /** It starts a paragraph or, being a sentence, follows one: not a label quoted amid a text. */
  readonly leads: boolean;
}

const reviewersRationale =
  /(?:\bThe\s{1,3})?\b(?:(?:Expert|Physician|Professional|Medical|IMR|MAXIMUS)\s{1,3}){1,2}Reviewer(?:\s?['\u2019]\s?s?|s['\u2019]?)?\s{1,3}(?:decision\s{1,3}rationale|rationale)(?:\s{0,3}[:\uFF1A]|(?=\s{1,3}\p{Lu}))/giu;

/** The marks in `[start, end)`, in order. */
export function partMarks(readingText: string, start: number, end: number): PartMark[] {
  const marks: PartMark[] = [];
  for (const match of readingText.slice(start, end).matchAll(reviewersRationale)) {
    const at = start + match.index;
    if (!/^\p{Lu}/u.test(match[0])) continue;
    const body = at + match[0].length;
    marks.push({ part: 'rationale', start: at, end: body, body, leads: afterSentence(readingText, at) });
  }
  const possessives = [...marks];
  let next = 0;
  for (const label of itemLabels(readingText, start, end)) {
    while ((possessives[next]?.end ?? end) < label.end) next++;
    if (label.start >= (possessives[next]?.start ?? end)) continue;
    marks.push({ ...label, body: label.end });
  }
  for (const sentence of sideSentences(readingText, start, end)) {
    marks.push({ part: sentence.side, start: sentence.start, end: sentence.end, body: sentence.start, leads: true });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/**
 * The parts of an item whose text is `[start, end)`, from the `marks` in it. The first mark of each side counts, and
 * none after the rationale's. A text without marks is the rationale; without a mark of its own the rationale is what
 * follows the paragraph of the last side.
 */
export function itemParts(
  readingText: string,
  marks: readonly PartMark[],
  start: number,
  end: number,
): Partial<Record<PartName, Span>> {
  const taken: PartMark[] = [];
  for (const [index, mark] of marks.entries()) {
    if (taken.at(-1)?.part === 'rationale') break;
    if (taken.some(({ part }) => part === mark.part)) continue;
    // A label is preferred to a sentence that it introduces, and a leading mark to one quoted before it.
    const later = marks.slice(index + 1, index + 4).find(({ part }) => part === mark.part);
    if (!mark.leads && later?.leads && taken.length > 0) continue;
    taken.push(mark);
  }
  const parts: Partial<Record<PartName, Span>> = {};
  for (const [index, mark] of taken.entries()) {
    parts[mark.part] = trimRange(readingText, mark.body, taken[index + 1]?.start ?? end);
  }
  if (parts.rationale) return parts;
  const last = taken.at(-1);
  if (!last) return { rationale: trimRange(readingText, start, end) };
  const gap = readingText.slice(last.body, end).indexOf(paragraphGap);
  if (gap < 0) return parts;
  parts[last.part] = trimRange(readingText, last.body, last.body + gap);
  return { ...parts, rationale: trimRange(readingText, last.body + gap, end) };
}
