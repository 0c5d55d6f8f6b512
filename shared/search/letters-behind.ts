/** From a figure of the statistics to the letters that it counts. */
import type { Decision } from '../model/letter-parse.ts';
import type { Verdict } from '../model/second-opinion.ts';
import type { ItemGrouping } from '../model/statistics.ts';
import { citedBy } from './item-terms.ts';
import { narrowedBy } from './search-query.ts';

/** Items of a group, those of one decision or all. */
export function lettersOfGroup(query: string, by: ItemGrouping, value: string, decision?: Decision): string {
  const decided = decision === undefined ? [] : [decision];
  const ofItem = (term: string): string => narrowedBy(query, 'item', [term, ...decided].join(' '));
  switch (by) {
    case 'category':
      return ofItem(value);
    case 'reviewer-source':
      return ofItem(citedBy('reviewer', value));
    case 'administrator-source':
      return ofItem(citedBy('administrator', value));
    case 'specialty':
    case 'state':
    case 'year':
      return lettersOfDecision(narrowedBy(query, by, value), decision);
  }
}

/** Items of one decision; every letter without one. */
export const lettersOfDecision = (query: string, decision: Decision | undefined): string =>
  decision === undefined ? query : narrowedBy(query, 'item', decision);

/** Letters with that many items. */
export const lettersOfItemCount = (query: string, items: number): string => narrowedBy(query, 'items', String(items));

/** Letters that cite a chapter or page. */
export const lettersOfPlace = (query: string, field: 'chapter' | 'page', value: string): string =>
  narrowedBy(query, field, value);

/** Letters with a second opinion, of that verdict or any, on an item that was decided so. */
export const lettersOfOpinion = (query: string, decision: Decision, verdict: Verdict | undefined): string =>
  narrowedBy(query, 'opinion', `${verdict ?? 'any'} ${decision}`);
