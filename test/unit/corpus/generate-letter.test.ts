import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseOutputSchema } from '../../../shared/model/letter-parse.ts';
import { generateLetter } from '../../corpus/generate-letter.ts';
import { corpusLayoutNames } from '../../corpus/layouts/corpus-layouts.ts';

const levels = [0, 1, 2] as const;
// The corpus may hold layouts that no parser knows yet.
const goldSchema = parseOutputSchema.extend({ layout: z.string() });
const printed = (text: string): string => text.replace(/\s+/g, '');
const cases = corpusLayoutNames.flatMap((layout) => levels.map((noise) => [layout, noise] as const));

describe.each(cases)('%s at noise %i', (layout, noise) => {
  const letters = Array.from({ length: 25 }, (_, index) => generateLetter(11, index, { layout, noise }));

  test('is the same for the same seed, whatever is generated in between', () => {
    generateLetter(12, 3, { noise: 1 });
    for (const [index, letter] of letters.entries()) {
      const again = generateLetter(11, index, { layout, noise });
      expect(again.source).toBe(letter.source);
      expect(again.gold).toEqual(letter.gold);
    }
  });

  test('has gold of the model', () => {
    for (const { gold } of letters) expect(goldSchema.parse(gold)).toEqual(gold);
  });

  test('prints every character of its text once and in order, and besides only its footers', () => {
    for (const { gold, source } of letters) {
      let text = '';
      let from = 0;
      for (const { start, end, text: footer } of gold.furniture) {
        expect(source.slice(start, end)).toBe(footer);
        text += source.slice(from, start);
        from = end;
      }
      expect(printed(text + source.slice(from))).toBe(printed(gold.readingText));
    }
  });

  test('has spans that cover their texts, none of them empty or with white space at its ends', () => {
    for (const { gold } of letters) {
      const { summary, items } = gold.case;
      const statements = items
        .flatMap(({ claimsAdministrator, reviewer }) => [claimsAdministrator, reviewer])
        .filter(({ text }) => text !== '' || layout !== 'professional-review');
      const spans = [
        ...(layout === 'unrecognised' ? gold.unassigned : [summary]),
        ...items.map(({ rationale }) => rationale),
        ...statements,
        ...statements.flatMap(({ citations }) => citations),
      ];
      expect(spans.length).toBeGreaterThan(0);
      for (const { start, end, text } of spans) {
        expect(gold.readingText.slice(start, end)).toBe(text);
        expect(text).not.toBe('');
        expect(text.trim()).toBe(text);
      }
    }
  });

  test('prints what its items and citations state', () => {
    for (const { gold } of letters) {
      for (const [
        index,
        { ordinal, title, decisionText, claimsAdministrator, reviewer },
      ] of gold.case.items.entries()) {
        expect(ordinal).toBe(index + 1);
        expect(gold.readingText).toContain(title);
        expect(gold.readingText).toContain(decisionText);
        for (const statement of [claimsAdministrator, reviewer]) {
          for (const citation of statement.citations) {
            const { chapter = '', section = '', regulation = '', pages, text, start, end } = citation;
            expect(start).toBeGreaterThanOrEqual(statement.start);
            expect(end).toBeLessThanOrEqual(statement.end);
            for (const part of [chapter, section, regulation, ...pages]) expect(text).toContain(part);
          }
        }
      }
    }
  });
});

test('letters vary: items from 1 to 12, lengths from one page to many, every decision', () => {
  const golds = Array.from(
    { length: 250 },
    (_, index) => generateLetter(3, index, { layout: 'issues', noise: 2 }).gold,
  );
  const counts = new Set(golds.map(({ case: { items } }) => items.length));
  expect(Math.min(...counts)).toBe(1);
  expect(Math.max(...counts)).toBe(12);
  const lengths = golds.map(({ readingText }) => readingText.length);
  // A page of a seed holds about 3,300 characters.
  expect(Math.min(...lengths)).toBeLessThan(5_000);
  expect(Math.max(...lengths)).toBeGreaterThan(40_000);
  const decisions = golds.flatMap(({ case: { items } }) => items.map(({ decision }) => decision));
  expect([...new Set(decisions)].sort()).toEqual(['overturned', 'partially-overturned', 'unknown', 'upheld']);
});

test('without a layout, all layouts come', () => {
  const names = Array.from({ length: 200 }, (_, index) => generateLetter(5, index, { noise: 0 }).layout);
  expect([...new Set(names)].sort()).toEqual([...corpusLayoutNames].sort());
});
