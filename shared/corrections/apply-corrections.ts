/**
 * Corrections over a parse: applied one after the other, in the order they were made, to the parse as it is now. One
 * that no longer fits, since a later parser reads the letter otherwise, is left out and says why; it stays stored.
 */
import { anchorTarget } from '../anchoring/anchor-target.ts';
import type { Target } from '../model/annotation.ts';
import type { Change, CorrectedValue } from '../model/correction.ts';
import type { LetterParse } from '../model/letter-parse.ts';
import type { Span } from '../model/span.ts';
import { assertNever } from '../result.ts';
import { addItem } from './add-item.ts';
import { assignText } from './assign-text.ts';
import { type CaseDraft, copyOf, fromDraft, type ItemDraft, toDraft } from './case-draft.ts';
import { itemAtPlace, mergeItem, removeItem, setCategory, setDecision, setTitle } from './change-item.ts';
import { Inapplicable } from './inapplicable.ts';
import { setFact } from './set-fact.ts';

export interface CorrectedParse {
  readonly parse: LetterParse;
  readonly corrected: readonly CorrectedValue[];
  /** Why corrections were left out, by their ids. */
  readonly unapplied: ReadonlyMap<string, string>;
}

/** The parse with the corrections in it; never throws. Without any it is the parse itself. */
export function applyCorrections(
  parse: LetterParse,
  corrections: readonly { readonly id: string; readonly change: Change }[],
): CorrectedParse {
  const unapplied = new Map<string, string>();
  if (corrections.length === 0) return { parse, corrected: [], unapplied };
  let draft = toDraft(parse);
  for (const { id, change } of corrections) {
    // A change may find out half-way that it cannot be made.
    const next = copyOf(draft);
    try {
      apply(next, change, id);
      draft = next;
    } catch (thrown) {
      if (!(thrown instanceof Inapplicable)) throw thrown;
      unapplied.set(id, thrown.message);
    }
  }
  return { ...fromDraft(draft), unapplied };
}

function apply(draft: CaseDraft, change: Change, id: string): void {
  const { readingText } = draft.parse;
  const place = (target: Target): Span => placeOf(readingText, target);
  const item = (target: Target): ItemDraft => itemAtPlace(draft, place(target));
  switch (change.kind) {
    case 'set-decision':
      setDecision(item(change.item), change.decision, id);
      break;
    case 'set-category':
      setCategory(draft, item(change.item), change.category, id);
      break;
    case 'set-title':
      setTitle(readingText, item(change.item), change.title, id);
      break;
    case 'add-item':
      addItem(draft, place(change.title), id);
      break;
    case 'merge-item':
      mergeItem(draft, item(change.item), id);
      break;
    case 'remove-item':
      removeItem(draft, item(change.item));
      break;
    case 'assign-text': {
      const { to } = change;
      assignText(draft, place(change.text), 'item' in to ? { part: to.part, item: item(to.item) } : to, id);
      break;
    }
    case 'set-fact':
      setFact(draft, change.set, id);
      break;
    default:
      assertNever(change);
  }
}

function placeOf(readingText: string, target: Target): Span {
  const anchor = anchorTarget(readingText, target);
  if (anchor.kind === 'orphan') {
    throw new Inapplicable('The words it was made on are no longer in the letter, or are there more than once.');
  }
  return { start: anchor.start, end: anchor.end };
}
