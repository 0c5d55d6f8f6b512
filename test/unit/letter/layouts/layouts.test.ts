import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../../shared/letter/parse-letter.ts';
import { noises } from '../letter-noise.ts';
import { letterText } from '../letter-text.ts';
import { seedLetters } from '../seed-letters.ts';
import { layoutLetters, parsed } from './layout-letters.ts';

/** Every text without its white space. */
function print(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, '');
  if (Array.isArray(value)) return value.map(print);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, print(inner)]));
}

const exceptions = new Set([
  // Running footers amid a text in one line are not told from it.
  'notice-2013/three-items-lists-differ all in one line',
  // Nor is a decision with a label of its own from a title that ends in that word.
  'decisions/decisions-in-brackets-and-lines all in one line',
  // With hardly a wrapped line and no gap, nothing tells a wrap before a capital from a paragraph's end.
  'notice-2013/two-items-double-spaced wrapped at 200, no empty lines',
]);
/** These read the fixture's own lines as those of the seeds, double spaced with marks. */
const forSeedForm = /wrapped|single spaced/;

describe.each(layoutLetters)('$name', ({ name, source, expected }) => {
  test('parses as checked by hand', () => {
    expect(parsed(source)).toEqual(expected);
  });

  const fitting = Object.entries(noises).filter(
    ([noise]) => (!forSeedForm.test(noise) || source.includes(' \n\n')) && !exceptions.has(`${name} ${noise}`),
  );
  test.each(fitting)('gives the same case: %s', (_noise, change) => {
    const { case: found, layout, diagnostics, unassigned } = parsed(change(source));
    expect(layout).toBe(expected.layout);
    expect(print([found, diagnostics, unassigned])).toEqual(
      print([expected.case, expected.diagnostics, expected.unassigned]),
    );
  });

  test('all in capitals gives the same items', () => {
    const { items } = parseLetter(source.toUpperCase()).parse.case;
    const { items: before } = parseLetter(source).parse.case;
    expect(items.map(({ title, decision, rationale }) => print([title, decision, rationale.text]))).toEqual(
      before.map(({ title, decision, rationale }) =>
        print([title.toUpperCase(), decision, rationale.text.toUpperCase()]),
      ),
    );
  });
});

describe('recognition', () => {
  const layoutOf = (source: string) => parseLetter(source).parse.layout;

  test.each(seedLetters)('$file stays an issues letter', ({ source }) => {
    expect(layoutOf(source)).toBe('issues');
  });

  const otherTexts = new URL('../../../fixtures/other-texts/', import.meta.url);
  test.each(readdirSync(otherTexts))('%s is no determination letter, and is all kept', (file) => {
    const {
      layout,
      case: found,
      unassigned,
      readingText,
    } = parseLetter(readFileSync(new URL(file, otherTexts), 'utf8')).parse;
    expect(layout).toBe('unrecognised');
    expect(found.items).toEqual([]);
    expect(unassigned.map(({ text }) => text)).toEqual([readingText]);
  });

  test('labels that another text quotes make no letter of it', () => {
    const labels = ['Claims Administrator guideline:', 'MAXIMUS guideline:', 'Decision rationale:'];
    expect(layoutOf(`Dear Doctor:\n\nWe read ${labels.map((label) => `\u201C${label}\u201D`).join(', ')}.`)).toBe(
      'unrecognised',
    );
    expect(layoutOf(`MRI: Upheld\n${labels.map((label) => `${label} none.`).join('\n')}`)).toBe('issues');
  });

  test('a letterhead and a list of documents make no other layout of an issues letter', () => {
    const before = 'MAXIMUS FEDERAL SERVICES, INC.\n\nIndependent Medical Review\n\nDOCUMENTS REVIEWED\n\nNone.';
    expect(layoutOf(letterText({ before }))).toBe('issues');
  });

  test.each([
    'Please find enclosed the Notice of Independent Medical Review Determination of last week.',
    'The medical professional review is not medically necessary. Case Summary: none.',
    'DOCUMENTS REVIEWED\n\nUtilization Review Determination',
    'The request for an MRI is not medically necessary and appropriate.',
    'Chapter 9. The issue at dispute, the rationale for the decision, and the documents reviewed for determination.',
  ])('%j is no letter', (source) => {
    expect(layoutOf(source)).toBe('unrecognised');
  });
});
