import { expect, test } from 'vitest';
import { parseLetter } from '../../../../shared/letter/parse-letter.ts';
import { seedFacts } from '../../../fixtures/seed-facts.ts';
import { letterText } from '../letter-text.ts';
import { seedLetters } from '../seed-letters.ts';

test.each(seedLetters.map(({ file, source }) => [file, source]))(
  '%s says what a reader finds in it',
  (file, source) => {
    const { readingText, facts, case: parsed } = parseLetter(source).parse;
    const { diagnoses, medications, items } = seedFacts(file);
    expect(facts.diagnoses.map(({ text }) => text)).toEqual(diagnoses);
    expect(facts.medications.map(({ name, dose }) => ({ name, ...(dose !== undefined && { dose }) }))).toEqual(
      medications,
    );
    expect(facts.items.map(({ ordinal }) => ordinal)).toEqual(parsed.items.map(({ ordinal }) => ordinal));
    expect(
      facts.items.map(({ category, bodyParts, procedureCodes, doses }) => ({
        ...(category && { category: category.value }),
        bodyParts: bodyParts.map(({ part, side }) => ({ part, ...(side && { side }) })),
        procedureCodes: procedureCodes.map(({ text }) => text),
        doses: doses.map(({ text }) => text),
      })),
    ).toEqual(items);
    const { items: inTitles, ...inSummary } = facts;
    for (const { start, end, text } of [...inSummary.diagnoses, ...inSummary.medications]) {
      expect(readingText.slice(start, end)).toBe(text);
      expect(start).toBeGreaterThanOrEqual(parsed.summary.start);
      expect(end).toBeLessThanOrEqual(parsed.summary.end);
    }
    for (const [index, { category, bodyParts }] of inTitles.entries()) {
      for (const { text } of category ? [category, ...bodyParts] : bodyParts)
        expect(parsed.items[index]?.title).toContain(text);
    }
  },
);

test('an item without a title has no facts, and a text that is no letter has none', () => {
  expect(parseLetter('Diagnoses: lumbago. Medications: Soma.').parse.facts).toEqual({
    diagnoses: [],
    medications: [],
    items: [],
  });
  const { facts } = parseLetter(letterText({ summary: 'Diagnoses: lumbago. Medications: Soma.' })).parse;
  expect(facts.diagnoses.map(({ text }) => text)).toEqual(['lumbago']);
  expect(facts.items).toHaveLength(1);
});
