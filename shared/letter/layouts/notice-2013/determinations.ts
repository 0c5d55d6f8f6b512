import type { Span } from '../../../model/span.ts';
import { findingSubject, type Necessity, necessities } from '../necessity.ts';

/** "1) MAXIMUS Federal Services, Inc. has determined the request for X is (not) medically necessary and appropriate." */
export interface Determination extends Span {
  /** As printed before it, if a number is. */
  readonly number?: number;
  readonly title: Span;
  readonly finding: Necessity;
}

/** What is known of one item from all lists that name it. */
export interface DeterminedItem {
  readonly first: Determination;
  readonly repeated: readonly Determination[];
}

const opening =
  /(?:(?<![\p{L}\d])\(?(\d{1,2})\s?[).:]\s{0,3})?(?<![\p{L}\d])MAXIMUS\s{1,3}(?:Federal\s{1,3}Services,?\s{1,3})?(?:Inc\.?,?\s{1,3})?(?:has\s{1,3})?determined\s{1,3}(?:that\s{1,3})?/giu;
const request =
  /^(?:the\s{1,3})?(?:(?:retrospective|prospective|concurrent)\s{1,3})?request(?:s|ed)?\s{1,3}(?:(?:for|of)\s{1,3})?/i;
/** The longest determination that is looked for, in code units: it keeps the search linear. */
const longest = 1500;

/** The determinations a letter prints, in order. */
export function determinations(readingText: string): Determination[] {
  const openings = [...readingText.matchAll(opening)];
  return openings.flatMap((match, index) => {
    const from = match.index + match[0].length;
    const end = Math.min(from + longest, openings[index + 1]?.index ?? readingText.length);
    const finding = necessities(readingText, from, end)[0];
    if (!finding) return [];
    const lead = request.exec(readingText.slice(from, from + 60))?.[0].length ?? 0;
    const title = findingSubject(readingText, Math.min(from + lead, finding.start), finding.start);
    return [
      {
        ...(match[1] !== undefined && { number: Number(match[1]) }),
        title,
        finding,
        start: match.index,
        end: sentenceEnd(readingText, finding.end),
      },
    ];
  });
}

function sentenceEnd(readingText: string, offset: number): number {
  const rest = /^[^.\n]{0,200}\./.exec(readingText.slice(offset, offset + 201));
  return rest ? offset + rest[0].length : offset;
}

/**
 * The items that the lists name. The list is printed twice, with small differences: the second list starts where the
 * numbers start again, at the first title said again, or at `secondList`. Its entries belong to those of the first with
 * the same number, without numbers to those with the same title or, in lists of one length, in the same place.
 */
export function determinedItems(
  readingText: string,
  all: readonly Determination[],
  secondList: number | undefined,
): DeterminedItem[] {
  const keys = new Map(all.map((entry) => [entry, titleKey(readingText.slice(entry.title.start, entry.title.end))]));
  const [firstList = [], ...others] = lists(all, keys, secondList);
  const items = firstList.map((first) => ({ first, repeated: [] as Determination[] }));
  const byNumber = new Map(items.map((item) => [item.first.number, item]));
  const byTitle = new Map(items.map((item) => [keys.get(item.first), item]));
  for (const list of others) {
    for (const [index, entry] of list.entries()) {
      const same =
        (entry.number === undefined ? undefined : byNumber.get(entry.number)) ??
        byTitle.get(keys.get(entry)) ??
        (list.length === firstList.length ? items[index] : undefined);
      if (same) same.repeated.push(entry);
      else items.push({ first: entry, repeated: [] });
    }
  }
  return items;
}

function lists(
  all: readonly Determination[],
  keys: ReadonlyMap<Determination, string>,
  secondList: number | undefined,
): Determination[][] {
  const found: Determination[][] = [];
  let seen = new Set<string | undefined>();
  let cut = secondList;
  for (const entry of all) {
    const last = found.at(-1)?.at(-1);
    const again =
      entry.number !== undefined && last?.number !== undefined
        ? entry.number <= last.number
        : seen.has(keys.get(entry));
    const afterCut = cut !== undefined && entry.start >= cut;
    if (!last || again || afterCut) {
      found.push([]);
      seen = new Set();
    }
    if (afterCut) cut = undefined;
    seen.add(keys.get(entry));
    found.at(-1)?.push(entry);
  }
  return found;
}

/** A title without what two printings of it may differ in. */
export const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^(?:an?|the)\s+/, '')
    .replace(/[^\p{L}\d]+/gu, '');
