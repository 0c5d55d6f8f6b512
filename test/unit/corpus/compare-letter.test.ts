import { expect, test } from 'vitest';
import type { Item, LetterParse } from '../../../shared/model/letter-parse.ts';
import { compareLetter } from '../../bench/accuracy/compare-letter.ts';
import { brokenPromise } from '../../bench/accuracy/nothing-lost.ts';
import { Score } from '../../bench/accuracy/score.ts';
import { generateLetter } from '../../corpus/generate-letter.ts';

const found = Array.from({ length: 40 }, (_, index) => generateLetter(4, index, { noise: 0, layout: 'issues' }));
const { gold } = found.find((letter) => letter.gold.case.items.length === 3) ?? { gold: undefined };
if (!gold) throw new Error('The corpus should hold a letter of three items.');

const parseOf = (items: readonly Item[]): LetterParse => ({
  ...gold,
  layout: 'issues',
  case: { ...gold.case, items: [...items] },
  sections: [{ kind: 'header', start: 0, end: gold.readingText.length }],
  places: [],
  facts: { diagnoses: [], medications: [], items: [] },
});
function scores(items: readonly Item[]) {
  const score = new Score();
  score.add('letter', compareLetter(gold as NonNullable<typeof gold>, parseOf(items)), undefined);
  return new Map(score.fields().map(({ field, precision, recall }) => [field, [precision, recall]]));
}
const [first, second, third] = gold.case.items as [Item, Item, Item];

test('a parse like its gold has every value right', () => {
  const fields = scores(gold.case.items);
  expect(fields.size).toBeGreaterThan(15);
  for (const [field, shares] of fields) expect([field, ...shares]).toEqual([field, 1, 1]);
});

test('white space does not count, every other character does', () => {
  expect(scores([{ ...first, title: ` ${first.title.replaceAll(' ', '  ')}` }, second, third]).get('title')).toEqual([
    1, 1,
  ]);
  expect(scores([{ ...first, title: `${first.title}:` }, second, third]).get('title')).toEqual([2 / 3, 2 / 3]);
});

test('a missing item costs recall, one too many precision, and the others are still right', () => {
  expect(scores([first, third]).get('item')).toEqual([1, 2 / 3]);
  const twice = { ...second, title: 'another', rationale: { ...second.rationale, text: 'another' } };
  expect(scores([first, twice, second, third]).get('item')).toEqual([3 / 4, 1]);
});

test('an item is right only with its title, decision and rationale', () => {
  const other = second.decision === 'overturned' ? 'upheld' : 'overturned';
  const shorter = { ...third.rationale, text: third.rationale.text.slice(1) };
  const fields = scores([first, { ...second, decision: other }, { ...third, rationale: shorter }]);
  expect(fields.get('item')).toEqual([1 / 3, 1 / 3]);
  expect(fields.get('decision')).toEqual([2 / 3, 2 / 3]);
  expect(fields.get('rationale')).toEqual([2 / 3, 2 / 3]);
});

test('lost, doubled and unheld text is seen', () => {
  const parse = parseOf([]);
  const { readingText } = gold;
  expect(brokenPromise(readingText, parse)).toBeUndefined();
  expect(brokenPromise(`${readingText}x`, parse)).toBe('the reading text is not the source text');
  const short = { kind: 'header', start: 0, end: readingText.length - 5 } as const;
  expect(brokenPromise(readingText, { ...parse, sections: [short] })).toContain('nothing holds');
  const twice = { kind: 'summary', start: 3, end: 9 } as const;
  expect(brokenPromise(readingText, { ...parse, sections: [...parse.sections, twice] })).toContain('overlap');
});
