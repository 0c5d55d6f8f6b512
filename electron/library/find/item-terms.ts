import type { ClinicalFacts } from '../../../shared/model/clinical-facts.ts';
import type { Citation, Item } from '../../../shared/model/letter-parse.ts';
import { citedBy } from '../../../shared/search/item-terms.ts';

/**
 * What can be asked of one item with `item:"surgery overturned"`: its decision, its category, and the sources that
 * each party cited. Each once.
 */
export function itemTerms(item: Item, { items }: ClinicalFacts): string[] {
  const category = items.find(({ ordinal }) => ordinal === item.ordinal)?.category?.value;
  const sources = (citations: readonly Citation[]): Set<string> => new Set(citations.map(({ source }) => source));
  return [
    item.decision,
    ...(category === undefined ? [] : [category]),
    ...[...sources(item.claimsAdministrator.citations)].map((source) => citedBy('administrator', source)),
    ...[...sources(item.reviewer.citations)].map((source) => citedBy('reviewer', source)),
  ];
}
