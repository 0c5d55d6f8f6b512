import { describe, expect, test } from 'vitest';
import { fact, flatten, type MarkedText, mark, newline } from '../../corpus/marked-text.ts';
import {
  headingCase,
  labelCase,
  labelWording,
  missingColons,
  missingTitleColons,
  numberedItems,
  splitHeadings,
} from '../../corpus/noise/labels.ts';
import {
  ligatures,
  missingSpaces,
  nonBreakingSpaces,
  redactionGaps,
  smartQuotes,
} from '../../corpus/noise/typography.ts';
import { random } from '../../corpus/random.ts';

const letter = flatten([
  mark('heading', 'CLINICAL CASE SUMMARY'),
  ' ',
  mark('summary', `The patient's "file" was sufficient. She was seen twice. It ends.`),
  ' ',
  mark('items.0.title', 'Left knee MRI'),
  mark('separator', ':'),
  '  ',
  fact('items.0.decision', 'upheld', 'Upheld'),
  ' ',
  mark('label', 'Decision rationale:'),
  ' ',
  mark('items.0.rationale', 'It was asked "Decision rationale: why?"'),
]);
const chance = () => random('noise');
const printed = (text: string): string => text.replace(/\s+/g, '');
const textOf = ({ text, marks }: MarkedText, path: string): string => {
  const at = marks.find((found) => found.path === path);
  return at ? text.slice(at.start, at.end) : '';
};

test('smart quotes open after a space and close elsewhere', () => {
  expect(textOf(smartQuotes(letter), 'summary')).toContain('patient\u2019s \u201Cfile\u201D was');
});

test('ligatures replace the letters they stand for', () => {
  const text = ligatures(letter);
  expect(textOf(text, 'summary')).toContain('"\uFB01le" was su\uFB03cient');
  expect(text.text.normalize('NFKC')).toBe(letter.text);
  expect(textOf(text, 'items.0.title')).toBe('Left knee MRI');
});

describe('spacing noise changes nothing but white space', () => {
  test.each([
    ['non-breaking spaces', nonBreakingSpaces(letter, chance(), 1)],
    ['missing spaces', missingSpaces(letter, chance(), 1)],
    ['redaction gaps', redactionGaps(letter, chance(), 1)],
    ['split headings', splitHeadings(letter, chance(), 1)],
  ])('%s', (_, changed) => {
    expect(changed.text).not.toBe(letter.text);
    expect(printed(changed.text)).toBe(printed(letter.text));
    for (const { path } of letter.marks) expect(printed(textOf(changed, path))).toBe(printed(textOf(letter, path)));
  });
});

test('spaces are lost after full stops of the prose alone', () => {
  expect(textOf(missingSpaces(letter, chance(), 1), 'summary')).toContain('sufficient.She was seen twice.It ends.');
});

test('headings are split at a space', () => {
  expect(textOf(splitHeadings(letter, chance(), 1), 'heading')).toMatch(new RegExp(`^\\S+( \\S+)?${newline}`));
});

describe('label noise leaves quoted labels alone', () => {
  const variants = Array.from({ length: 20 }, (_, n) => random(String(n)));
  test.each([
    ['case', labelCase],
    ['wording', labelWording],
    ['colons', (text: MarkedText, by: ReturnType<typeof random>) => missingColons(text, by, 1)],
  ])('%s', (_, noise) => {
    const changed = variants.map((by) => noise(letter, by));
    expect(changed.some((text) => textOf(text, 'label') !== 'Decision rationale:')).toBe(true);
    for (const text of changed) {
      expect(textOf(text, 'items.0.rationale')).toBe('It was asked "Decision rationale: why?"');
      expect(
        textOf(text, 'label')
          .toLowerCase()
          .replace(/[^a-z]/g, ''),
      ).toBe('decisionrationale');
    }
  });
});

test('a missing title colon leaves title and decision as they are', () => {
  const changed = missingTitleColons(letter, chance(), 1);
  expect(textOf(changed, 'separator')).not.toContain(':');
  expect(textOf(changed, 'items.0.title')).toBe('Left knee MRI');
  expect(textOf(changed, 'items.0.decision')).toBe('Upheld');
});

test('an item number stands before its title, not in it', () => {
  const changed = numberedItems(letter, chance());
  expect(changed.text).toMatch(/ (?:1\.|1\)|\(1\)) Left knee MRI:/);
  expect(textOf(changed, 'items.0.title')).toBe('Left knee MRI');
});

test('headings in title case keep their small words small', () => {
  expect(textOf(headingCase(letter), 'heading')).toBe('Clinical Case Summary');
});
