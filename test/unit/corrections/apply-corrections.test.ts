import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeTarget } from '../../../shared/anchoring/describe-target.ts';
import { applyCorrections } from '../../../shared/corrections/apply-corrections.ts';
import { itemTarget } from '../../../shared/corrections/item-target.ts';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import type { Target } from '../../../shared/model/annotation.ts';
import { type Change, itemTextParts, plainSections } from '../../../shared/model/correction.ts';
import { decisions, type LetterParse, letterParseSchema } from '../../../shared/model/letter-parse.ts';
import { expectSpansToHold } from '../letter/parse-invariants.ts';
import { seedLetters } from '../letter/seed-letters.ts';

/** Letters of every layout. */
const fixtures = new URL('../../fixtures/letters/', import.meta.url);
const parses = [
  ...seedLetters.map((letter) => letter.source),
  ...readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, fixtures), 'utf8')),
].map((text) => parseLetter(text).parse);
/** A letter with three items. */
const source = seedLetters.find(({ file }) => file.startsWith('001'))?.source ?? '';
const three = parseLetter(source).parse;

const on = (parse: LetterParse, words: string): Target => {
  const start = parse.readingText.indexOf(words);
  if (start < 0) throw new Error(`Not in the letter: ${words}`);
  return describeTarget(parse.readingText, { start, end: start + words.length });
};
const item = (parse: LetterParse, ordinal: number): Target => {
  const target = itemTarget(parse, ordinal);
  if (!target) throw new Error(`No item ${ordinal}`);
  return target;
};
const apply = (parse: LetterParse, ...changes: Change[]) =>
  applyCorrections(
    parse,
    changes.map((change, index) => ({ id: `c${index}`, change })),
  );
const titles = ({ parse }: { parse: LetterParse }): string[] => parse.case.items.map(({ title }) => title);

describe('without corrections', () => {
  test('the parse is as it was', () => {
    expect(apply(three)).toMatchObject({ corrected: [] });
    expect(apply(three).parse).toBe(three);
  });

  test.each(seedLetters)('$file: a correction of one fact leaves all else alone', (letter) => {
    const { parse } = parseLetter(letter.source);
    const { parse: after } = apply(parse, { kind: 'set-fact', set: { fact: 'patient.age', value: 99 } });
    const { places, case: facts, ...rest } = parse;
    const { places: placesAfter, case: factsAfter, ...restAfter } = after;
    expect(restAfter).toEqual(rest);
    expect(factsAfter).toEqual({ ...facts, patient: { ...facts.patient, age: 99 } });
    expect(new Set(placesAfter)).toEqual(new Set(places.filter(({ path }) => path !== 'patient.age')));
  });
});

test('a heading that a letter prints twice heads no second item', () => {
  const list = '1) MAXIMUS Federal Services, Inc. has determined the request for a brace is medically necessary.\n\n';
  const title = 'Notice of Independent Medical Review Determination\n\nDated: 1/2/2014\n\n';
  const { parse } = parseLetter(
    `${title}${list}INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\n\n${list}1) Regarding the request for a brace:\n\nRationale for the Decision:\nIt helps.`,
  );
  const printed = parse.places.filter(({ path }) => path === 'items.0.title');
  expect(printed.length).toBeGreaterThan(1);
  for (const place of printed) {
    const again = apply(parse, { kind: 'add-item', title: describeTarget(parse.readingText, place) });
    expect([...again.unapplied.values()]).toEqual(['These words are the heading of an item already.']);
  }
});

describe('decision and title', () => {
  test('are set, marked, and remember what was read', () => {
    const second = item(three, 2);
    const { parse, corrected } = apply(
      three,
      { kind: 'set-decision', item: second, decision: 'overturned' },
      { kind: 'set-title', item: second, title: 'Fluoroscopy' },
      { kind: 'set-title', item: second, title: 'Guided fluoroscopy' },
    );
    expect(parse.case.items[1]).toMatchObject({
      title: 'Guided fluoroscopy',
      decision: 'overturned',
      decisionText: 'Upheld',
    });
    expect(corrected).toEqual([
      { path: 'items.1.decision', correctionId: 'c0', parsed: 'Upheld' },
      { path: 'items.1.title', correctionId: 'c2', parsed: 'Re-review guided fluoroscopy, left L5 and S1' },
    ]);
    expect(parse.case.items.filter((_, index) => index !== 1)).toEqual(
      three.case.items.filter((_, index) => index !== 1),
    );
  });

  test('a title that the letter prints around the old one has its place there', () => {
    const start = three.readingText.indexOf('Re-review sedation');
    const short = apply(three, { kind: 'set-title', item: item(three, 3), title: 'sedation' });
    expect(short.parse.places).toContainEqual({ path: 'items.2.title', start: start + 10, end: start + 18 });
  });

  test('settle what was remarked on them', () => {
    const { parse } = parseLetter(source.replace(/sedation:\s+Upheld/, 'sedation: Pending'));
    const codes = ({ diagnostics }: LetterParse): string[] => diagnostics.map(({ code }) => code);
    expect(codes(parse)).toContain('unknown-decision');
    const { parse: after } = apply(parse, { kind: 'set-decision', item: item(parse, 3), decision: 'upheld' });
    expect(codes(after)).toEqual(codes(parse).filter((code) => code !== 'unknown-decision'));
  });
});

