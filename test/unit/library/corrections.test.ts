import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { itemTarget } from '../../../shared/corrections/item-target.ts';
import type { Change } from '../../../shared/model/correction.ts';
import type { CaseView } from '../../../shared/model/letter.ts';
import { realLetter, seedText } from './real-letter.ts';
import { codeOf, testLibrary } from './test-library.ts';

function libraryWithLetter() {
  const library = testLibrary();
  const letterId = library.addLetters([realLetter(seedText('001'))])[0]?.letterId ?? 0;
  const view = library.openCase(letterId);
  const correct = (change: Change, id = randomUUID()) =>
    library.addCorrection({ id, letterId, change, author: 'Dr. Reviewer' });
  const opinion = (ordinal: number, reason: string, now: CaseView) =>
    library.saveSecondOpinion({
      letterId,
      ordinal,
      itemTitle: now.parse.case.items[ordinal - 1]?.title ?? '',
      verdict: 'agree',
      reason,
      author: 'Dr. Reviewer',
    });
  return { ...library, letterId, view, correct, opinion };
}

function itemOf({ parse }: CaseView, ordinal: number) {
  const target = itemTarget(parse, ordinal);
  if (!target) throw new Error(`There is no item ${ordinal}.`);
  return target;
}

const titlesIn = (view: CaseView) => view.parse.case.items.map(({ title }) => title);

describe('a correction', () => {
  test('is kept beside the parse, and shows in the case, the list and the search', () => {
    const library = libraryWithLetter();
    const item = itemOf(library.view, 3);
    const id = randomUUID();
    const view = library.correct({ kind: 'set-title', item, title: 'Zyrgomatic sedation' }, id);
    library.correct({ kind: 'set-decision', item, decision: 'overturned' });
    library.correct({ kind: 'set-fact', set: { fact: 'patient.age', value: 44 } });
    expect(view.corrections).toMatchObject([{ id, author: 'Dr. Reviewer', change: { title: 'Zyrgomatic sedation' } }]);
    expect(view.letter.status).toBe('in-progress');

    const [row] = library.listLetters({ query: 'zyrgomatic', limit: 5 }).rows;
    expect(row).toMatchObject({ id: library.letterId, age: 44 });
    expect(row?.items[2]).toEqual({ title: 'Zyrgomatic sedation', decision: 'overturned' });
    library.close();
    const again = testLibrary(library.folder).openCase(library.letterId);
    expect(again.parse.case.items[2]).toMatchObject({ title: 'Zyrgomatic sedation', decision: 'overturned' });
    expect(again.corrected.map(({ path }) => path)).toEqual(['patient.age', 'items.2.title', 'items.2.decision']);
  });

  test('is taken back and made again', () => {
    const library = libraryWithLetter();
    const id = randomUUID();
    const corrected = library.correct({ kind: 'remove-item', item: itemOf(library.view, 2) }, id);
    expect(titlesIn(corrected)).toHaveLength(2);
    expect(corrected.letter.completeness).toBeLessThan(1);

    const back = library.removeCorrection(id);
    expect(back).toMatchObject({ parse: library.view.parse, corrections: [], corrected: [] });
    expect(library.removeCorrection(id).corrections).toEqual([]);
    expect(back.letter).toMatchObject({ completeness: 1, items: library.view.letter.items });
    expect(library.restoreCorrection(id).parse).toEqual(corrected.parse);
  });

  test('happens once, however often it is asked for', () => {
    const library = libraryWithLetter();
    const id = randomUUID();
    const change: Change = { kind: 'remove-item', item: itemOf(library.view, 2) };
    library.correct(change, id);
    expect(titlesIn(library.correct(change, id))).toHaveLength(2);
  });

  test('that cannot be made is refused with the reason, and leaves nothing behind', () => {
    const library = libraryWithLetter();
    const refuse = () => library.correct({ kind: 'merge-item', item: itemOf(library.view, 1) });
    expect(refuse).toThrow('There is no item before it.');
    expect(codeOf(refuse)).toBe('invalid-input');
    expect(library.openCase(library.letterId)).toMatchObject({ corrections: [], letter: { status: 'new' } });
    expect(codeOf(() => library.removeCorrection(randomUUID()))).toBe('no-such-correction');
  });

  test('whose ground is taken away is kept, and says why it has no effect', () => {
    const library = libraryWithLetter();
    const added = randomUUID();
    const words = library.view.parse.readingText.indexOf('Therefore, the derivative');
    const exact = 'Therefore, the derivative';
    const title = {
      start: words,
      end: words + exact.length,
      quote: { exact, prefix: '', suffix: '' },
    };
    const split = library.correct({ kind: 'add-item', title }, added);
    library.opinion(3, 'on the split', split);
    library.correct({ kind: 'set-decision', item: itemOf(split, 3), decision: 'overturned' });
    const view = library.removeCorrection(added);
    expect(view.corrections).toMatchObject([
      { change: { kind: 'set-decision' }, unapplied: 'The item it was made on is no longer there.' },
    ]);
    // Neither goes to the item whose text the words are again.
    expect(view.parse).toEqual(library.view.parse);
    expect(view.secondOpinions).toMatchObject([{ reason: 'on the split' }]);
    expect(view.secondOpinions[0]).not.toHaveProperty('ordinal');
    expect(library.restoreCorrection(added).secondOpinions).toMatchObject([{ ordinal: 3 }]);
  });
});

