import { completeness } from '../../shared/letter/completeness.ts';
import type { Decision, Layout, LetterParse } from '../../shared/model/letter-parse.ts';
import { itemTerms } from './find/item-terms.ts';
import { facetsOf, type LetterFacet, yearOf } from './find/letter-facets.ts';
import { sortName } from './sort-name.ts';

/** What the list, the filters and the statistics know of a letter. */
export interface LetterEntry {
  readonly layout: Layout;
  readonly caseNumber: string | null;
  readonly age: number | null;
  readonly sex: 'female' | 'male' | null;
  /** yyyy-mm-dd */
  readonly injuryDate: string | null;
  readonly completeness: number;
  readonly year: string | null;
  readonly sortTitle: string;
  readonly items: readonly EnteredItem[];
  readonly facets: readonly LetterFacet[];
}

interface EnteredItem {
  readonly ordinal: number;
  readonly title: string;
  readonly decision: Decision;
  readonly terms: string;
}

/** Takes what is entered of a letter from its parse with the corrections applied. */
export function entryOf(parse: LetterParse): LetterEntry {
  const { number, dates, patient, items } = parse.case;
  return {
    layout: parse.layout,
    caseNumber: number ?? null,
    age: patient.age ?? null,
    sex: patient.sex ?? null,
    injuryDate: dates.injury ?? null,
    completeness: completeness(parse),
    year: yearOf(parse.case) ?? null,
    sortTitle: sortName(items[0]?.title ?? ''),
    items: items.map((item) => ({
      ordinal: item.ordinal,
      title: item.title,
      decision: item.decision,
      terms: itemTerms(item, parse.facts).join(' '),
    })),
    facets: facetsOf(parse),
  };
}