describe('items', () => {
  test('a removed item leaves its text unassigned, and the others move up with their remarks', () => {
    const { parse } = apply(three, { kind: 'remove-item', item: item(three, 1) });
    expect(parse.case.items.map(({ ordinal, title }) => [ordinal, title.slice(0, 20)])).toEqual([
      [1, 'Re-review guided flu'],
      [2, 'Re-review sedation'],
    ]);
    expect(parse.unassigned).toHaveLength(1);
    expect(parse.unassigned[0]?.text).toMatch(/^Re-review selective[\s\S]+not medically necessary\.$/);
    expect(parse.diagnostics.map(({ code }) => code)).toContain('unassigned-text');
    expect(parse.sections.filter(({ kind }) => kind === 'item').map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  test('added from its title, a removed item is what the parser had read', () => {
    const title = on(three, 'Re-review guided fluoroscopy, left L5 and S1');
    for (const selected of [title, on(three, 'Re-review guided fluoroscopy, left L5 and S1:  Upheld')]) {
      const { parse } = apply(
        three,
        { kind: 'remove-item', item: item(three, 2) },
        { kind: 'add-item', title: selected },
      );
      expect(parse.case).toEqual(three.case);
      expect(parse.unassigned).toEqual(three.unassigned);
      expect(parse.sections).toEqual(three.sections);
    }
  });

  test('a bracket around the decision is part of neither it nor the title', () => {
    const { parse } = parseLetter('An EMG of the legs (Upheld) and no more.');
    const added = apply(parse, { kind: 'add-item', title: on(parse, 'EMG of the legs (Upheld)') }).parse.case.items;
    expect(added).toMatchObject([{ title: 'EMG of the legs', decision: 'upheld', decisionText: 'Upheld' }]);
  });

  test('a heading within an item splits it there', () => {
    const { parse, corrected } = apply(three, {
      kind: 'add-item',
      title: on(three, 'Therefore, the derivative or companion request for associated fluoroscopy'),
    });
    expect(titles({ parse })).toHaveLength(4);
    const [, second, third, fourth] = parse.case.items;
    expect(second?.rationale.text).toMatch(/^While page 46[\s\S]+has been deemed not medically necessary\.$/);
    expect(third).toMatchObject({
      ordinal: 3,
      title: 'Therefore, the derivative or companion request for associated fluoroscopy',
      decision: 'unknown',
      rationale: { text: 'is likewise not medically necessary.' },
    });
    expect(fourth).toEqual({ ...three.case.items[2], ordinal: 4 });
    expect(corrected).toEqual([{ path: 'items.2', correctionId: 'c0' }]);
    expect(parse.diagnostics.filter(({ code }) => code === 'missing-decision')).toEqual([
      expect.objectContaining({ message: 'Item 3 has no decision.' }),
    ]);
  });

  test('an item that was none goes on the text of the one before', () => {
    const { parse } = apply(three, { kind: 'merge-item', item: item(three, 2) });
    const [first, second] = parse.case.items;
    expect(first?.title).toBe(three.case.items[0]?.title);
    expect(first?.rationale.text).toMatch(
      /^As noted on page 46[\s\S]+Re-review guided[\s\S]+likewise not medically necessary\.$/,
    );
    expect(second).toEqual({ ...three.case.items[2], ordinal: 2 });
    expect(parse.unassigned).toEqual([]);
  });

  test('two halves of a heading become one heading', () => {
    const title = 'Re-review guided fluoroscopy, left L5 and S1';
    const split = apply(
      three,
      { kind: 'remove-item', item: item(three, 2) },
      {
        kind: 'add-item',
        title: on(
          three,
          'left L5 and S1:  Upheld\n\nClaims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Epidural Steroid Injections (ESIs) Page(s): 46.\n\nMAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Epidural Steroid Injections Topic. ',
        ),
      },
    );
    // That selection is no heading; what follows is made of a plain one.
    expect(titles(split)).toHaveLength(3);
    const heading = on(three, 'Re-review guided fluoroscopy');
    const rest = describeTarget(three.readingText, { start: heading.end + 2, end: heading.end + 16 });
    const halves: Change[] = [
      { kind: 'remove-item', item: item(three, 2) },
      { kind: 'add-item', title: rest },
      { kind: 'add-item', title: heading },
    ];
    expect(titles(apply(three, ...halves)).slice(1, 3)).toEqual(['Re-review guided fluoroscopy', 'left L5 and S1']);
    const joined = apply(three, ...halves, { kind: 'merge-item', item: rest });
    expect(joined.unapplied).toEqual(new Map());
    expect(titles(joined)[1]).toBe(title);
    expect(joined.parse.case.items[1]?.rationale).toEqual(three.case.items[1]?.rationale);
  });

  test('the first item has none to be joined to', () => {
    const { parse, unapplied } = apply(three, { kind: 'merge-item', item: item(three, 1) });
    expect(unapplied).toEqual(new Map([['c0', 'There is no item before it.']]));
    expect(parse.case).toEqual(three.case);
  });

  test('a correction of an item that was removed is left out and says why', () => {
    const { unapplied } = apply(
      three,
      { kind: 'remove-item', item: item(three, 3) },
      { kind: 'set-decision', item: item(three, 3), decision: 'overturned' },
    );
    expect(unapplied).toEqual(new Map([['c1', 'The item it was made on is no longer there.']]));
  });
});

describe('assigning text', () => {
  test('gives the end of a rationale to the closing', () => {
    const text = on(
      three,
      'Since that request was deemed not medically necessary, the derivative or companion request for sedation is likewise not medically necessary..',
    );
    const { parse } = apply(three, { kind: 'assign-text', text, to: { part: 'closing' } });
    expect(parse.case.items[2]?.rationale.text).toMatch(/\(a\.k\.a\. epidural steroid injection\)\.$/);
    expect(parse.sections.at(-1)).toEqual({ kind: 'closing', start: text.start, end: text.end });
    expect(parse.unassigned).toEqual([]);
  });

  test('joins an unassigned text to the text it belongs to, or says what stands between', () => {
    const last = 'The applicant was still using a cane to move about.';
    const words = on(three, last);
    const tail = describeTarget(three.readingText, { start: words.start, end: three.case.summary.end });
    const removed: Change = { kind: 'assign-text', text: tail, to: { part: 'documents' } };
    const cut = apply(three, removed);
    expect(cut.parse.case.summary.end).toBeLessThan(words.start);
    const back = apply(three, removed, { kind: 'assign-text', text: tail, to: { part: 'summary' } });
    expect(back.unapplied).toEqual(new Map());
    expect(back.parse.case.summary).toEqual(three.case.summary);
    const far = apply(three, removed, {
      kind: 'assign-text',
      text: tail,
      to: { part: 'rationale', item: item(three, 1) },
    });
    expect([...far.unapplied.values()]).toEqual([expect.stringMatching(/stands between/)]);
  });

  test('does not tear a text in two', () => {
    const text = on(three, 'The applicant was not working, it was acknowledged.');
    const { unapplied } = apply(three, { kind: 'assign-text', text, to: { part: 'closing' } });
    expect([...unapplied.values()]).toEqual([expect.stringMatching(/in the midst of a text/)]);
  });
});

describe('facts', () => {
  test('are set, taken away and placed where the letter prints them', () => {
    const { parse, corrected } = apply(
      three,
      { kind: 'set-fact', set: { fact: 'dates.injury', value: null } },
      { kind: 'set-fact', set: { fact: 'number', value: 'CM14-0012345' } },
      { kind: 'set-fact', set: { fact: 'reviewer.licensedIn', value: ['California', 'Atlantis'] } },
    );
    expect(parse.case.dates).toEqual({});
    expect(parse.case.number).toBe('CM14-0012345');
    expect(parse.case.reviewer.licensedIn).toEqual(['California', 'Atlantis']);
    const placed = parse.places.filter(({ path }) => path.startsWith('reviewer.licensedIn'));
    expect(placed.map(({ start, end }) => parse.readingText.slice(start, end))).toEqual(['California']);
    expect(corrected.map(({ path, parsed }) => [path, parsed])).toEqual([
      ['dates.injury', '2010-11-16'],
      ['number', undefined],
      ['reviewer.licensedIn', three.case.reviewer.licensedIn.join('; ')],
    ]);
  });
});

describe('clinical facts', () => {
  test('what the letter lists is corrected by words that stand in it', () => {
    const { parse, corrected, unapplied } = apply(
      three,
      { kind: 'set-fact', set: { fact: 'diagnoses', value: ['chronic low  back pain', 'Disc herniation at L4-L5'] } },
      { kind: 'set-fact', set: { fact: 'medications', value: ['Soma', 'Norco'] } },
      { kind: 'set-fact', set: { fact: 'medications', value: ['Aspirin'] } },
    );
    for (const { text, start, end } of [...parse.facts.diagnoses, ...parse.facts.medications]) {
      expect(parse.readingText.slice(start, end)).toBe(text);
    }
    expect(parse.facts.diagnoses.map(({ text }) => text)).toEqual([
      'chronic low back pain',
      'disc herniation at L4-L5',
    ]);
    expect(parse.facts.medications.map(({ name }) => name)).toEqual(['Soma', 'Norco']);
    expect(corrected).toEqual([
      { path: 'diagnoses', correctionId: 'c0' },
      { path: 'medications', correctionId: 'c1', parsed: 'Voltaren; Norco; Soma' },
    ]);
    expect([...unapplied]).toEqual([['c2', '“Aspirin” does not stand in the letter. Write it as the letter does.']]);
  });

  test('a category is set for good, whatever the title says', () => {
    const block = item(three, 1);
    const { parse, corrected } = apply(
      three,
      { kind: 'set-category', item: block, category: 'surgery' },
      { kind: 'set-title', item: block, title: 'Aquatic therapy' },
    );
    const { title = '' } = three.case.items[0] ?? {};
    expect(parse.facts.items[0]?.category).toMatchObject({ value: 'surgery', text: title });
    expect(corrected[0]).toEqual({ path: 'items.0.category', correctionId: 'c0', parsed: 'Injections' });
    const none = apply(three, { kind: 'set-category', item: block, category: null });
    expect(none.parse.facts.items[0]).not.toHaveProperty('category');
    expect(none.parse.facts.items.slice(1)).toEqual(three.facts.items.slice(1));
  });
});

describe('whatever is corrected', () => {
  const words = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 400 }));
  const pick = fc.record({
    kind: fc.constantFrom('set-decision', 'set-title', 'add-item', 'merge-item', 'remove-item', 'assign-text'),
    words,
    item: words,
    decision: fc.constantFrom(...decisions),
    part: fc.constantFrom('summary', ...itemTextParts, ...plainSections),
  });

  test('no character is lost, no text belongs to two sections, and all spans hold', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parses), fc.array(pick, { maxLength: 12 }), (parse, picks) => {
        const at = ([from, length]: [number, number]): Target => {
          const start = from % (parse.readingText.length - 1);
          return describeTarget(parse.readingText, { start, end: Math.min(parse.readingText.length, start + length) });
        };
        const changes = picks.map((one) => changeOf(one, at(one.words), at(one.item)));
        const { parse: after, corrected } = apply(parse, ...changes);
        expect(letterParseSchema.safeParse(after).error).toBeUndefined();
        expect(after.readingText).toBe(parse.readingText);
        expectSpansToHold(after);
        expect(after.case.items.map(({ ordinal }) => ordinal)).toEqual(after.case.items.map((_, index) => index + 1));
        for (const { path } of corrected) {
          const index = /^items\.(\d+)/.exec(path)?.[1];
          if (index !== undefined) expect(Number(index)).toBeLessThan(after.case.items.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function changeOf(
  { kind, decision, part }: { kind: string; decision: (typeof decisions)[number]; part: string },
  words: Target,
  item: Target,
): Change {
  switch (kind) {
    case 'set-decision':
      return { kind, item, decision };
    case 'set-title':
      return { kind, item, title: words.quote.exact.trim() || 'Title' };
    case 'add-item':
      return { kind, title: words };
    case 'merge-item':
    case 'remove-item':
      return { kind, item };
    default: {
      const isItem = (itemTextParts as readonly string[]).includes(part);
      const to = (isItem ? { part, item } : { part }) as Extract<Change, { kind: 'assign-text' }>['to'];
      return { kind: 'assign-text', text: words, to };
    }
  }
}