describe('second opinions', () => {
  test('stay with their item when items get other ordinals', () => {
    const library = libraryWithLetter();
    library.opinion(1, 'on the block', library.view);
    library.opinion(3, 'on sedation', library.view);
    const id = randomUUID();
    const without = library.correct({ kind: 'remove-item', item: itemOf(library.view, 1) }, id);
    expect(without.secondOpinions.map(({ ordinal, reason }) => [ordinal, reason])).toEqual([
      [2, 'on sedation'],
      [undefined, 'on the block'],
    ]);
    library.opinion(2, 'on sedation, again', without);
    expect(library.removeCorrection(id).secondOpinions.map(({ ordinal, reason }) => [ordinal, reason])).toEqual([
      [1, 'on the block'],
      [3, 'on sedation, again'],
    ]);
  });

  test('on an item that turned out to be none are kept', () => {
    const library = libraryWithLetter();
    library.opinion(1, 'older', library.view);
    library.opinion(2, 'newer', library.view);
    const { secondOpinions } = library.correct({ kind: 'merge-item', item: itemOf(library.view, 2) });
    expect(secondOpinions.map(({ ordinal, reason }) => [ordinal, reason])).toEqual([
      [1, 'older'],
      [undefined, 'newer'],
    ]);
  });

  test('on an item that was removed meanwhile stay off the item that took its ordinal', () => {
    const library = libraryWithLetter();
    library.opinion(2, 'on fluoroscopy', library.view);
    library.opinion(3, 'on sedation', library.view);
    library.correct({ kind: 'remove-item', item: itemOf(library.view, 2) });
    expect(library.opinion(2, 'last words on fluoroscopy', library.view)).not.toHaveProperty('ordinal');
    const { secondOpinions } = library.openCase(library.letterId);
    expect(secondOpinions.map(({ ordinal, reason }) => [ordinal, reason])).toEqual([
      [2, 'on sedation'],
      [undefined, 'last words on fluoroscopy'],
    ]);
  });

  test('find an item that has got another title meanwhile', () => {
    const library = libraryWithLetter();
    const item = itemOf(library.view, 3);
    const once = library.correct({ kind: 'set-title', item, title: 'Sedation' });
    library.correct({ kind: 'set-title', item, title: 'Conscious sedation' });
    expect(library.opinion(3, 'as printed', library.view)).toMatchObject({ ordinal: 3 });
    expect(library.opinion(3, 'as first corrected', once)).toMatchObject({ ordinal: 3 });
    expect(library.openCase(library.letterId).secondOpinions).toMatchObject([{ reason: 'as first corrected' }]);
  });

  test('go by the title where their writer knew another ordinal', () => {
    const library = libraryWithLetter();
    library.correct({ kind: 'remove-item', item: itemOf(library.view, 1) });
    expect(library.opinion(3, 'written before', library.view)).toMatchObject({ ordinal: 2 });
  });
});
