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

const bulletBefore = /(?:[\u2022\u25CF\u25AA\u25E6\u2023\u00B7]|\*{1,3})\s{0,3}$|(?<=^|\n)[-\u2013]\s{1,3}$/;
const openingQuote = /[\u201C\u2018\u00AB]$|(?<=^|[\s(])["']$/;

/**
 * The item labels in `[start, end)`, in order, a bullet before one included. Amid a paragraph a label needs its colon; at
 * the start of one, a capital after it or after a dash will do. In small letters, or before a full stop, one without a
 * colon counts only where no label of its part has one. A label that opens a quotation is none.
 */
export function itemLabels(readingText: string, start: number, end: number): ItemLabel[] {
  const labels: (ItemLabel & { readonly plain: boolean })[] = [];
  const withColon = new Set<ItemPart>();
  for (const match of readingText.slice(start, end).matchAll(anyLabel)) {
    const [all, claims, reviewer, , colon, stop] = match;
    const word = start + match.index;
    const before = readingText.slice(Math.max(start, word - 6), word);
    if (/[\p{L}\d]$/u.test(before) || openingQuote.test(before)) continue;
    const at = word - (bulletBefore.exec(before)?.[0].length ?? 0);
    const leads = startsParagraph(readingText, at);
    if (colon === undefined && !(leads && capitalFollows(readingText, word + all.length))) continue;
    const part = claims !== undefined ? 'claims' : reviewer !== undefined ? 'reviewer' : 'rationale';
    if (colon !== undefined) withColon.add(part);
    const plain = colon !== undefined || (stop === undefined && /^\p{Lu}/u.test(all));
    labels.push({ part, start: at, end: word + all.length, leads, plain });
  }
  const counted = labels.filter(({ part, plain }) => plain || !withColon.has(part));
  // In a letter whose lines were all joined, no label leads a paragraph and each may be an item's own.
  if (!counted.some(({ leads }) => leads)) return counted.map((label) => ({ ...label, leads: true }));
  return counted;
}
