/**
 * Items of the issues layout: `title: Decision`, then the claims administrator's guideline, the reviewer's
 * guideline and the rationale, each with its label. A label quoted inside a text splits nothing: a part starts
 * only when it is due, and an item only where a heading stands before its first label.
 */
import type { Span, TextSpan } from '../../../model/span.ts';
import { decisionAtEnd } from '../../decision.ts';
import { trimRange } from '../../white-space.ts';
import { headingBefore, type ItemHeading } from './item-heading.ts';
import { type ItemLabel, type ItemPart, itemLabels, itemParts } from './labels.ts';

/** An item found in the reading text: its whole stretch, heading and parts without their labels. */
export interface FoundItem extends Span {
  readonly heading: Pick<ItemHeading, 'title' | 'decision' | 'known'>;
  readonly parts: Readonly<Partial<Record<ItemPart, Span>>>;
}

interface OpenItem {
  readonly start: number;
  readonly heading: FoundItem['heading'];
  readonly labels: ItemLabel[];
}

/** The items in `[start, end)` of the reading text, in order. Linear in its length. */
export function findItems(readingText: string, start: number, end: number): FoundItem[] {
  const items: OpenItem[] = [];
  const labels = itemLabels(readingText, start, end);
  const nextLeading = nextLeadingParts(labels);
  for (const [index, label] of labels.entries()) {
    const current = items.at(-1);
    const last = current?.labels.at(-1);
    const due = last !== undefined && itemParts.indexOf(label.part) > itemParts.indexOf(last.part);
    const lower = last?.end ?? start;
    // Before a further part that is due, only a heading with a known decision starts an item.
    const goesOn = due && label.part !== 'claims' && !decidesBefore(readingText, lower, label.start);
    const heading = goesOn ? undefined : headingBefore(readingText, lower, label.start, !current);
    const next = nextLeading[index];
    if (startsItem(readingText, label, heading, current !== undefined, due, next)) {
      const itemStart = heading?.title.start ?? label.start;
      const nothing = { start: itemStart, end: itemStart };
      items.push({ start: itemStart, heading: heading ?? { title: nothing, known: false }, labels: [label] });
    } else if (due && current && (label.leads || next !== label.part)) {
      current.labels.push(label);
    }
  }
  return items.map((item, index) => close(readingText, item, items[index + 1]?.start ?? end));
}

/** True when a decision that letters are known to use stands at the end of the text before a label. */
const decidesBefore = (readingText: string, lower: number, labelStart: number): boolean =>
  decisionAtEnd(readingText.slice(Math.max(lower, labelStart - 200), labelStart).trimEnd()) !== undefined;

function startsItem(
  readingText: string,
  label: ItemLabel,
  heading: ItemHeading | undefined,
  isOpen: boolean,
  due: boolean,
  next: ItemPart | undefined,
): boolean {
  if (!isOpen) return label.leads || heading?.known === true;
  if (!heading) return false;
  const { title, decision } = heading;
  if (opensQuotation(readingText.slice(title.start, title.end))) return false;
  const afterColon = decision && /[:\u2013\u2014-]\s*$/.test(readingText.slice(title.end, decision.start));
  if (heading.known && title.end > title.start && (afterColon || !due)) {
    return heading.alone || label.part === 'claims';
  }
  // A heading without a known decision: only a short paragraph that is no sentence, before a due first label; or
  // what follows the last sentence before it, when the other labels follow as they do in an item.
  if (due || label.part !== 'claims' || !label.leads || !(heading.alone || next === 'reviewer')) return false;
  const text = readingText.slice(title.start, title.end);
  return text.length > 0 && text.length <= 300 && !/[.?!]$/.test(text);
}

/** True for a title in which a quotation starts and none ends: all of the item is quoted. */
const opensQuotation = (title: string): boolean =>
  title.lastIndexOf('\u201C') > title.lastIndexOf('\u201D') || /(?:^|[\s(])"(?=\S)[^"]*$/.test(title);

/** For every label, the part named by the next label that leads a paragraph. */
function nextLeadingParts(labels: readonly ItemLabel[]): (ItemPart | undefined)[] {
  const next: (ItemPart | undefined)[] = [];
  let part: ItemPart | undefined;
  for (const label of labels.toReversed()) {
    next.push(part);
    if (label.leads) part = label.part;
  }
  return next.reverse();
}

function close(readingText: string, item: OpenItem, end: number): FoundItem {
  const parts: Partial<Record<ItemPart, Span>> = {};
  for (const [index, label] of item.labels.entries()) {
    parts[label.part] = trimRange(readingText, label.end, item.labels[index + 1]?.start ?? end);
  }
  return { start: item.start, end: trimRange(readingText, item.start, end).end, heading: item.heading, parts };
}

/** The text of a part; for a missing one, an empty text at `fallback`, the end of what stands before it. */
export function partText(readingText: string, part: Span | undefined, fallback: number): TextSpan {
  const { start, end } = part ?? { start: fallback, end: fallback };
  return { text: readingText.slice(start, end), start, end };
}
