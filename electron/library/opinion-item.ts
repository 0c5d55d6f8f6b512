import { itemAt, itemTarget } from '../../shared/corrections/item-target.ts';
import type { Target } from '../../shared/model/annotation.ts';
import type { Change } from '../../shared/model/correction.ts';
import type { LetterParse } from '../../shared/model/letter-parse.ts';
import type { ReadDatabase } from './database.ts';
import { readParse } from './letter-content.ts';

/** The item that an opinion is for: its ordinal while there is one, and its place in the letter where it has one. */
export interface OpinionItem {
  readonly ordinal?: number | undefined;
  readonly target?: Target | undefined;
}

/**
 * The item that the writer of an opinion knew by `ordinal` and `itemTitle`, in the corrected `parse` of the letter.
 * Where items have got other ordinals or titles since, or the item is gone, it is known by the place where it had that
 * title: never by its ordinal alone, at which another item may stand now. Undefined when no item ever had the title.
 */
export function opinionItem(
  db: ReadDatabase,
  letterId: number,
  parse: LetterParse,
  { ordinal, itemTitle }: { readonly ordinal: number; readonly itemTitle: string },
): OpinionItem | undefined {
  const now = titled(parse, ordinal, itemTitle);
  if (now !== undefined) return { ordinal: now, target: itemTarget(parse, now) };
  const parsed = readParse(db, letterId);
  const before = titled(parsed, ordinal, itemTitle);
  const target = (before !== undefined && itemTarget(parsed, before)) || titledByCorrection(db, letterId, itemTitle);
  return target && { ordinal: itemNamedBy(target, parse), target };
}

/** None when the words of the target are no longer at its place: whatever stands there now is another item. */
export function itemNamedBy({ start, end, quote }: Target, parse: LetterParse): number | undefined {
  return parse.readingText.slice(start, end) === quote.exact ? itemAt(parse, { start, end }) : undefined;
}

/** The item of that title: the one at `ordinal`, or the only one. */
function titled({ case: { items } }: LetterParse, ordinal: number, title: string): number | undefined {
  if (items[ordinal - 1]?.title === title) return ordinal;
  const [only, ...others] = items.filter((item) => item.title === title);
  return others.length === 0 ? only?.ordinal : undefined;
}

/** The place of the item that a correction gave this title, also when that was taken back or done over. */
function titledByCorrection(db: ReadDatabase, letterId: number, title: string): Target | undefined {
  const changes = db
    .prepare<[number], string>('SELECT change FROM correction WHERE letter_id = ? ORDER BY row DESC')
    .pluck()
    .all(letterId);
  for (const stored of changes) {
    const change: Change = JSON.parse(stored);
    if (change.kind === 'set-title' && change.title === title) return change.item;
    if (change.kind === 'add-item' && title !== '' && change.title.quote.exact.includes(title)) return change.title;
  }
  return undefined;
}
