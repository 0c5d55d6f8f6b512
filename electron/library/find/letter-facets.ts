/** By what letters are filtered and counted, taken from their parse with the corrections applied. */
import { decisionWords } from '../../../shared/corrections/describe-change.ts';
import { bodyPartName, categoryNames } from '../../../shared/model/clinical-names.ts';
import type { LetterParse, ParsedCase } from '../../../shared/model/letter-parse.ts';
import type { SearchField } from '../../../shared/search/search-fields.ts';
import { citedChapter, citedPages } from './cited-places.ts';

/** One value that a letter has of a field. */
export interface LetterFacet {
  readonly field: SearchField;
  /** In small letters, as it is typed. */
  readonly value: string;
  /** As it is read. */
  readonly label: string;
}

/** Each value once. */
export function facetsOf({ case: parsed, facts }: LetterParse): LetterFacet[] {
  const found = new Map<string, LetterFacet>();
  const add = (field: SearchField, value: string, label: string): void => {
    const facet = { field, value: value.toLowerCase().trim(), label };
    if (facet.value !== '') found.set(`${field}:${facet.value}`, facet);
  };
  for (const { decision, claimsAdministrator, reviewer } of parsed.items) {
    add('decision', decision, capitalised(decisionWords[decision]));
    for (const citation of [...claimsAdministrator.citations, ...reviewer.citations]) {
      add('guideline', citation.source, citation.source === 'OTHER' ? 'Other' : citation.source);
      const chapter = citedChapter(citation);
      if (chapter) add('chapter', chapter.value, chapter.label);
      for (const page of citedPages(citation)) add('page', page.value, page.label);
    }
  }
  for (const { category, bodyParts } of facts.items) {
    if (category) add('category', category.value, categoryNames[category.value]);
    for (const { part, side } of bodyParts) {
      add('body', part, bodyPartName(part, undefined));
      if (side) add('body', `${side} ${part.replaceAll('-', ' ')}`, bodyPartName(part, side));
    }
  }
  for (const specialty of parsed.reviewer.certifications) add('specialty', specialty, specialty);
  for (const state of parsed.reviewer.licensedIn) add('state', state, state);
  return [...found.values()];
}

/** The year that a case belongs to: that of its decision, or of what is known before it; `undefined` when none is. */
export function yearOf({ dates, number }: ParsedCase): string | undefined {
  const date = dates.decision ?? dates.received ?? dates.assigned;
  if (date !== undefined) return date.slice(0, 4);
  // Case numbers begin with the year of the application: CM14-0012345.
  const filed = /^CM\s?(\d{2})/i.exec(number ?? '')?.[1];
  return filed === undefined ? undefined : `20${filed}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
