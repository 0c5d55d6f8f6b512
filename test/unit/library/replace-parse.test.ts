import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type LetterContent, packContent } from '../../../electron/library/packed-content.ts';
import { describeTarget } from '../../../shared/anchoring/describe-target.ts';
import { itemTarget } from '../../../shared/corrections/item-target.ts';
import { inspectLibrary } from '../../torture/inspect-library.ts';
import { contentOf, realLetter, seedText } from './real-letter.ts';
import { testLibrary } from './test-library.ts';

const source = seedText('001');
const now = contentOf(source);

/** What a parser that knew no layout would have stored: the source text as it is, all of it unassigned. */
const crude: LetterContent = {
  ...now,
  parserVersion: 0,
  parse: {
    ...contentOf('').parse,
    readingText: source,
    unassigned: [{ start: 0, end: source.length, text: source }],
  },
  sourceMap: [{ reading: 0, source: 0, length: source.length }],
};

function libraryWith(content: LetterContent) {
  const library = testLibrary();
  const letterId = library.addLetters([realLetter(source, content)])[0]?.letterId ?? 0;
  const annotate = (start: number, end: number) =>
    library.createAnnotation({
      id: randomUUID(),
      letterId,
      target: describeTarget(content.parse.readingText, { start, end }),
      note: `note ${start}`,
      tags: [],
      author: 'Dr. Reviewer',
    });
  const replace = (next = now) => library.replaceParse(letterId, packContent(next));
  return { ...library, letterId, annotate, replace };
}

