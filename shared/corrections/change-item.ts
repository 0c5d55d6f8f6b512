/** Changes of one item: its decision and title, joining it to the one before it, and taking it away. */
import { itemFacts } from '../letter/facts/item-facts.ts';
import { trimRange } from '../letter/white-space.ts';
import type { TreatmentCategory } from '../model/clinical-facts.ts';
import { categoryNames } from '../model/clinical-names.ts';
import type { Decision } from '../model/letter-parse.ts';
import type { Span } from '../model/span.ts';
import { spansOverlap } from '../model/text-order.ts';
import { type CaseDraft, type DraftMark, type ItemDraft, isEmpty, itemParts, type SectionDraft } from './case-draft.ts';
import { Inapplicable } from './inapplicable.ts';

/** The item that is known by `place`, as `itemAt` finds it in a parse. @throws Inapplicable */
export function itemAtPlace({ items, sections }: CaseDraft, place: Span): ItemDraft {
  const titled = items.find(({ titlePlace }) => titlePlace && spansOverlap(titlePlace, place));
  const within = sections.find(({ item, start, end }) => item && start <= place.start && place.start < end)?.item;
  const item = titled ?? (within?.titlePlace ? undefined : within);
  if (!item) throw new Inapplicable('The item it was made on is no longer there.');
  return item;
}

export function setDecision(item: ItemDraft, decision: Decision, correctionId: string): void {
  mark(item.marks, 'decision', correctionId, item.decisionText || undefined);
  item.decision = decision;
}

/** Sets the category of treatment; `null` for none. */
export function setCategory(
  { parse }: CaseDraft,
  item: ItemDraft,
  category: TreatmentCategory | null,
  correctionId: string,
): void {
  const read = item.titlePlace && itemFacts(parse.readingText, 1, item.titlePlace).category?.value;
  mark(item.marks, 'category', correctionId, read && categoryNames[read]);
  item.category = category;
}

/** Sets the title as typed; where the letter prints it so around the old one, that is its place. */
export function setTitle(readingText: string, item: ItemDraft, title: string, correctionId: string): void {
  mark(item.marks, 'title', correctionId, item.title || undefined);
  item.title = title;
  const old = item.titlePlace;
  if (!old) return;
  const from = Math.max(0, old.start - title.length);
  const at = readingText.slice(from, old.end + title.length).indexOf(title);
  const place = { start: from + at, end: from + at + title.length };
  if (at >= 0 && spansOverlap(place, old)) item.titlePlace = place;
}

/**
 * Joins an item to the one before it. Where that one is nothing but a heading, its heading was broken: the two headings
 * become one, over the texts of the second. Otherwise the second was none: all of it goes on the text of the first.
 */
export function mergeItem(draft: CaseDraft, item: ItemDraft, correctionId: string): void {
  const { items, parse } = draft;
  const first = items[items.indexOf(item) - 1];
  if (!first) throw new Inapplicable('There is no item before it.');
  const sections = draft.sections.toSorted((a, b) => a.start - b.start);
  const last = sections.findLastIndex((section) => section.item === first);
  const [next, ...others] = sections.filter((section) => section.item === item);
  const before = sections[last];
  if (!before || !next || sections[last + 1] !== next || others.length > 0) {
    throw new Inapplicable('Other text of the letter stands between the two items.');
  }
  const { parts } = first;
  if (itemParts.every((part) => isEmpty(parts[part]))) {
    const title = hull([first.titlePlace, item.titlePlace].filter((place) => place !== undefined));
    if (title) {
      first.titlePlace = title;
      first.title = parse.readingText.slice(title.start, title.end);
    }
    if (item.decisionPlace || item.decision !== 'unknown') {
      first.decision = item.decision;
      first.decisionText = item.decisionText;
      first.decisionPlace = item.decisionPlace;
    }
    first.parts = item.parts;
  } else {
    const filled = itemParts.map((part) => parts[part]).filter((part) => !isEmpty(part));
    const start = isEmpty(parts.rationale) ? Math.max(...filled.map(({ end }) => end)) : parts.rationale.start;
    parts.rationale = trimRange(parse.readingText, start, Math.max(next.end, parts.rationale.end));
  }
  first.changed = true;
  mark(first.marks, '', correctionId, undefined);
  first.marks.push(...item.marks.filter(({ name }) => name !== '' && !first.marks.some((one) => one.name === name)));
  items.splice(items.indexOf(item), 1);
  replaceSections(draft, [before, next], [{ ...before, end: Math.max(before.end, next.end) }]);
}

/** Takes an item away. Its text stays in the letter, in no section. */
export function removeItem(draft: CaseDraft, item: ItemDraft): void {
  draft.items.splice(draft.items.indexOf(item), 1);
  draft.sections = draft.sections.filter((section) => section.item !== item);
}

/** Notes that a correction set a value; what the parser had read stays noted, however often it is set. */
export function mark(marks: DraftMark[], name: string, correctionId: string, parsed: string | undefined): void {
  const at = marks.findIndex((one) => one.name === name);
  const before = marks[at];
  const known = before ? before.parsed : parsed;
  const entry: DraftMark = { name, correctionId, ...(known !== undefined && { parsed: known }) };
  if (at < 0) marks.push(entry);
  else marks[at] = entry;
}

export function replaceSections(
  draft: CaseDraft,
  old: readonly SectionDraft[],
  instead: readonly SectionDraft[],
): void {
  draft.sections = [...draft.sections.filter((section) => !old.includes(section)), ...instead];
}

/** The stretch from the first start to the last end; undefined for no span at all. */
export function hull(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
