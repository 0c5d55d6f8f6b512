import type { Target } from '../../shared/model/annotation.ts';
import type { Change } from '../../shared/model/correction.ts';
import type { ReparseRow } from '../../shared/model/reparse-report.ts';
import { moveTarget, type Reading } from '../../shared/reparse/move-target.ts';
import { parseDifferences } from '../../shared/reparse/parse-differences.ts';
import { FailureError } from '../../shared/result.ts';
import { type Corrected, correctedParse } from './corrected-parse.ts';
import { inTransaction, type WriteDatabase } from './database.ts';
import { insertContent, readContent } from './letter-content.ts';
import { reenterLetter, reenterUnreadable } from './letter-index.ts';
import { getLetter } from './letters.ts';
import type { LetterContent } from './packed-content.ts';
import { tieToItems } from './second-opinions.ts';

interface Before {
  readonly reading: Reading;
  readonly corrected: Corrected;
}

/**
 * Puts what a newer parser reads in a letter in the place of what an earlier one read, in one transaction. Notes,
 * corrections and second opinions go where their words now stand; a note whose words have no sure place is kept as
 * an orphan. @throws FailureError `no-such-letter`
 */
export function replaceParse(db: WriteDatabase, letterId: number, content: LetterContent): ReparseRow {
  return inTransaction(db, () => {
    const { fileName } = getLetter(db, letterId);
    const before = readBefore(db, letterId);
    if (before) tieToItems(db, letterId, before.corrected.parse);
    const after: Reading = { ...content, readingText: content.parse.readingText };
    const annotations = moveAnnotations(db, letterId, before?.reading, after);
    moveItemTargets(db, letterId, before?.reading, after);
    moveChanges(db, letterId, before?.reading, after);
    const now = correctedParse(db, letterId, content.parse);
    const reenter = before ? reenterLetter : reenterUnreadable;
    reenter(db, letterId, now.parse, () => insertContent(db, letterId, content));
    db.prepare('UPDATE letter SET parser_version = ? WHERE id = ?').run(content.parserVersion, letterId);
    const changes = before
      ? [...parseDifferences(before.corrected.parse, now.parse), ...correctionDifferences(before.corrected, now)]
      : ['The stored text had changed on the disk; the letter was read anew from its original file.'];
    return changes.length === 0 && annotations.moved + annotations.lost === 0
      ? { outcome: 'unchanged', letterId, fileName }
      : { outcome: 'changed', letterId, fileName, changes, annotations };
  });
}

/** Undefined for a stored text that is no longer what was stored: there is nothing in it to be relied on. */
function readBefore(db: WriteDatabase, letterId: number): Before | undefined {
  try {
    const { parse, ...content } = readContent(db, letterId);
    return {
      reading: { ...content, readingText: parse.readingText },
      corrected: correctedParse(db, letterId, parse),
    };
  } catch (thrown) {
    if (thrown instanceof FailureError && thrown.code === 'library-damaged') return undefined;
    throw thrown;
  }
}

/** Deleted annotations move as well: a deletion may still be undone. */
function moveAnnotations(db: WriteDatabase, letterId: number, before: Reading | undefined, after: Reading) {
  const moved = { moved: 0, lost: 0 };
  const stored = db
    .prepare<[number], { row: number; start: number; end: number; quote: string; anchored: 0 | 1; live: 0 | 1 }>(
      `SELECT row, span_start AS start, span_end AS end, quote, anchored, deleted_at IS NULL AS live
       FROM annotation WHERE letter_id = ?`,
    )
    .all(letterId);
  const update = db.prepare(
    'UPDATE annotation SET span_start = @start, span_end = @end, quote = @quote, anchored = 1 WHERE row = @row',
  );
  for (const { row, quote, anchored, live, ...span } of stored) {
    const target: Target = { ...span, quote: JSON.parse(quote) };
    // The place of an orphan is one in a text that is long gone.
    const found = moveTarget(target, anchored ? before : undefined, after);
    if (found) update.run({ row, start: found.start, end: found.end, quote: JSON.stringify(found.quote) });
    else db.prepare('UPDATE annotation SET anchored = 0 WHERE row = ?').run(row);
    if (!live) continue;
    if (!found && anchored) moved.lost += 1;
    if (found && (!anchored || found.start !== span.start || found.end !== span.end)) moved.moved += 1;
  }
  return moved;
}

/** One whose words are gone stays as it was: its item is found no more, and it is shown without one. */
function moveItemTargets(db: WriteDatabase, letterId: number, before: Reading | undefined, after: Reading): void {
  const stored = db
    .prepare<[number], { row: number; target: string }>(
      'SELECT row, target FROM second_opinion WHERE letter_id = ? AND target IS NOT NULL',
    )
    .all(letterId);
  for (const { row, target } of stored) {
    const found = moveTarget(JSON.parse(target), before, after);
    if (found) db.prepare('UPDATE second_opinion SET target = ? WHERE row = ?').run(JSON.stringify(found), row);
  }
}

function moveChanges(db: WriteDatabase, letterId: number, before: Reading | undefined, after: Reading): void {
  const stored = db
    .prepare<[number], { row: number; change: string }>('SELECT row, change FROM correction WHERE letter_id = ?')
    .all(letterId);
  const move = (target: Target): Target => moveTarget(target, before, after) ?? target;
  for (const { row, change } of stored) {
    const moved = JSON.stringify(movedChange(JSON.parse(change), move));
    if (moved !== change) db.prepare('UPDATE correction SET change = ? WHERE row = ?').run(moved, row);
  }
}

function movedChange(change: Change, move: (target: Target) => Target): Change {
  if (change.kind === 'set-fact') return change;
  if (change.kind === 'add-item') return { ...change, title: move(change.title) };
  if (change.kind !== 'assign-text') return { ...change, item: move(change.item) };
  const { to } = change;
  return { ...change, text: move(change.text), to: 'item' in to ? { ...to, item: move(to.item) } : to };
}

/** What became of the corrections, where it is otherwise than before. */
function correctionDifferences(before: Corrected, after: Corrected): string[] {
  const reasons = new Map(before.corrections.map(({ id, unapplied }) => [id, unapplied]));
  return after.corrections.flatMap(({ id, unapplied }) => {
    const was = reasons.get(id);
    if ((was === undefined) === (unapplied === undefined)) return [];
    return unapplied === undefined
      ? ['A correction that could not be applied can be applied again.']
      : [`A correction is kept but can no longer be applied: ${unapplied}`];
  });
}
