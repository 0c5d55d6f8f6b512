/**
 * A parse while it is being corrected. Items are objects that sections refer to, so that an item keeps its text
 * whatever its ordinal becomes; ordinals are given anew when the parse is made from the draft.
 */
import { parseCitations } from '../letter/citations.ts';
import { itemFacts } from '../letter/facts/item-facts.ts';
import { guidelineStatement } from '../letter/layouts/guideline-statement.ts';
import { unassignedText } from '../letter/unassigned.ts';
import type { ClinicalFacts, ItemFacts, TreatmentCategory } from '../model/clinical-facts.ts';
import type { CorrectedValue } from '../model/correction.ts';
import type {
  Decision,
  GuidelineStatement,
  Item,
  LetterParse,
  ParsedCase,
  Place,
  SectionKind,
} from '../model/letter-parse.ts';
import type { Span } from '../model/span.ts';
import { draftDiagnostics } from './draft-diagnostics.ts';

export const itemParts = ['claimsAdministrator', 'reviewer', 'rationale'] as const;
export type ItemPart = (typeof itemParts)[number];

/** A value that a correction has set; its path is relative to what holds it, empty for the whole of it. */
export interface DraftMark extends Omit<CorrectedValue, 'path'> {
  readonly name: string;
}

export interface ItemDraft {
  /** As it is shown. */
  title: string;
  /** Where the title is printed. */
  titlePlace: Span | undefined;
  decision: Decision;
  decisionText: string;
  decisionPlace: Span | undefined;
  /** The item's texts; an empty span for one that is missing. */
  parts: Record<ItemPart, Span>;
  /** Further places of its values, which the letter repeats. */
  otherPlaces: readonly (Span & { readonly name: string })[];
  /** The category of treatment that a reviewer gave it, `null` for none; absent where its title decides. */
  category?: TreatmentCategory | null | undefined;
  marks: DraftMark[];
  /** The item of the parse that it is made of; absent for an item that the parser did not find. */
  readonly parsed?: Item | undefined;
  /** True when its texts are no longer those that the parser found. */
  changed: boolean;
}

export interface SectionDraft extends Span {
  readonly kind: SectionKind;
  readonly item?: ItemDraft | undefined;
}

export interface CaseDraft {
  readonly parse: LetterParse;
  /** The facts of the case; its summary and items are kept apart. */
  facts: Omit<ParsedCase, 'summary' | 'items'>;
  /** Of the facts. */
  places: Place[];
  /** The diagnoses and medications that the letter lists. */
  listed: Pick<ClinicalFacts, 'diagnoses' | 'medications'>;
  summary: Span;
  items: ItemDraft[];
  sections: SectionDraft[];
  /** On the case itself. */
  marks: DraftMark[];
}

const itemPath = /^items\.(\d+)\.(.+)$/;

/** A draft that holds what `parse` does. */
export function toDraft(parse: LetterParse): CaseDraft {
  const { summary, items, ...facts } = parse.case;
  const drafts = items.map((item, index) => draftOf(item, placesOf(parse, index)));
  return {
    parse,
    facts,
    places: parse.places.filter(({ path }) => !itemPath.test(path)),
    listed: { diagnoses: parse.facts.diagnoses, medications: parse.facts.medications },
    summary: { start: summary.start, end: summary.end },
    items: drafts,
    sections: parse.sections.map(({ kind, ordinal, start, end }) => ({
      kind,
      start,
      end,
      item: ordinal === undefined ? undefined : drafts[ordinal - 1],
    })),
    marks: [],
  };
}

/** A copy that can be changed without changing `draft`; sections of the copy refer to items of the copy. */
export function copyOf({ parse, ...draft }: CaseDraft): CaseDraft {
  return { parse, ...structuredClone(draft) };
}

function placesOf({ places }: LetterParse, index: number): (Span & { name: string })[] {
  return places.flatMap(({ path, start, end }) => {
    const [, number, name] = itemPath.exec(path) ?? [];
    return name !== undefined && Number(number) === index ? [{ name, start, end }] : [];
  });
}

