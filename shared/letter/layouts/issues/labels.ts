import { startsParagraph } from '../../paragraphs.ts';
import { capitalFollows, itemLabelPatterns, labelStop } from '../../printed-labels.ts';

export const itemParts = ['claims', 'reviewer', 'rationale'] as const;
export type ItemPart = (typeof itemParts)[number];

/** An item label as printed: where it starts, where its text may start, and whether it leads its paragraph. */
export interface ItemLabel {
  readonly part: ItemPart;
  readonly start: number;
  readonly end: number;
  readonly leads: boolean;
}

const anyLabel = new RegExp(
  `(?:${itemParts.map((part) => `(${itemLabelPatterns[part]})`).join('|')})${labelStop}`,
  'gi',
);

/**
 * The item labels in `[start, end)`, in order. Amid a paragraph a label needs its colon; at the start of one, a
 * capital after it or after a dash will do.
 */
export function itemLabels(readingText: string, start: number, end: number): ItemLabel[] {
  const labels: ItemLabel[] = [];
  for (const match of readingText.slice(start, end).matchAll(anyLabel)) {
    const [all, claims, reviewer, , colon] = match;
    const at = start + match.index;
    const leads = startsParagraph(readingText, at);
    if (at > 0 && /[\p{L}\d]/u.test(readingText.charAt(at - 1))) continue;
    if (colon === undefined && !(leads && capitalFollows(readingText, at + all.length))) continue;
    const part = claims !== undefined ? 'claims' : reviewer !== undefined ? 'reviewer' : 'rationale';
    labels.push({ part, start: at, end: at + all.length, leads });
  }
  // In a letter whose lines were all joined, no label leads a paragraph and each may be an item's own.
  if (!labels.some(({ leads }) => leads)) return labels.map((label) => ({ ...label, leads: true }));
  return labels;
}
