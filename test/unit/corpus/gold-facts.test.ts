import { expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { itemFactsSchema, treatmentCategories } from '../../../shared/model/clinical-facts.ts';
import { compareFacts } from '../../bench/accuracy/compare-facts.ts';
import { generateLetter } from '../../corpus/generate-letter.ts';

const levels = [0, 1, 2] as const;
const letters = levels.flatMap((noise) =>
  Array.from({ length: 60 }, (_, index) => generateLetter(9, index, { noise })),
);
const printed = (text: string): string => text.replace(/\s+/g, '');

test('the gold of a letter is printed in its summary and its titles, and of the model', () => {
  for (const { facts, gold, layout } of letters) {
    const { summary, items } = gold.case;
    expect(facts.items).toHaveLength(layout === 'unrecognised' ? 0 : items.length);
    for (const text of facts.diagnoses) expect(printed(summary.text)).toContain(printed(text));
    for (const { name, dose = '' } of facts.medications) {
      expect(printed(summary.text)).toContain(printed(name));
      expect(printed(summary.text)).toContain(printed(dose));
    }
    for (const [index, { category, bodyParts, procedureCodes, doses }] of facts.items.entries()) {
      if (category !== undefined) expect(treatmentCategories).toContain(category);
      for (const part of bodyParts)
        itemFactsSchema.shape.bodyParts.element.pick({ part: true, side: true }).parse(part);
      for (const text of [...procedureCodes, ...doses])
        expect(printed(items[index]?.title ?? '')).toContain(printed(text));
    }
  }
});

test('every category, sided and plain body parts, codes, doses and both lists come', () => {
  const items = letters.flatMap(({ facts }) => facts.items);
  expect(new Set(items.map(({ category }) => category)).size).toBe(treatmentCategories.length);
  const sides = new Set(items.flatMap(({ bodyParts }) => bodyParts.map(({ side }) => side)));
  expect([...sides].sort()).toEqual(['bilateral', 'left', 'right', undefined]);
  expect(items.some(({ procedureCodes }) => procedureCodes.length > 1)).toBe(true);
  expect(items.some(({ doses }) => doses.length > 1)).toBe(true);
  expect(letters.some(({ facts }) => facts.diagnoses.length > 3 && facts.medications.length > 3)).toBe(true);
});

test('comparing tells a missing value from one too many', () => {
  const letter = letters.find(({ facts }) => facts.diagnoses.length > 1 && facts.items.length === 2);
  if (!letter) throw new Error('The corpus should hold a letter of two items with diagnoses.');
  const { parse } = parseLetter(letter.source);
  const tally = (facts: typeof parse.facts) =>
    compareFacts(letter.gold, letter.facts, { ...parse, facts }).tallies.find(({ field }) => field === 'diagnoses');
  const { length } = letter.facts.diagnoses;
  expect(tally({ ...parse.facts, diagnoses: [] })).toMatchObject({ expected: length, found: 0, matched: 0 });
  const extra = { text: 'a made-up diagnosis', start: 0, end: 19 };
  expect(tally({ ...parse.facts, diagnoses: [extra] })).toMatchObject({ expected: length, found: 1, matched: 0 });
  const category = compareFacts(letter.gold, letter.facts, { ...parse, facts: { ...parse.facts, items: [] } });
  expect(category.misses.some(({ field }) => field === 'category')).toBe(true);
});