describe('a letter that is read again', () => {
  test('keeps a note on a phrase printed often apart, where all behind it reads as before', () => {
    const often = `Start.\n\n${'The request is not medically necessary and appropriate.\n\n'.repeat(5)}`;
    const library = libraryWith(contentOf(often));
    const words = 'request is not';
    const third = [...often.matchAll(/request is not/g)][2]?.index ?? 0;
    const { id } = library.annotate(third, third + words.length);
    const head = 'Another start.\n\n';
    expect(library.replace(contentOf(head + often))).toMatchObject({ annotations: { moved: 1, lost: 0 } });
    const { annotations, parse } = library.openCase(library.letterId);
    expect(annotations).toMatchObject([{ id, target: { start: parse.readingText.indexOf(often.trim()) + third } }]);
  });

  test('does not guess among phrases that stand between changes', () => {
    const often = 'The request is not medically necessary and appropriate.\n\n'.repeat(5);
    const library = libraryWith(contentOf(`Start.\n\n${often}End.`));
    const third = [...often.matchAll(/request is not/g)][2]?.index ?? 0;
    library.annotate(third + 8, third + 8 + 'request is not'.length);
    const changed = contentOf(`Quite another start.\n\n${often}${often}The end.`);
    expect(library.replace(changed)).toMatchObject({ annotations: { moved: 0, lost: 1 } });
  });

  test('as it was read before is unchanged', () => {
    const library = libraryWith({ ...now, parserVersion: 0 });
    const note = library.annotate(1000, 1040);
    expect(library.lettersReadBefore(now.parserVersion)).toEqual([library.letterId]);
    expect(library.replace()).toEqual({ outcome: 'unchanged', letterId: library.letterId, fileName: 'letter.txt' });
    expect(library.lettersReadBefore(now.parserVersion)).toEqual([]);
    expect(library.openCase(library.letterId).annotations).toEqual([note]);
  });

  test('otherwise takes every note to its words, also of a phrase that stands there many times', () => {
    const library = libraryWith(crude);
    const phrase = /not\s+medically\s+necessary/g;
    const spans = [...source.matchAll(phrase)].map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }));
    expect(spans.length).toBeGreaterThan(3);
    for (const { start, end } of spans) library.annotate(start, end);

    const row = library.replace();
    expect(row).toMatchObject({ outcome: 'changed', annotations: { moved: spans.length, lost: 0 } });
    const { annotations, parse } = library.openCase(library.letterId);
    const places = [...parse.readingText.matchAll(phrase)].map(({ index }) => index);
    expect(annotations.map(({ target, note }) => [target.start, note])).toEqual(
      places.map((start, index) => [start, `note ${spans[index]?.start}`]),
    );
    for (const { anchored, target } of annotations) {
      expect(anchored).toBe(true);
      expect(parse.readingText.slice(target.start, target.end)).toBe(target.quote.exact);
    }
    expect(library.openCase(library.letterId).parse).toEqual(now.parse);
    expect(library.listLetters({ query: 'fluoroscopy', limit: 5 }).total).toBe(1);
  });

  test('says in words what is otherwise', () => {
    const row = libraryWith(crude).replace();
    expect(row.outcome === 'changed' && row.changes).toEqual(
      expect.arrayContaining([
        'Layout: unrecognised, now issues.',
        'Date of injury: not stated, now 2010-11-16.',
        'Items: 0, now 3.',
        'In one of its sections: 0 %, now 100 %.',
      ]),
    );
  });

  test('with other words keeps a note that has no place any more, and finds it again later', () => {
    const library = libraryWith(now);
    const start = now.parse.readingText.indexOf('Voltaren, Norco, and Soma');
    const note = library.annotate(start, start + 25);
    const torn = contentOf(source.replaceAll('Voltaren', 'V'));
    expect(library.replace(torn)).toMatchObject({ outcome: 'changed', annotations: { moved: 0, lost: 1 } });
    expect(library.openCase(library.letterId).annotations).toMatchObject([{ id: note.id, anchored: false }]);
    expect(library.replace()).toMatchObject({ outcome: 'changed', annotations: { moved: 1, lost: 0 } });
    expect(library.openCase(library.letterId).annotations).toEqual([note]);
  });

  test('keeps its corrections and second opinions', () => {
    const library = libraryWith({ ...now, parserVersion: 0 });
    const { parse } = library.openCase(library.letterId);
    const item = itemTarget(parse, 2);
    if (!item) throw new Error('There is no item 2.');
    const opinion = { letterId: library.letterId, ordinal: 3, itemTitle: 'Re-review sedation', author: '' };
    library.saveSecondOpinion({ ...opinion, verdict: 'disagree', reason: '' });
    library.addCorrection({
      id: randomUUID(),
      letterId: library.letterId,
      change: { kind: 'set-decision', item, decision: 'overturned' },
      author: '',
    });
    // The new parser reads the letter with a paragraph more in front.
    const shifted = contentOf(`Case Number: CM14-0012345\n\n${source}`);
    const row = library.replace(shifted);
    expect(row.outcome === 'changed' && row.changes).toContain('Case number: not stated, now CM14-0012345.');
    const view = library.openCase(library.letterId);
    expect(view.parse.case.items.map(({ decision }) => decision)).toEqual(['upheld', 'overturned', 'upheld']);
    expect(view.corrections.map(({ unapplied }) => unapplied)).toEqual([undefined]);
    expect(view.secondOpinions.map(({ ordinal }) => ordinal)).toEqual([3]);
  });

  test('is repaired where its stored text had changed on the disk', () => {
    const library = libraryWith(now);
    library.db.prepare("UPDATE letter_content SET parse = replace(parse, 'Upheld', 'Uphold')").run();
    expect(library.replace()).toMatchObject({
      outcome: 'changed',
      changes: [expect.stringMatching(/changed on the disk/)],
    });
    expect(library.openCase(library.letterId).parse).toEqual(now.parse);
  });

  test('is found by its own words alone where its stored text had changed on the disk', () => {
    const library = libraryWith(now);
    library.db.prepare("UPDATE letter_content SET reading_text = 'Zebra zebra ' || reading_text").run();
    library.replace();
    const found = (query: string) => library.listLetters({ query, limit: 5 }).total;
    expect([found('zebra'), found('Voltaren')]).toEqual([0, 1]);
    library.close();
    expect(inspectLibrary(library.folder).faults).toEqual([]);
  });
});