function draftOf(item: Item, places: readonly (Span & { readonly name: string })[]): ItemDraft {
  const titlePlace = places.find(({ name }) => name === 'title');
  const decisionPlace = places.find(({ name }) => name === 'decision');
  return {
    title: item.title,
    titlePlace,
    decision: item.decision,
    decisionText: item.decisionText,
    decisionPlace,
    parts: {
      claimsAdministrator: spanOf(item.claimsAdministrator),
      reviewer: spanOf(item.reviewer),
      rationale: spanOf(item.rationale),
    },
    otherPlaces: places.filter((place) => place !== titlePlace && place !== decisionPlace),
    marks: [],
    parsed: item,
    changed: false,
  };
}

/** The parse that a draft has become, and the values in it that were corrected. */
export function fromDraft(draft: CaseDraft): { parse: LetterParse; corrected: CorrectedValue[] } {
  const { parse, facts, items } = draft;
  const { readingText } = parse;
  const sections = draft.sections
    .toSorted((a, b) => a.start - b.start)
    .map(({ kind, start, end, item }) => ({ kind, start, end, ...(item && { ordinal: items.indexOf(item) + 1 }) }));
  const unassigned = unassignedText(readingText, sections);
  return {
    parse: {
      ...parse,
      case: {
        ...facts,
        summary: { text: readingText.slice(draft.summary.start, draft.summary.end), ...draft.summary },
        items: items.map((item, index) => itemOf(parse, item, index + 1)),
      },
      unassigned,
      sections,
      places: [...draft.places, ...items.flatMap(placesIn)],
      diagnostics: draftDiagnostics(draft, unassigned),
      facts: { ...draft.listed, items: items.flatMap((item, index) => factsOf(readingText, item, index + 1)) },
    },
    corrected: [
      ...draft.marks.map(({ name, ...mark }) => ({ path: name, ...mark })),
      ...items.flatMap(({ marks }, index) =>
        marks.map(({ name, ...mark }) => ({
          path: name === '' ? `items.${index}` : `items.${index}.${name}`,
          ...mark,
        })),
      ),
    ],
  };
}

function placesIn({ titlePlace, decisionPlace, otherPlaces }: ItemDraft, index: number): Place[] {
  const place = (name: string, span: Span | undefined): Place[] =>
    span ? [{ path: `items.${index}.${name}`, ...spanOf(span) }] : [];
  return [
    ...place('title', titlePlace),
    ...place('decision', decisionPlace),
    ...otherPlaces.flatMap(({ name, ...span }) => place(name, span)),
  ];
}

function itemOf(
  parse: LetterParse,
  { title, decision, decisionText, parts, parsed }: ItemDraft,
  ordinal: number,
): Item {
  const { readingText } = parse;
  const statement = (part: 'claimsAdministrator' | 'reviewer'): GuidelineStatement => {
    const span = parts[part];
    const before = parsed?.[part];
    if (before?.start === span.start && before.end === span.end) return before;
    // The sentences of the issues layout name their sources outright; those of the others say more around them.
    if (parse.layout !== 'issues') return guidelineStatement(readingText, span);
    const text = { text: readingText.slice(span.start, span.end), ...span };
    return { ...text, citations: parseCitations(readingText, text) };
  };
  return {
    ordinal,
    title,
    decision,
    decisionText,
    claimsAdministrator: statement('claimsAdministrator'),
    reviewer: statement('reviewer'),
    rationale: { text: readingText.slice(parts.rationale.start, parts.rationale.end), ...parts.rationale },
  };
}

/** What the title of an item says of it, and the category that a reviewer gave it. */
function factsOf(readingText: string, { titlePlace, category }: ItemDraft, ordinal: number): ItemFacts[] {
  if (!titlePlace) return [];
  const { category: read, ...facts } = itemFacts(readingText, ordinal, titlePlace);
  if (category === undefined) return [{ ...facts, ...(read && { category: read }) }];
  const text = readingText.slice(titlePlace.start, titlePlace.end);
  return [{ ...facts, ...(category && { category: { ...spanOf(titlePlace), text, value: category } }) }];
}

export const spanOf = ({ start, end }: Span): Span => ({ start, end });
export const isEmpty = ({ start, end }: Span): boolean => start === end;
