import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../../../shared/letter/parse-letter.ts';
import { itemText, letterText } from '../../letter-text.ts';
import { expectInvariants } from '../../parse-invariants.ts';

function items(source: string) {
  expectInvariants(source);
  return parseLetter(source).parse.case.items.map(({ title, decision, claimsAdministrator, reviewer, rationale }) => [
    title,
    decision,
    claimsAdministrator.text,
    reviewer.text,
    rationale.text,
  ]);
}
const expected = ['MRI', 'EMG'].map((title) => [
  title,
  'upheld',
  'Decision based on MTUS ACOEM.',
  'Decision based on Non-MTUS Citation ODG, Pain.',
  'It is not medically necessary.',
]);
const titles = (source: string) => items(source).map(([title]) => title);
const label = /(Claims Administrator guideline|MAXIMUS guideline|Decision rationale):/g;
const lowerCase = (text: string) => text.replace(label, (all) => all.toLowerCase());

describe('the labels of items', () => {
  test.each<[string, (text: string) => string]>([
    ['with a full stop', (text) => text.replace(label, '$1.')],
    ['with a semicolon', (text) => text.replace(label, '$1;')],
    ['with a dash', (text) => text.replace(label, '$1 -')],
    ['with an en dash', (text) => text.replace(label, '$1 \u2013')],
    ['with a joined dash', (text) => text.replace(label, '$1-')],
    ['in small letters', lowerCase],
    ['in small letters, without colon', (text) => lowerCase(text).replaceAll(/(guideline|rationale):/g, '$1')],
    ['without spaces', (text) => text.replace(label, (all) => all.replace(' ', ''))],
    ['without a space before the guideline', (text) => text.replaceAll(' guideline:', 'guideline:')],
    ['with a plural in brackets', (text) => text.replaceAll('rationale:', 'rationale(s):')],
    ['behind a bullet', (text) => text.replace(label, '\u2022 $&')],
    ['behind a dash', (text) => text.replace(label, '- $&')],
    ['behind an asterisk', (text) => text.replace(label, '* $&')],
    ['between asterisks', (text) => text.replace(label, '**$&**')],
    ['between asterisks, the colon outside', (text) => text.replace(label, '**$1**:')],
  ])('are found %s', (_name, write) => {
    const letter = letterText({ items: [write(itemText('MRI: Upheld')), write(itemText('EMG: Upheld'))] });
    expect(items(letter)).toEqual(expected);
    expect(items(letter.replaceAll('\n\n', '\n'))).toEqual(expected);
  });

  test('are none in small letters or before a full stop where others have their colon', () => {
    const rationale = [
      'First.',
      'claims administrator guideline Decision based on nothing.',
      'MAXIMUS guideline. The second.',
      'decision rationale The third.',
    ].join('\n\n');
    const letter = letterText({ items: [itemText('MRI: Upheld', rationale), itemText('EMG: Upheld')] });
    expect(items(letter)).toEqual([[...(expected[0] ?? []).slice(0, 4), rationale], expected[1]]);
  });
});

describe('a quoted item', () => {
  test.each([
    ['"Lumbar brace: Upheld Claims Administrator guideline: None. MAXIMUS guideline: None. Decision rationale: No."'],
    ['\u201CLumbar brace: Upheld Claims Administrator guideline: None. MAXIMUS guideline: None.\u201D'],
    ['"Claims Administrator guideline: None." "MAXIMUS guideline: None." "Decision rationale: No."'],
  ])('opens no item: %s', (quoted) => {
    for (const lead of ['The letter said ', 'This was read. ', 'It reads: ']) {
      const rationale = `It is not needed. ${lead}${quoted} That is so.`;
      const letter = letterText({ items: [itemText('MRI: Upheld', rationale), itemText('EMG: Upheld')] });
      expect(titles(letter)).toEqual(['MRI', 'EMG']);
      expect(titles(letter.replace(/\s*\n\s*/g, ' '))).toEqual(['MRI', 'EMG']);
    }
  });

  test('is told from a title with a quoted name', () => {
    const heading = 'The "Home Helper" chair with a 5" cushion: Upheld';
    expect(titles(letterText({ items: [itemText(heading)] }))).toEqual(['The "Home Helper" chair with a 5" cushion']);
  });
});
