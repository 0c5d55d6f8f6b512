/** A heading pointed at by the reviewer becomes an item of its own, with the text that follows it. */
import { classifyDecision, decisionAtEnd } from '../letter/decision.ts';
import { itemLabels } from '../letter/layouts/issues/labels.ts';
import { trimRange } from '../letter/white-space.ts';
import type { Span } from '../model/span.ts';
import { spansOverlap } from '../model/text-order.ts';
import { type CaseDraft, type ItemDraft, type ItemPart, isEmpty, itemParts, type SectionDraft } from './case-draft.ts';
import { mark, replaceSections } from './change-item.ts';
import { Inapplicable } from './inapplicable.ts';

const labelledPart = { claims: 'claimsAdministrator', reviewer: 'reviewer', rationale: 'rationale' } as const;
/** How far behind a title its decision is looked for, in code units. */
const decisionReach = 80;

/**
 * Makes an item of the heading at `selected` and of what stands behind it in the same section, or up to the next one.
 * Where that was the text of another item, the other one ends before it. @throws Inapplicable
 */
export function addItem(draft: CaseDraft, selected: Span, correctionId: string): void {
  const { readingText } = draft.parse;
  const container = draft.sections.find(({ start, end }) => start <= selected.start && selected.start < end);
  const end = container?.end ?? nextStart(draft.sections, selected.start) ?? readingText.length;
  if (selected.end > end) throw new Inapplicable('The selected words reach into another section of the letter.');
  // A notice prints its headings twice.
  const headings = draft.items.flatMap(({ titlePlace, otherPlaces }) => [
    ...(titlePlace ? [titlePlace] : []),
    ...otherPlaces.filter(({ name }) => name === 'title'),
  ]);
  if (headings.some((heading) => spansOverlap(heading, selected)))
    throw new Inapplicable('These words are the heading of an item already.');

  const heading = readHeading(readingText, selected, end);
  const item: ItemDraft = {
    title: readingText.slice(heading.title.start, heading.title.end),
    titlePlace: heading.title,
    decision: heading.decision
      ? classifyDecision(readingText.slice(heading.decision.start, heading.decision.end))
      : 'unknown',
    decisionText: heading.decision ? readingText.slice(heading.decision.start, heading.decision.end) : '',
    decisionPlace: heading.decision,
    parts: partsBehind(readingText, heading.end, end),
    otherPlaces: [],
    marks: [],
    changed: true,
  };
  mark(item.marks, '', correctionId, undefined);
  if (container) cutOff(draft, container, selected.start, item, heading.end);
  const rest = trimRange(readingText, heading.end, end);
  const isText = /[\p{L}\p{N}]/u.test(readingText.slice(rest.start, rest.end));
  if (isText && itemParts.every((part) => isEmpty(item.parts[part]))) item.parts.rationale = rest;
  const section = trimRange(readingText, selected.start, end);
  draft.sections.push({ kind: 'item', ...section, item });
  const before = draft.items.findLastIndex((other) => startOf(draft, other) < selected.start);
  draft.items.splice(before + 1, 0, item);
}

const nextStart = (sections: readonly SectionDraft[], from: number): number | undefined =>
  sections
    .map(({ start }) => start)
    .filter((start) => start >= from)
    .sort((a, b) => a - b)[0];

const startOf = ({ sections }: CaseDraft, item: ItemDraft): number =>
  Math.min(
    ...sections.filter((section) => section.item === item).map(({ start }) => start),
    item.titlePlace?.start ?? Number.POSITIVE_INFINITY,
  );

/** Title and decision, which may be selected with the title or stand behind it. */
function readHeading(readingText: string, selected: Span, limit: number) {
  const text = readingText.slice(selected.start, selected.end);
  const within = decisionAtEnd(text);
  if (within && within.from > 0) {
    const title = withoutSeparator(readingText, selected.start, selected.start + within.from);
    if (title.end > title.start) {
      const decision = { start: selected.start + within.start, end: selected.start + within.end };
      return { title, decision, end: selected.end };
    }
  }
  const title = withoutSeparator(readingText, selected.start, selected.end);
  const decision = decisionBehind(readingText, selected.end, limit);
  return { title, decision, end: decision?.end ?? selected.end };
}

function withoutSeparator(readingText: string, from: number, to: number): Span {
  let { start, end } = trimRange(readingText, from, to);
  while (end > start && /[\s:;\u2013\u2014-]/.test(readingText.charAt(end - 1))) end--;
  return end > start ? { start, end } : trimRange(readingText, from, to);
}

/** The decision that stands right behind a title, with or without a separator. */
function decisionBehind(readingText: string, from: number, limit: number): Span | undefined {
  const behind = readingText.slice(from, Math.min(limit, from + decisionReach));
  const separator = /^[\s:;\u2013\u2014-]*/.exec(behind)?.[0].length ?? 0;
  const words = /^[\p{L}/,-]+(?:\s[\p{L}/,-]+){0,3}/u.exec(behind.slice(separator))?.[0] ?? '';
  for (let text = words; text !== ''; text = text.slice(0, Math.max(0, text.search(/\s\S*$/)))) {
    const found = decisionAtEnd(text);
    if (found?.start === 0) return { start: from + separator, end: from + separator + found.end };
  }
  return undefined;
}

/** The labelled texts in `[start, end)`, each label once and in the order that items have. */
function partsBehind(readingText: string, start: number, end: number): Record<ItemPart, Span> {
  const labels: { part: ItemPart; start: number; end: number }[] = [];
  for (const { part, ...label } of itemLabels(readingText, start, end)) {
    const name = labelledPart[part];
    const last = labels.at(-1);
    if (!last || itemParts.indexOf(name) > itemParts.indexOf(last.part)) labels.push({ part: name, ...label });
  }
  const parts = emptyParts(start);
  for (const [index, label] of labels.entries()) {
    parts[label.part] = trimRange(readingText, label.end, labels[index + 1]?.start ?? end);
  }
  return parts;
}

const emptyParts = (at: number): Record<ItemPart, Span> => ({
  claimsAdministrator: { start: at, end: at },
  reviewer: { start: at, end: at },
  rationale: { start: at, end: at },
});

/** Ends a section where the new item starts; what its item had behind the new heading goes over to the new item. */
function cutOff(draft: CaseDraft, container: SectionDraft, at: number, item: ItemDraft, headingEnd: number): void {
  const { readingText } = draft.parse;
  const before = trimRange(readingText, container.start, at);
  replaceSections(draft, [container], isEmpty(before) ? [] : [{ ...container, ...before }]);
  if (container.kind === 'summary') draft.summary = cut(readingText, draft.summary, at);
  const other = container.item;
  if (!other) return;
  const givesParts = itemParts.every((part) => isEmpty(item.parts[part]));
  for (const part of itemParts) {
    const text = other.parts[part];
    if (givesParts && text.start >= headingEnd && !isEmpty(text)) item.parts[part] = text;
    other.parts[part] = cut(readingText, text, at);
  }
  other.changed = true;
}

/** What of a text stands before `at`. */
function cut(readingText: string, text: Span, at: number): Span {
  if (text.end <= at) return text;
  return text.start >= at ? { start: at, end: at } : trimRange(readingText, text.start, at);
}
