/** A text of the letter is given to the section, or to the text of an item, that it belongs to. */
import { trimRange } from '../letter/white-space.ts';
import type { ItemTextPart, PlainSection } from '../model/correction.ts';
import type { Span } from '../model/span.ts';
import { spansOverlap } from '../model/text-order.ts';
import { type CaseDraft, type ItemDraft, type ItemPart, isEmpty, itemParts, type SectionDraft } from './case-draft.ts';
import { hull, mark, replaceSections } from './change-item.ts';
import { Inapplicable } from './inapplicable.ts';

export type DraftDestination =
  | { readonly part: 'summary' | PlainSection }
  | { readonly part: ItemTextPart; readonly item: ItemDraft };

const partOf: Readonly<Record<ItemTextPart, ItemPart>> = {
  'claims-administrator': 'claimsAdministrator',
  reviewer: 'reviewer',
  rationale: 'rationale',
};

/**
 * Assigns `selected` to a destination, and takes it from wherever it was. A text that is there already is joined with
 * it, together with what stands between the two, as long as that belongs to nothing else. @throws Inapplicable
 */
export function assignText(draft: CaseDraft, selected: Span, to: DraftDestination, correctionId: string): void {
  const { readingText } = draft.parse;
  const text = trimRange(readingText, selected.start, selected.end);
  if (isEmpty(text)) throw new Inapplicable('No words are selected.');
  takeOut(draft, text);
  if ('item' in to) {
    const { item } = to;
    const part = partOf[to.part];
    const before = item.parts[part];
    const joined = isEmpty(before) ? text : (hull([before, text]) ?? text);
    const others = itemParts.filter((other) => other !== part).map((other) => item.parts[other]);
    if ([item.titlePlace, item.decisionPlace, ...others].some((other) => other && spansOverlap(other, joined))) {
      throw new Inapplicable('Another text of the item stands between these words and the text they should go to.');
    }
    join(draft, { kind: 'item', ...joined, item });
    item.parts[part] = joined;
    item.changed = true;
    mark(item.marks, part, correctionId, isEmpty(before) ? undefined : readingText.slice(before.start, before.end));
  } else if (to.part === 'summary') {
    const before = draft.summary;
    const joined = isEmpty(before) ? text : (hull([before, text]) ?? text);
    join(draft, { kind: 'summary', ...joined });
    draft.summary = joined;
    mark(
      draft.marks,
      'summary',
      correctionId,
      isEmpty(before) ? undefined : readingText.slice(before.start, before.end),
    );
  } else {
    join(draft, { kind: to.part, ...text });
  }
}

/** Takes a text out of the sections and texts that it was part of. */
function takeOut(draft: CaseDraft, text: Span): void {
  for (const { titlePlace } of draft.items) {
    if (titlePlace && spansOverlap(titlePlace, text)) {
      throw new Inapplicable('The selected words are the heading of an item. Remove the item first.');
    }
  }
  const { readingText } = draft.parse;
  draft.summary = without(readingText, draft.summary, text);
  for (const item of draft.items) {
    for (const part of itemParts) {
      const rest = without(readingText, item.parts[part], text);
      if (rest !== item.parts[part]) item.changed = true;
      item.parts[part] = rest;
    }
  }
  draft.sections = draft.sections.flatMap((section) => {
    if (!spansOverlap(section, text)) return [section];
    const before = trimRange(readingText, section.start, Math.max(section.start, text.start));
    const after = trimRange(readingText, Math.min(section.end, text.end), section.end);
    return [before, after].filter((rest) => !isEmpty(rest)).map((rest) => ({ ...section, ...rest }));
  });
}

function without(readingText: string, from: Span, text: Span): Span {
  if (!spansOverlap(from, text)) return from;
  if (text.start <= from.start && text.end >= from.end) return { start: from.start, end: from.start };
  if (text.start <= from.start) return trimRange(readingText, text.end, from.end);
  if (text.end >= from.end) return trimRange(readingText, from.start, text.start);
  const rest = [trimRange(readingText, from.start, text.start), trimRange(readingText, text.end, from.end)];
  const [before, after] = rest;
  if (before && isEmpty(before)) return after ?? from;
  if (after && isEmpty(after)) return before ?? from;
  throw new Inapplicable('The selected words stand in the midst of a text. Select from them to its beginning or end.');
}

/** Adds a section, in place of those of the same kind (and item) that it covers or touches. */
function join(draft: CaseDraft, section: SectionDraft): void {
  const same = (other: SectionDraft): boolean => other.kind === section.kind && other.item === section.item;
  const touched = draft.sections.filter((other) => spansOverlap(other, section));
  if (!touched.every(same)) {
    throw new Inapplicable('Text of another section stands between these words and the text they should go to.');
  }
  const whole = hull([section, ...touched]) ?? section;
  replaceSections(draft, touched, [{ ...section, ...whole }]);
}
