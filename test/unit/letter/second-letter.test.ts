import { expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { letterText } from './letter-text.ts';
import { expectInvariants } from './parse-invariants.ts';
import { seedLetters } from './seed-letters.ts';

function remarks(source: string) {
  expectInvariants(source);
  const { diagnostics, readingText } = parseLetter(source).parse;
  return diagnostics
    .filter(({ code }) => code === 'second-letter')
    .map(({ start, end, message }) => [readingText.slice(start, end), /item \d/.exec(message)?.[0]]);
}
const heading = 'HOW THE IMR FINAL DETERMINATION WAS MADE';

test('a second letter within the last item of the first is remarked on', () => {
  const letter = letterText();
  expect(remarks(`${letter}\n\n${letterText()}`)).toEqual([[heading, 'item 1']]);
  expect(remarks(`${letter}\n\n${letterText()}`.replace(/\s*\n\s*/g, ' '))).toEqual([[heading, 'item 1']]);
  expect(remarks(`${letter}\n\nSincerely,\n\nA. Smith, MD\n\n${letterText()}`)).toHaveLength(1);
  expect(remarks(`${letter}\n\nMEDICAL PROFESSIONAL REVIEW\n\nISSUE AT DISPUTE:\n\nEMG`)).toEqual([
    ['MEDICAL PROFESSIONAL REVIEW', 'item 1'],
  ]);
  expect(remarks(`${letter}\n\nNotice of Independent Medical Review Determination\n\nDated: 1/2/2014`)).toEqual([
    ['Notice of Independent Medical Review Determination', 'item 1'],
  ]);
});

test('a letter that speaks of the headings is one letter', () => {
  for (const { source } of seedLetters) expect(remarks(source)).toEqual([]);
  const spoken =
    'See how the IMR final determination was made, and the Notice of Independent Medical Review Determination.';
  expect(remarks(`${letterText()} ${spoken}\n\n${spoken}`)).toEqual([]);
});
